import type { Locator } from 'playwright';
import type { App } from '../e2e/app/app.ts';

/** The dialog that lies on top. */
export function dialog({ page }: App): Locator {
  return page.locator('dialog[open]').last();
}

/** Opens an article from a list that holds it as a row of its own: in others it may stand below the first report of its story. */
export async function article(app: App, list: string, title: string): Promise<void> {
  await app.screen.go(list);
  await app.screen.row(title).first().click();
  await app.screen.articleTitle.waitFor();
}

/** What floats goes when the window changes, though not at once. */
export async function putAway(app: App, floating: Locator): Promise<void> {
  await app.page.evaluate(() => dispatchEvent(new Event('resize')));
  await floating.waitFor({ state: 'hidden' });
}

/** Opens the menu of something anew, for it keeps the words that it was opened with. */
export async function menuOf(app: App, on: Locator, button: 'left' | 'right' = 'right'): Promise<void> {
  const menu = app.page.getByRole('menu');
  await putAway(app, menu);
  await on.click({ button });
  await menu.waitFor();
}

/** The menu of a row of the sidebar, which is a drawer in the narrow layout. */
export async function sidebarMenu(app: App, row: Locator): Promise<void> {
  await putAway(app, app.page.getByRole('menu'));
  if (!(await row.isVisible())) await app.page.keyboard.press('[');
  await menuOf(app, row);
}
