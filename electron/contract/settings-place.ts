/** The sections of the settings, in their order. */
export const SETTING_SECTIONS = ['general', 'reading', 'refresh', 'storage', 'watch', 'shortcuts', 'names', 'transfer', 'backups', 'desktop', 'about'] as const;
export type SettingSection = (typeof SETTING_SECTIONS)[number];

/** Where in the settings: a section, and one setting in it by its name in `renderer/settings/setting-list.ts`. Without either, where they begin. */
export interface SettingsPlace {
  readonly section?: SettingSection | undefined;
  readonly setting?: string | undefined;
}

/** The names of settings. */
export const SETTING_NAME = /^[A-Za-z]{1,40}$/;

/** What is added to the page's address for it to draw the settings alone, as the whole window. */
export function settingsQuery({ section, setting }: SettingsPlace = {}): string {
  const query = new URLSearchParams({ settings: section ?? '' });
  if (setting !== undefined) query.set('setting', setting);
  return `?${query.toString()}`;
}

/** Where in the settings an address leads, by its query; null where it is that of the window that reads. What it names and is not there is passed over. */
export function settingsPlaceOf(query: string): SettingsPlace | null {
  const params = new URLSearchParams(query);
  const wanted = params.get('settings');
  if (wanted === null) return null;
  const section = SETTING_SECTIONS.find((one) => one === wanted);
  const setting = params.get('setting');
  return { ...(section && { section }), ...(setting !== null && SETTING_NAME.test(setting) && { setting }) };
}
