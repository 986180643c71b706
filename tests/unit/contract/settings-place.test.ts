import { expect, test } from 'vitest';
import { SETTING_NAME, SETTING_SECTIONS, settingsPlaceOf, settingsQuery } from '../../../electron/contract/settings-place.ts';
import type { SettingsPlace } from '../../../electron/contract/settings-place.ts';
import { SETTING_LIST } from '../../../renderer/settings/setting-list.ts';

test('an address leads where it was made to lead: to every section and every setting', () => {
  const places: readonly SettingsPlace[] = [{}, ...SETTING_SECTIONS.map((section) => ({ section })), ...SETTING_LIST.map(({ id, section }) => ({ section, setting: id })), { setting: 'face' }];
  for (const place of places) expect(settingsPlaceOf(settingsQuery(place))).toEqual(place);
  for (const { id } of SETTING_LIST) expect(id).toMatch(SETTING_NAME);
});

test.each(['', '?own-window', '?token=settings', '?setting=face'])('the window that is read in has an address without it: %s', (query) => {
  expect(settingsPlaceOf(query)).toBeNull();
});

test.each(['?settings', '?settings=', '?settings=none', '?settings=General', '?settings=%00&setting=%3Cscript%3E', '?settings&setting=a%20b'])('what an address names and is not there is passed over: %s', (query) => {
  expect(settingsPlaceOf(query)).toEqual({});
});
