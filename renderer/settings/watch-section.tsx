import { useState } from 'react';
import { useAppInfo } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { Select } from '../components/select.tsx';
import { useWords } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingCheck } from './setting-check.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

function toClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Steps of half an hour; one that was set otherwise stays among them. */
function timesWith(minutes: number): readonly number[] {
  return [...new Set([...Array.from({ length: 48 }, (_, half) => half * 30), minutes])].toSorted((one, other) => one - other);
}

function Clock({ label, minutes, disabled = false, onChange }: { readonly label: string; readonly minutes: number; readonly disabled?: boolean; readonly onChange: (minutes: number) => void }) {
  return (
    <SettingRow label={label}>
      <Select className={styles.selectShort} label={label} labelHidden disabled={disabled} value={String(minutes)} options={timesWith(minutes).map((time) => ({ value: String(time), label: toClock(time) }))} onChange={(time) => onChange(Number(time))} />
    </SettingRow>
  );
}

/** The system's notifications for a window of the browser, which a person has to allow. */
function Permission() {
  const { t } = useWords();
  const [permission, setPermission] = useState(typeof Notification === 'undefined' ? 'denied' : Notification.permission);
  if (permission === 'default') {
    return (
      <div className={`${styles.actions} ${styles.under}`}>
        <Button onClick={() => void Notification.requestPermission().then(setPermission)}>{t('watchSettings.permit')}</Button>
      </div>
    );
  }
  return <p className={`${styles.text} ${styles.under}`}>{t(permission === 'granted' ? 'watchSettings.permitted' : 'watchSettings.denied')}</p>;
}

/** When alerts may be told of, and how. */
export function WatchSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  const { data: info } = useAppInfo();
  const { alerts } = settings;
  const set = (patch: Partial<typeof alerts>) => {
    change({ alerts: { ...alerts, ...patch } });
  };
  return (
    <>
      <SettingCheck label={t('watchSettings.notify')} hint={t('watchSettings.notifyHint')} checked={alerts.notify} onChange={(notify) => set({ notify })} />
      {info?.door === 'loopback' && alerts.notify ? <Permission /> : null}
      <SettingCheck label={t('watchSettings.quiet')} hint={t('watchSettings.quietHint')} checked={alerts.quiet} onChange={(quiet) => set({ quiet })} />
      <div className={`${styles.clocks} ${styles.under}`}>
        <Clock label={t('watchSettings.from')} minutes={alerts.quietFrom} disabled={!alerts.quiet} onChange={(quietFrom) => set({ quietFrom })} />
        <Clock label={t('watchSettings.to')} minutes={alerts.quietTo} disabled={!alerts.quiet} onChange={(quietTo) => set({ quietTo })} />
      </div>
      <div className={styles.check}>
        <Clock label={t('watchSettings.digest')} minutes={alerts.digestAt} onChange={(digestAt) => set({ digestAt })} />
      </div>
    </>
  );
}
