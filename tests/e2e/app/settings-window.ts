import type { Page } from 'playwright/test';
import { settingsQuery } from '../../../electron/contract/settings-place.ts';
import type { SettingsPlace } from '../../../electron/contract/settings-place.ts';
import { SETTINGS_SIZE } from '../../../electron/shell/window-options.ts';
import type { App } from './app.ts';

/** The settings' own window beside the app's: as the app opens it on the desktop; in a browser by its address, from the page, since only what a page opened may close itself there. */
export async function settingsWindow(app: App, place: SettingsPlace = {}): Promise<Page> {
  const opening = app.page.context().waitForEvent('page');
  if (new URL(app.page.url()).protocol === 'app:') {
    await app.call('showSettings', place);
    return opening;
  }
  await app.page.evaluate((query) => void window.open(query), settingsQuery(place));
  const page = await opening;
  await page.setViewportSize(SETTINGS_SIZE);
  return page;
}
