import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { saveSettings, useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { AboutSection } from './about-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { NamesSection } from '../gazetteer/names-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { ReadingSection } from './reading-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { WatchSection } from './watch-section.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './settings.module.css';

const SECTIONS = ['general', 'reading', 'refresh', 'storage', 'watch', 'names', 'backups', 'desktop', 'about'] as const;
type SectionId = (typeof SECTIONS)[number];

const BODIES: Record<SectionId, (props: SectionProps) => ReactElement> = {
  general: GeneralSection,
  reading: ReadingSection,
  refresh: RefreshSection,
  storage: StorageSection,
  watch: WatchSection,
  names: NamesSection,
  backups: BackupsSection,
  desktop: DesktopSection,
  about: AboutSection,
};

/** A stored change needs no words: it is on the screen. */
function saved(): void {}

/** Settings by section, `first` shown first. Each change applies at once. */
export function SettingsDialog({ first = 'general' }: { readonly first?: SectionId | undefined }) {
  const { t } = useWords();
  const settings = useSettings().data;
  const [section, setSection] = useState<SectionId>(first);
  const saving = useTask();
  const tabsRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const Body = BODIES[section];

  const move = (event: KeyboardEvent) => {
    const at = SECTIONS.indexOf(section);
    const aims: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: SECTIONS.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    const next = SECTIONS[(aim + SECTIONS.length) % SECTIONS.length] ?? 'general';
    setSection(next);
    tabsRef.current?.querySelector<HTMLElement>(`[data-section="${next}"]`)?.focus();
  };

  return (
    <Dialog
      title={t('settings.title')}
      width={656}
      onClose={closeDialog}
      actions={
        <Button size="large" onClick={closeDialog}>
          {t('common.close')}
        </Button>
      }
    >
      <div className={styles.layout}>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs inside take the focus */}
        <div className={styles.tabs} ref={tabsRef} role="tablist" aria-orientation="vertical" aria-label={t('settings.sections')} onKeyDown={move}>
          {SECTIONS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`${id}-${each}`}
              className={styles.tab}
              data-section={each}
              aria-selected={each === section}
              aria-controls={`${id}-panel`}
              tabIndex={each === section ? 0 : -1}
              onClick={() => {
                setSection(each);
              }}
            >
              {t(`settings.${each}`)}
            </button>
          ))}
        </div>
        <div className={styles.panel} id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${section}`}>
          {settings ? (
            <Body
              settings={settings}
              change={(patch) => {
                saving.run(() => saveSettings(patch), saved);
              }}
            />
          ) : null}
          {saving.error ? <ErrorNote error={saving.error} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
