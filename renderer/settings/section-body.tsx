import type { ReactElement } from 'react';
import type { SettingSection } from '../../electron/contract/settings-place.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { saveSettings, useSettings } from '../client/queries.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { NamesSection } from '../gazetteer/names-section.tsx';
import { KeySettings } from '../shortcuts/key-settings.tsx';
import { AboutSection } from './about-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { DesktopSection } from './desktop-section.tsx';
import { FoundSettings } from './found-settings.tsx';
import { GeneralSection } from './general-section.tsx';
import { ReadingSection } from './reading-section.tsx';
import { RefreshSection } from './refresh-section.tsx';
import type { SectionProps } from './section-props.ts';
import { StorageSection } from './storage-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import type { SettingsView } from './use-settings-view.ts';
import { WatchSection } from './watch-section.tsx';

const BODIES: Record<SettingSection, (props: SectionProps) => ReactElement> = {
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

/** The section on the screen, or what was found. Each change applies at once. */
export function SectionBody({ view }: { readonly view: SettingsView }) {
  const { data: settings, error } = useSettings();
  const saving = useTask();
  const { section, found, show } = view;
  const Body = BODIES[section];
  return (
    <>
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
      {error && !settings ? <ErrorNote error={asReaderError(error)} /> : null}
      {saving.error ? <ErrorNote error={saving.error} /> : null}
    </>
  );
}
