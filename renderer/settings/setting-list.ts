import type { TFunction } from 'i18next';
import type { SettingSection } from '../../electron/contract/settings-place.ts';

/** A setting as it can be looked for. */
export interface SettingEntry {
  readonly id: string;
  readonly section: SettingSection;
  /** The name of its control or heading, by which it is found in its section. */
  readonly name: (t: TFunction) => string;
  /** Other words that a person may look for it by. */
  readonly also?: (t: TFunction) => string;
}

/** Everything that can be set, in the order of the sections. */
export const SETTING_LIST: readonly SettingEntry[] = [
  { id: 'language', section: 'general', name: (t) => t('settings.language'), also: (t) => t('settingWords.language') },
  { id: 'theme', section: 'general', name: (t) => t('settings.theme'), also: (t) => t('settingWords.theme') },
  { id: 'density', section: 'general', name: (t) => t('settings.density'), also: (t) => t('settingWords.density') },
  { id: 'textSize', section: 'reading', name: (t) => t('look.size'), also: (t) => t('settingWords.textSize') },
  { id: 'face', section: 'reading', name: (t) => t('look.face'), also: (t) => t('settingWords.textSize') },
  { id: 'measure', section: 'reading', name: (t) => t('look.measure') },
  { id: 'leading', section: 'reading', name: (t) => t('look.leading') },
  { id: 'articleTheme', section: 'reading', name: (t) => t('look.theme'), also: (t) => t('settingWords.theme') },
  { id: 'wideFigures', section: 'reading', name: (t) => t('look.wide') },
  { id: 'unreadOnly', section: 'reading', name: (t) => t('settings.unreadOnly') },
  { id: 'stories', section: 'reading', name: (t) => t('stories.settingOne'), also: (t) => t('settingWords.stories') },
  { id: 'readStories', section: 'reading', name: (t) => t('stories.settingRead') },
  { id: 'readPassed', section: 'reading', name: (t) => t('settings.readPassed'), also: (t) => t('settingWords.readPassed') },
  { id: 'interval', section: 'refresh', name: (t) => t('settings.interval'), also: (t) => t('settingWords.interval') },
  { id: 'keepImages', section: 'refresh', name: (t) => t('settings.keepImages'), also: (t) => t('settingWords.keepImages') },
  { id: 'mustBeHere', section: 'storage', name: (t) => t('ready.mustBeHere'), also: (t) => t('settingWords.mustBeHere') },
  { id: 'space', section: 'storage', name: (t) => t('ready.space'), also: (t) => t('settingWords.space') },
  { id: 'evict', section: 'storage', name: (t) => t('ready.evict') },
  { id: 'cleanUp', section: 'storage', name: (t) => t('settings.cleanUp'), also: (t) => t('settingWords.cleanUp') },
  { id: 'notify', section: 'watch', name: (t) => t('watchSettings.notify'), also: (t) => t('settingWords.notify') },
  { id: 'quiet', section: 'watch', name: (t) => t('watchSettings.quiet'), also: (t) => t('settingWords.quiet') },
  { id: 'digest', section: 'watch', name: (t) => t('watchSettings.digest') },
  { id: 'singleKeys', section: 'shortcuts', name: (t) => t('keySettings.single'), also: (t) => t('settingWords.shortcuts') },
  { id: 'keys', section: 'shortcuts', name: (t) => t('shortcuts.title'), also: (t) => t('settingWords.shortcuts') },
  { id: 'names', section: 'names', name: (t) => t('settings.names'), also: (t) => t('settingWords.names') },
  { id: 'import', section: 'transfer', name: (t) => t('carry.waysIn'), also: (t) => t('settingWords.transfer') },
  { id: 'export', section: 'transfer', name: (t) => t('carry.waysOut'), also: (t) => t('settingWords.transfer') },
  { id: 'backup', section: 'backups', name: (t) => t('backups.make'), also: (t) => t('settingWords.backups') },
  { id: 'backups', section: 'backups', name: (t) => t('backups.list'), also: (t) => t('settingWords.backups') },
  { id: 'tray', section: 'desktop', name: (t) => t('desktop.tray') },
  { id: 'closeToTray', section: 'desktop', name: (t) => t('desktop.closeToTray') },
  { id: 'startAtLogin', section: 'desktop', name: (t) => t('desktop.startAtLogin') },
  { id: 'badge', section: 'desktop', name: (t) => t('desktop.badge') },
  { id: 'quietOnBattery', section: 'desktop', name: (t) => t('desktop.quietOnBattery') },
  { id: 'quietOnMetered', section: 'desktop', name: (t) => t('desktop.quietOnMetered') },
  { id: 'updates', section: 'desktop', name: (t) => t('desktop.updates') },
  { id: 'version', section: 'about', name: (t) => t('settings.about'), also: (t) => t('settingWords.about') },
];
