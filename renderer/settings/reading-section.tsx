import { Checkbox } from '../components/checkbox.tsx';
import { LookChoices } from '../reading/look-choices.tsx';
import { showNew } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import styles from './settings.module.css';

export function ReadingSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  return (
    <>
      <LookChoices settings={settings} change={change} />
      <p className={styles.sample} style={{ fontSize: settings.textSize, ...(settings.articleLook.face === 'sans' && { fontFamily: 'var(--font-ui)' }) }}>
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
