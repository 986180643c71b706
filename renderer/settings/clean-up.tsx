import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { Select } from '../components/select.tsx';
import { useTask } from '../components/use-task.ts';
import { noteDone } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const AGES = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** Says how much old and read headlines take, and removes them after a second press. */
export function CleanUp() {
  const { t, format } = useWords();
  const [days, setDays] = useState('90');
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<{ removed: number; bytes: number } | null>(null);
  const task = useTask();
  const preview = useQuery({
    queryKey: ['cleanUp', days],
    queryFn: async () => {
      const before = Date.now() - Number(days) * DAY_MS;
      return { before, ...(await call('cleanUp', { before, dryRun: true })) };
    },
    staleTime: 0,
    gcTime: 0,
  });
  const error = task.error ?? (preview.error ? asReaderError(preview.error) : null);

  const remove = (before: number) => {
    task.run(
      () => call('cleanUp', { before }),
      (answer) => {
        setAsking(false);
        setDone(answer);
        if (answer.removed > 0) noteDone(() => wordsNow().t('settings.cleanedUp', { count: answer.removed, size: wordsNow().format.bytes(answer.bytes) }), null);
        preview.refetch().catch(() => undefined);
      },
    );
  };
  const found = preview.data;
  return (
    <>
      <SettingRow label={t('settings.cleanUpAge')}>
        <Select
          className={styles.selectShort}
          label={t('settings.cleanUpAge')}
          labelHidden
          value={days}
          options={AGES.map((age) => ({ value: String(age), label: age === 365 ? t('settings.year') : t('settings.days', { count: age }) }))}
          onChange={(value) => {
            setDays(value);
            setAsking(false);
            setDone(null);
          }}
        />
      </SettingRow>
      <output className={styles.text}>
        {done ? <b className={styles.done}>{t('settings.cleanedUp', { count: done.removed, size: format.bytes(done.bytes) })}</b> : null}
        {found ? (found.removed === 0 ? t('settings.cleanUpNothing') : t('settings.cleanUpPreview', { count: found.removed, size: format.bytes(found.bytes) })) : null}
        {preview.isPending ? t('settings.counting') : null}
      </output>
      {found && found.removed > 0 ? (
        <div className={styles.actions}>
          {isAsking ? (
            <>
              <span className={styles.actionsText}>{t('settings.cleanUpConfirm')}</span>
              <Button
                onClick={() => {
                  setAsking(false);
                }}
              >
                {t('common.cancel')}
              </Button>
              <Button
                kind="danger"
                disabled={task.busy}
                onClick={() => {
                  remove(found.before);
                }}
              >
                {t('settings.cleanUpRemove', { count: found.removed })}
              </Button>
            </>
          ) : (
            <Button
              kind="danger"
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('settings.cleanUpAsk')}
            </Button>
          )}
        </div>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}
