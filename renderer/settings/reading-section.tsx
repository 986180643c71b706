import { Checkbox } from '../components/checkbox.tsx';
import { Select } from '../components/select.tsx';
import { showNew } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const TEXT_SIZES = [15, 16, 17, 18, 20, 22, 24] as const;

export function ReadingSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  return (
    <>
      <SettingRow label={t('settings.textSize')}>
        <Select
          className={styles.select}
          label={t('settings.textSize')}
          labelHidden
          value={String(settings.textSize)}
          options={TEXT_SIZES.map((size) => ({ value: String(size), label: t('settings.pixels', { count: size }) }))}
          onChange={(size) => {
            change({ textSize: Number(size) });
          }}
        />
      </SettingRow>
      <p className={styles.sample} style={{ fontSize: settings.textSize }}>
        {t('settings.textSizeSample')}
      </p>
      <div className={styles.check}>
        <Checkbox
          label={t('settings.unreadOnly')}
          hint={t('settings.unreadOnlyHint')}
          checked={settings.unreadOnly}
          onChange={(unreadOnly) => {
            change({ unreadOnly });
          }}
        />
      </div>
      <div className={styles.check}>
        <Checkbox
          label={t('stories.settingOne')}
          hint={t('stories.settingOneHint')}
          checked={settings.stories}
          onChange={(stories) => {
            change({ stories });
            void showNew();
          }}
        />
      </div>
      <div className={styles.check}>
        <Checkbox
          label={t('stories.settingRead')}
          checked={settings.readStories}
          onChange={(readStories) => {
            change({ readStories });
          }}
        />
      </div>
    </>
  );
}
