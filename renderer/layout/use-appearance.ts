import { useEffect } from 'react';
import type { Settings } from '../../electron/contract/settings.ts';
import { useSettings } from '../client/queries.ts';
import { setKeys } from '../keyboard/key-map.ts';
import { setLanguage } from '../words/language.ts';

const inDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

function setTheme(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? (inDark().matches ? 'dark' : 'light') : theme;
}

function setDensity(density: Settings['density']): void {
  document.documentElement.dataset['density'] = density;
}

/** Theme, density, language and keys before anything is drawn, so that nothing is drawn twice for them. */
export function showAppearance({ theme, density, language, keys }: Settings): void {
  setTheme(theme);
  setDensity(density);
  setKeys(keys);
  setLanguage(language);
}

/** Theme, density, language and keys, as the settings say. */
export function useAppearance(): void {
  const { data: settings } = useSettings();
  const theme = settings?.theme;
  const language = settings?.language;
  const keys = settings?.keys;
  const density = settings?.density;

  useEffect(() => {
    if (theme === undefined) return undefined;
    const dark = inDark();
    const apply = () => setTheme(theme);
    apply();
    dark.addEventListener('change', apply);
    return () => {
      dark.removeEventListener('change', apply);
    };
  }, [theme]);

  useEffect(() => {
    if (density !== undefined) setDensity(density);
  }, [density]);

  useEffect(() => {
    if (keys !== undefined) setKeys(keys);
  }, [keys]);

  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
}
