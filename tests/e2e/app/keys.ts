import type { Locator } from 'playwright/test';
import { expect } from './test.ts';

/** More steps than any screen has controls. */
const MOST_STEPS = 80;

/** Presses Tab, or what else is named, until a control has the keys. Fails where it is never reached. */
export async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const hasKeys = () => control.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST_STEPS && !(await hasKeys()); step += 1) await control.page().keyboard.press(key);
  await expect(control).toBeFocused();
}

/** Goes to a row of the menu that is open and chooses it. */
export async function chooseRow(row: Locator): Promise<void> {
  await row.waitFor();
  for (let step = 0; step < MOST_STEPS && !(await row.evaluate((element) => element === document.activeElement)); step += 1) await row.page().keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await row.page().keyboard.press('Enter');
}
