import type { Locator } from 'playwright/test';
import type { App } from './app.ts';
import { expect } from './test.ts';

/** More steps than any screen has controls. */
const MOST_STEPS = 80;

function hasKeys(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Presses Tab, or what else is named, until a control has the keys. Fails where it is never reached. */
export async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' | 'ArrowUp' | 'F6' = 'Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS && !(await hasKeys(control)); step += 1) await control.page().keyboard.press(key);
  await expect(control).toBeFocused();
}

/** Follows outlets of the newsroom, and leaves the keys with their headlines. */
export async function beginInList(app: App, ...outletIds: readonly string[]): Promise<void> {
  await app.follow(...outletIds);
  await app.screen.focusList();
}

/** Opens a section of the settings from wherever the keys are. Answers with their dialog; the keys are at the section's name. */
export async function toSettings({ screen }: App, section: string): Promise<Locator> {
  await tabTo(screen.button('Settings'));
  await screen.press('Enter');
  const dialog = screen.dialog('Settings');
  await tabTo(dialog.getByRole('tab', { selected: true }));
  await tabTo(dialog.getByRole('tab', { name: section }), 'ArrowDown');
  return dialog;
}

/** Goes to a place of the sidebar from wherever the keys are. */
export async function toPlace({ page, screen }: App, title: string): Promise<void> {
  const chosen = screen.sidebar.getByRole('treeitem', { selected: true });
  await tabTo(chosen, 'F6');
  await page.keyboard.press('Home');
  await tabTo(screen.place(title), 'ArrowDown');
}

/** Goes to a row of the menu that is open and chooses it. */
export async function chooseRow(row: Locator): Promise<void> {
  await row.waitFor();
  await tabTo(row, 'ArrowDown');
  await row.page().keyboard.press('Enter');
}
