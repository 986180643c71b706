import type { OfflineSettings } from '../../electron/contract/offline.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { useEviction, useStorage } from '../client/offline-queries.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import settingsStyles from '../settings/settings.module.css';
import { freeSpace } from '../state/preparing.ts';
import { useWords } from '../words/use-words.ts';

export interface EvictPartProps {
  readonly offline: OfflineSettings;
  readonly onChange: (offline: OfflineSettings) => void;
}

/** Frees space: now, by what the settings say, and after refreshes where the person wants that. */
export function EvictPart({ offline, onChange }: EvictPartProps) {
  const { t, format } = useWords();
  const last = useStorage().data?.lastEviction ?? null;
  return (
    <>
      <EvictNow />
      <div className={settingsStyles.check}>
        <Checkbox
          label={t('ready.evictUnasked')}
          hint={t('ready.evictUnaskedHint')}
          checked={offline.evictUnasked}
          onChange={(evictUnasked) => {
            onChange({ ...offline, evictUnasked });
          }}
        />
      </div>
      {last === null ? null : <p className={settingsStyles.text}>{t('ready.evictedUnasked', { count: last.articles, time: format.dateTime(last.at), size: format.bytes(last.bytes) })}</p>}
    </>
  );
}

/** Says what is too old or past the budget, and takes it off this device. */
function EvictNow() {
  const { t, format } = useWords();
  const { data: eviction, error } = useEviction(0);
  if (error && !eviction) return <ErrorNote error={asReaderError(error)} />;
  if (!eviction) return <output className={settingsStyles.text}>{t('settings.counting')}</output>;
  const { articles, bytes } = eviction;
  if (articles === 0) return <output className={settingsStyles.text}>{t('ready.evictNothing')}</output>;
  return (
    <>
      <output className={settingsStyles.text}>{t('ready.evictText', { count: articles, size: format.bytes(bytes) })}</output>
      <div className={settingsStyles.actions}>
        <Button kind="danger" onClick={() => void freeSpace(0)}>
          {t('ready.free', { size: format.bytes(bytes) })}
        </Button>
      </div>
    </>
  );
}
