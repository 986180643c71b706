import { useSyncExternalStore } from 'react';
import { useSettings } from '../client/queries.ts';
import { DEFAULT_TEXT_SIZE } from '../state/text-size.ts';

function followSystem(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}

function isSystemDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** What the pane of the article carries, for its style sheet to set the text by. */
export interface LookAttributes {
  readonly style: React.CSSProperties;
  readonly 'data-face': string;
  readonly 'data-measure': string;
  readonly 'data-leading': string;
  readonly 'data-wide-figures': boolean | undefined;
  /** As it is shown: light or dark. */
  readonly 'data-shade': 'light' | 'dark';
}

/** How the person has articles set. */
export function useArticleLook(): LookAttributes {
  const { data: settings } = useSettings();
  const systemDark = useSyncExternalStore(followSystem, isSystemDark);
  const look = settings?.articleLook;
  const ofWindow = settings === undefined || settings.theme === 'system' ? (systemDark ? 'dark' : 'light') : settings.theme;
  return {
    style: { '--reader-size': `${settings?.textSize ?? DEFAULT_TEXT_SIZE}px` } as React.CSSProperties,
    'data-face': look?.face ?? 'serif',
    'data-measure': look?.measure ?? 'standard',
    'data-leading': look?.leading ?? 'standard',
    'data-wide-figures': look?.wideFigures || undefined,
    'data-shade': look === undefined || look.theme === 'app' ? ofWindow : look.theme,
  };
}
