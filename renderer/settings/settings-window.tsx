import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { ToastPlace } from '../layout/toast-place.tsx';
import { useAppearance } from '../layout/use-appearance.ts';
import { DialogPlace } from '../manage/dialog-place.tsx';
import { useWords } from '../words/use-words.ts';
import { useAskedPlace } from './asked-place.ts';
import { SectionBody } from './section-body.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { SettingsSearch } from './settings-search.tsx';
import { useWindowKeys } from './use-window-keys.ts';
import { useSettingsView } from './use-settings-view.ts';
import styles from './settings-window.module.css';

/** The settings as a whole window, beginning at `first`: sections at the left, what belongs to one at the right. */
export function SettingsWindow({ first }: { readonly first: SettingsPlace }) {
  const { t } = useWords();
  const view = useSettingsView(first);
  const railRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const asked = useAskedPlace((state) => state.place);
  const { section, found, panelRef, goTo } = view;
  useAppearance();
  useWindowKeys(railRef);

  useLayoutEffect(() => {
    // The frame that the system draws shows it, from the first on.
    document.title = t('settings.title');
  }, [t]);
  useEffect(() => {
    if (first.setting === undefined) railRef.current?.querySelector('input')?.focus();
  }, [first]);
  useEffect(() => {
    if (asked) goTo(asked);
  }, [asked, goTo]);

  return (
    <main className={styles.window}>
      <h1 className="visually-hidden">{t('settings.title')}</h1>
      <div className={styles.parts}>
        <div className={styles.rail} ref={railRef}>
          <SettingsSearch view={view} />
          <SectionTabs id={id} view={view} className={styles.tabs} />
        </div>
        <div key={found ? 'found' : section} className={styles.page} ref={panelRef} id={`${id}-panel`} role="tabpanel" aria-label={found ? t('findSettings.field') : undefined} aria-labelledby={found ? undefined : `${id}-${section}`}>
          <h2 className={styles.title}>{t(found ? 'findSettings.field' : `settings.${section}`)}</h2>
          <div className={styles.body}>
            <SectionBody view={view} />
          </div>
        </div>
      </div>
      <ToastPlace />
      {/* The dialogs of what comes in and leaves, over the settings that they were asked for from. */}
      <DialogPlace />
    </main>
  );
}
