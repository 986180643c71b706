import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { LookChoices } from '../reading/look-choices.tsx';
import { useWords } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingCheck } from './setting-check.tsx';
import styles from './settings.module.css';

export function ReadingSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  const unread = useShownKeys('U');
  const story = useShownKeys('E');
  const undo = useShownKeys('Z');
  return (
    <>
      <LookChoices settings={settings} change={change} />
      <p className={styles.sample} style={{ fontSize: settings.textSize, ...(settings.articleLook.face === 'sans' && { fontFamily: 'var(--font-ui)' }) }}>
        {t('settings.textSizeSample')}
      </p>
      <SettingCheck
        label={t('settings.unreadOnly')}
        hint={unread && t('settings.unreadOnlyHint', { keys: unread })}
        checked={settings.unreadOnly}
        onChange={(unreadOnly) => {
          change({ unreadOnly });
        }}
      />
      <SettingCheck
        label={t('stories.settingOne')}
        hint={story && t('stories.settingOneHint', { keys: story })}
        checked={settings.stories}
        onChange={(stories) => {
          change({ stories });
        }}
      />
      <SettingCheck
        label={t('stories.settingRead')}
        checked={settings.readStories}
        onChange={(readStories) => {
          change({ readStories });
        }}
      />
      <SettingCheck
        label={t('settings.readPassed')}
        hint={undo && t('settings.readPassedHint', { keys: undo })}
        checked={settings.readPassed}
        onChange={(readPassed) => {
          change({ readPassed });
        }}
      />
    </>
  );
}
