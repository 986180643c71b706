import type { Locator } from 'playwright/test';
import type { App } from './app.ts';
import { expect } from './test.ts';

/** What a person does in the first minutes, by one kind of hand. Nothing but that hand is used. */
export interface Hands {
  /** Out of the empty library: follows what is at the address. */
  readonly subscribe: (app: App, address: string) => Promise<void>;
  /** On the first run: follows the one source of the catalogue, which is chosen to begin with, and what names it. */
  readonly choose: (app: App, source: string) => Promise<void>;
  /** Opens the headline in the list of its source. */
  readonly read: (app: App, source: string, title: string) => Promise<void>;
  readonly bookmark: (app: App) => Promise<void>;
  readonly search: (app: App, words: string) => Promise<void>;
  readonly refresh: (app: App) => Promise<void>;
  /** Opens the newest of the bookmarks to be read. */
  readonly openBookmark: (app: App) => Promise<void>;
}

const firstRun = (app: App): Locator => app.screen.dialog('What do you follow?');
const adding = (app: App): Locator => app.screen.dialog('Add source');

export const MOUSE: Hands = {
  async subscribe(app, address) {
    await app.screen.button('Add source…').click();
    await adding(app).getByRole('textbox').click();
    await app.page.keyboard.insertText(address);
    await adding(app).getByRole('button', { name: 'Find' }).click();
    await expect(adding(app).getByRole('radio').first()).toBeChecked();
    await adding(app).getByRole('button', { name: 'Subscribe' }).click();
  },
  async choose(app, source) {
    await firstRun(app).getByRole('button', { name: 'Dysprosium' }).click();
    await expect(firstRun(app).getByRole('checkbox', { name: source })).toBeChecked();
    await firstRun(app).getByRole('button', { name: 'Start reading' }).click();
  },
  async read(app, source, title) {
    await app.screen.place(source).click();
    await app.screen.row(title).click();
  },
  async bookmark(app) {
    await app.page.getByRole('region', { name: 'Article' }).or(app.page.getByRole('main')).getByRole('button', { name: 'Bookmark', exact: true }).first().click();
  },
  async search(app, words) {
    await app.screen.button('Search').first().click();
    await app.page.keyboard.insertText(words);
    await app.page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click();
  },
  async refresh(app) {
    await app.screen.sidebar.getByRole('button', { name: 'Refresh all' }).click();
  },
  async openBookmark(app) {
    await app.screen.place('Bookmarks').click();
    await app.page.getByRole('listbox', { name: 'Bookmarks' }).getByRole('option').first().click();
    await app.screen.button('Read article').click();
  },
};

async function hasKeys(aim: Locator): Promise<boolean> {
  return (await aim.count()) > 0 && aim.first().evaluate((element) => element === document.activeElement);
}

/** Tabs until what has the focus fits; fails where the whole window has been gone through. */
async function tabTo(app: App, aim: Locator): Promise<void> {
  // Before it is drawn, Tab leads nowhere.
  await expect(aim.first()).toBeVisible();
  for (let i = 0; i < 60; i += 1) {
    if (await hasKeys(aim)) return;
    await app.screen.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(aim)}`);
}

/** Goes down a list until the chosen row fits. */
async function downTo(app: App, title: string): Promise<void> {
  const size = Number(await app.screen.list.getByRole('option').first().getAttribute('aria-setsize'));
  for (let i = 1; i <= size; i += 1) {
    await app.screen.press('j');
    await expect(app.screen.chosen).toHaveAttribute('aria-posinset', String(i));
    if ((await app.screen.chosen.getAttribute('aria-label'))?.includes(title)) return;
  }
  throw new Error(`the list has no ${title}`);
}

export const KEYBOARD: Hands = {
  async subscribe(app, address) {
    await tabTo(app, app.screen.button('Add source…'));
    await app.screen.press('Enter');
    await expect(adding(app).getByRole('textbox')).toBeFocused();
    await app.page.keyboard.insertText(address);
    await app.screen.press('Enter');
    await expect(adding(app).getByRole('radio').first()).toBeChecked();
    await app.screen.press('Enter');
  },
  async choose(app, source) {
    await tabTo(app, firstRun(app).getByRole('button', { name: 'Dysprosium' }));
    await app.screen.press('Enter');
    await expect(firstRun(app).getByRole('checkbox', { name: source })).toBeChecked();
    await tabTo(app, firstRun(app).getByRole('button', { name: 'Start reading' }));
    await app.screen.press('Enter');
  },
  async read(app, source, title) {
    await tabTo(app, app.screen.sidebar.locator('[role="treeitem"][tabindex="0"], [role="tree"][tabindex="0"]'));
    for (let i = 0; i < 40 && !(await hasKeys(app.screen.place(source))); i += 1) await app.screen.press('ArrowDown');
    await app.screen.press('Enter');
    await expect(app.page.getByRole('heading', { level: 1, name: source, exact: true })).toBeVisible();
    await tabTo(app, app.screen.list);
    await downTo(app, title);
  },
  async bookmark(app) {
    await app.screen.press('s');
  },
  async search(app, words) {
    await app.screen.press('/');
    await expect(app.page.getByRole('combobox', { name: 'Search' })).toBeFocused();
    await app.page.keyboard.insertText(words);
    await expect(app.page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible();
    await app.screen.press('Enter');
  },
  async refresh(app) {
    await app.screen.press('Escape', 'Shift+R');
  },
  async openBookmark(app) {
    // A key that comes before the window is there is nobody's.
    await expect(app.screen.articleTitle).toBeVisible();
    await app.screen.press('g', 'b');
    const list = app.page.getByRole('listbox', { name: 'Bookmarks' });
    await expect(list).toBeFocused();
    await expect(list.getByRole('option').first()).toBeVisible();
    await app.screen.press('j', 'Enter');
  },
};
