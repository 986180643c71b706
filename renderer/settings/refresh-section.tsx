import { useRefreshProgress } from '../client/queries.ts';
import { Select } from '../components/select.tsx';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingCheck } from './setting-check.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const INTERVALS = [0, 15, 30, 60, 180] as const;

function intervalWords(minutes: number, t: Words['t']): string {
  if (minutes === 0) return t('settings.intervalOff');
  if (minutes === 60) return t('settings.intervalHour');
  return minutes % 60 === 0 ? t('settings.intervalHours', { count: minutes / 60 }) : t('settings.intervalMinutes', { count: minutes });
}

export function RefreshSection({ settings, change }: SectionProps) {
  const { t, format } = useWords();
  const nextAt = useRefreshProgress().data?.nextAt ?? null;
  // An interval set elsewhere, such as by the command line, is shown as it is.
  const intervals = [...new Set([...INTERVALS, settings.refreshMinutes])].sort((one, other) => one - other);
  return (
    <>
      <SettingRow label={t('settings.interval')}>
        <Select
          className={styles.select}
          label={t('settings.interval')}
          labelHidden
          value={String(settings.refreshMinutes)}
          options={intervals.map((minutes) => ({ value: String(minutes), label: intervalWords(minutes, t) }))}
          onChange={(minutes) => {
            change({ refreshMinutes: Number(minutes) });
          }}
        />
      </SettingRow>
      {settings.refreshMinutes > 0 && nextAt !== null ? <p className={styles.rowNote}>{t('settings.next', { time: format.time(nextAt) })}</p> : null}
      <SettingCheck
        label={t('settings.keepImages')}
        hint={t('settings.keepImagesHint')}
        checked={settings.keepImages}
        onChange={(keepImages) => {
          change({ keepImages });
        }}
      />
    </>
  );
}
