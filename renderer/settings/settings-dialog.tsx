import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { saveSettings, useSettings } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import layer from '../components/layer.module.css';
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
import { KeySettings } from '../shortcuts/key-settings.tsx';
import { TransferSection } from './transfer-section.tsx';
import { WatchSection } from './watch-section.tsx';
import { findSettings } from './find-settings.ts';
import { focusSetting } from './focus-setting.ts';
import { FoundSettings } from './found-settings.tsx';
import type { SectionProps } from './section-props.ts';
import { SECTIONS, SETTING_LIST } from './setting-list.ts';
import type { SectionId, SettingEntry } from './setting-list.ts';
import { SettingsSearch } from './settings-search.tsx';
import styles from './settings.module.css';

const BODIES: Record<SectionId, (props: SectionProps) => ReactElement> = {
  general: GeneralSection,
  reading: ReadingSection,
  refresh: RefreshSection,
  storage: StorageSection,
  watch: WatchSection,
  shortcuts: KeySettings,
  names: NamesSection,
  transfer: TransferSection,
  backups: BackupsSection,
  desktop: DesktopSection,
  about: AboutSection,
};

/** A stored change needs no words: it is on the screen. */
function saved(): void {}

/** Settings by section, `first` shown first, with `setting` having the keys. Each change applies at once. */
export function SettingsDialog({ first = 'general', setting }: { readonly first?: SectionId | undefined; readonly setting?: string | undefined }) {
  const { t } = useWords();
  const settings = useSettings().data;
  const [section, setSection] = useState<SectionId>(first);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<SettingEntry | undefined>(() => SETTING_LIST.find(({ id }) => id === setting));
  const panelRef = useRef<HTMLDivElement>(null);
  const saving = useTask();
  const tabsRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const Body = BODIES[section];
  const found = typed.trim() === '' ? null : findSettings(typed);
  const isDrawn = settings !== undefined;

  useEffect(() => {
    if (!wanted || !isDrawn || !panelRef.current) return;
    if (!focusSetting(panelRef.current, wanted.name(t))) tabsRef.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    setWanted(undefined);
  }, [wanted, isDrawn, t]);

  const show = (entry: SettingEntry) => {
    setTyped('');
    setSection(entry.section);
    setWanted(entry);
  };

  const move = (event: KeyboardEvent) => {
    const at = SECTIONS.indexOf(section);
    const aims: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: SECTIONS.length - 1 };
    const aim = aims[event.key];
    if (aim === undefined) return;
    event.preventDefault();
    const next = SECTIONS[(aim + SECTIONS.length) % SECTIONS.length] ?? 'general';
    setSection(next);
    setTyped('');
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
      <SettingsSearch value={typed} onChange={setTyped} onEnter={() => (found?.[0] ? show(found[0]) : undefined)} />
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
                setTyped('');
              }}
            >
              {t(`settings.${each}`)}
            </button>
          ))}
        </div>
        <div ref={panelRef} className={`${layer.edges} ${styles.panel}`} id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${section}`}>
          {found ? (
            <FoundSettings found={found} onChoose={show} />
          ) : settings ? (
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
