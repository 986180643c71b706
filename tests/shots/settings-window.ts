import { SETTING_SECTIONS, settingsQuery } from '../../electron/contract/settings-place.ts';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import { SETTINGS_SIZE } from '../../electron/shell/window-options.ts';
import type { App } from '../e2e/app/app.ts';
import { dialog } from './reach.ts';
import type { ShownScreen } from './shown-screen.ts';

async function open(app: App, place: SettingsPlace): Promise<void> {
  await app.page.goto(new URL(settingsQuery(place), app.page.url()).href);
  await app.page.getByRole('tabpanel').waitFor();
}

async function leave(app: App): Promise<void> {
  await app.page.goto(new URL('./', app.page.url()).href);
}

const window = (id: string, opened: (app: App) => Promise<void>, size = SETTINGS_SIZE): ShownScreen => ({ id: `settings-window-${id}`, stage: 'library', size, open: opened, leave });

/** The settings as the window of their own that they are on the desktop. */
export const SETTINGS_WINDOWS: readonly ShownScreen[] = [
  ...SETTING_SECTIONS.map((section) => window(section, (app) => open(app, { section }))),
  window('found', async (app) => {
    await open(app, {});
    await app.page.getByRole('textbox', { name: 'Find a setting' }).fill('storage');
  }),
  window('export', async (app) => {
    await open(app, { section: 'transfer' });
    await app.page.getByRole('button', { name: 'Export articles…' }).click();
    await dialog(app).waitFor();
  }),
  window('done', async (app) => {
    await open(app, { section: 'shortcuts' });
    await app.call('setSettings', { keys: { singleKeys: true, own: { mute: ['x'] } } });
    await app.page.getByRole('button', { name: 'Usual keys for all' }).click();
    await app.page.locator('[data-toast]').waitFor();
  }),
  // Letters twice as large in the smallest window.
  window('enlarged', (app) => open(app, { section: 'reading' }), { width: 380, height: 560 }),
];
