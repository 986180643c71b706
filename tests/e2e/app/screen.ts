import type { Locator, Page } from 'playwright/test';

function starting(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(,|，|$)`);
}

/** The parts of the window as a person who does not see them would find them. */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get sidebar(): Locator {
    // An article with sections has a navigation of its own.
    return this.page.locator('nav[data-pane="sidebar"]');
  }

  /** A view, a folder or a source of the sidebar, by its title. */
  place(title: string): Locator {
    return this.sidebar.getByRole('treeitem', { name: starting(title) });
  }

  /** Headlines or bookmarks: the points of a chart are a list too. */
  get list(): Locator {
    return this.page.getByRole('listbox').and(this.page.locator(':not([data-chart])'));
  }

  /** Headlines whose accessible name holds the words. */
  row(words: string | RegExp): Locator {
    return this.list.getByRole('option', { name: words });
  }

  get chosen(): Locator {
    return this.list.getByRole('option', { selected: true });
  }

  get article(): Locator {
    return this.page.getByRole('main').getByRole('article');
  }

  get articleTitle(): Locator {
    return this.article.getByRole('heading', { level: 1 });
  }

  /** What was done last: the same words are spoken, and stand in a live region for that. */
  get toast(): Locator {
    return this.page.locator('[data-toast]');
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Opens a view, a folder or a source, and waits for its list. */
  async go(title: string): Promise<void> {
    await this.place(title).click();
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    // The headlines of before stay until those of the place are here.
    await this.page.locator('[role="listbox"][aria-busy="true"]').waitFor({ state: 'detached' });
  }

  /** Gives the keys to the list. */
  async focusList(): Promise<void> {
    await this.list.focus();
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
