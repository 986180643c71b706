import { useEffect } from 'react';
import { useSettings } from '../client/queries.ts';
import { setKeys } from '../keyboard/key-map.ts';
import { setLanguage } from '../words/i18n.ts';

/** Theme, density, language and keys, as the settings say. */
export function useAppearance(): void {
  const { data: settings } = useSettings();
  const theme = settings?.theme;
  const language = settings?.language;
  const keys = settings?.keys;
  const density = settings?.density;

  useEffect(() => {
    if (theme === undefined) return undefined;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => {
      dark.removeEventListener('change', apply);
    };
  }, [theme]);

  useEffect(() => {
    if (density !== undefined) document.documentElement.dataset['density'] = density;
  }, [density]);

  useEffect(() => {
    if (keys !== undefined) setKeys(keys);
  }, [keys]);

  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
}
