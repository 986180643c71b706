import { useState } from 'react';
import type { OfflineSettings } from '../../electron/contract/offline.ts';
import { useFeeds } from '../client/queries.ts';
import { Checkbox } from '../components/checkbox.tsx';
import { Select } from '../components/select.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import settingsStyles from '../settings/settings.module.css';
import { useWords } from '../words/use-words.ts';
import styles from './offline.module.css';

const UNREAD_DAYS = [0, 1, 3, 7, 14, 30, 90, 365] as const;
const BUDGETS_MB = [100, 250, 500, 1000, 2000, 5000, 10_000, 50_000] as const;
const AGES = [30, 90, 180, 365, 0] as const;

interface Choice {
  readonly label: string;
  readonly value: number;
  /** What is offered; a value set elsewhere stands among them. */
  readonly choices: readonly number[];
  readonly name: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function NumberRow({ label, value, choices, name, onChange }: Choice) {
  const offered = choices.includes(value) ? choices : [...choices, value].toSorted((a, b) => a - b);
  return (
    <SettingRow label={label}>
      <Select
        className={styles.choice}
        label={label}
        labelHidden
        value={String(value)}
        options={offered.map((each) => ({ value: String(each), label: name(each) }))}
        onChange={(next) => {
          onChange(Number(next));
        }}
      />
    </SettingRow>
  );
}

export interface WantedSettingsProps {
  readonly offline: OfflineSettings;
  readonly onChange: (offline: OfflineSettings) => void;
}

/** What must be on this device: folders, unread, budget and age. */
export function WantedSettings({ offline, onChange }: WantedSettingsProps) {
  const { t, format } = useWords();
  const kept = useShownKeys('D');
  const folders = useFeeds().data?.folders ?? [];
  const { folders: chosen, unreadDays, budgetMb, evictDays } = offline;
  const [isChoosing, setChoosing] = useState(chosen !== 'all' && chosen.length > 0);
  const days = (none: string) => (value: number) => (value === 0 ? none : t('ready.days', { count: value }));
  return (
    <>
      <SettingRow label={t('ready.folders')}>
        <Select
          className={styles.choice}
          label={t('ready.folders')}
          labelHidden
          value={chosen === 'all' ? 'all' : isChoosing ? 'some' : 'none'}
          options={[
            { value: 'none', label: t('ready.foldersNone') },
            ...(folders.length > 0 ? [{ value: 'some', label: t('ready.foldersSome') }] : []),
            { value: 'all', label: t('ready.foldersAll') },
          ]}
          onChange={(value) => {
            setChoosing(value === 'some');
            onChange({ ...offline, folders: value === 'all' ? 'all' : [] });
          }}
        />
      </SettingRow>
      {chosen !== 'all' && isChoosing ? (
        <fieldset className={styles.checks} aria-label={t('ready.folderList')}>
          {folders.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              checked={chosen.includes(id)}
              onChange={(isOn) => {
                onChange({ ...offline, folders: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) });
              }}
            />
          ))}
        </fieldset>
      ) : null}
      <NumberRow label={t('ready.unread')} value={unreadDays} choices={UNREAD_DAYS} name={days(t('ready.unreadNone'))} onChange={(value) => onChange({ ...offline, unreadDays: value })} />
      <NumberRow label={t('ready.budgetLabel')} value={budgetMb} choices={BUDGETS_MB} name={(value) => format.bytes(value * 1_000_000)} onChange={(value) => onChange({ ...offline, budgetMb: value })} />
      <NumberRow label={t('ready.age')} value={evictDays} choices={AGES} name={days(t('ready.ageAny'))} onChange={(value) => onChange({ ...offline, evictDays: value })} />
      <p className={settingsStyles.text}>{kept ? t('ready.bookmarksToo', { keys: kept }) : t('ready.bookmarksTooBare')}</p>
    </>
  );
}
