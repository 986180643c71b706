import type { Density, Language, Theme } from '../../electron/contract/settings.ts';
import { Segment } from '../components/segment.tsx';
import { Select } from '../components/select.tsx';
import { resolveLanguage } from '../words/resolve-language.ts';
import { useWords } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

export function GeneralSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  const system = resolveLanguage('system', navigator.languages) === 'zh-CN' ? t('settings.languageZh') : t('settings.languageEn');
  const languages: { readonly value: Language; readonly label: string }[] = [
    { value: 'system', label: t('settings.languageSystem', { language: system }) },
    { value: 'en', label: t('settings.languageEn') },
    { value: 'zh-CN', label: t('settings.languageZh') },
  ];
  const themes: { readonly value: Theme; readonly label: string }[] = [
    { value: 'system', label: t('settings.themeSystem') },
    { value: 'light', label: t('settings.themeLight') },
    { value: 'dark', label: t('settings.themeDark') },
  ];
  const densities: readonly { readonly value: Density; readonly label: string }[] = [
    { value: 'compact', label: t('settings.densityCompact') },
    { value: 'standard', label: t('settings.densityStandard') },
    { value: 'roomy', label: t('settings.densityRoomy') },
  ];
  return (
    <>
      <SettingRow label={t('settings.language')}>
        <Select
          className={styles.select}
          label={t('settings.language')}
          labelHidden
          value={settings.language}
          options={languages}
          onChange={(language) => {
            change({ language });
          }}
        />
      </SettingRow>
      <SettingRow label={t('settings.theme')}>
        <Segment
          label={t('settings.theme')}
          value={settings.theme}
          options={themes}
          onChange={(theme) => {
            change({ theme });
          }}
        />
      </SettingRow>
      <SettingRow label={t('settings.density')}>
        <Segment
          label={t('settings.density')}
          value={settings.density}
          options={densities}
          onChange={(density) => {
            change({ density });
          }}
        />
      </SettingRow>
    </>
  );
}
