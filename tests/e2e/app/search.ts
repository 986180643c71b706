import type { Locator } from 'playwright/test';
import type { App } from './app.ts';
import { expect } from './test.ts';

/** How many ranges the page lights as matches, and the one that was gone to. */
export async function lit(app: App): Promise<{ readonly all: readonly string[]; readonly now: readonly string[] }> {
  return app.page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const texts = (name: string): string[] => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).cloneContents().textContent ?? '');
    return { all: texts('search'), now: texts('search-now') };
  });
}

/** The search as a person uses it. */
export class Search {
  readonly app: App;
  constructor(app: App) {
    this.app = app;
  }

  get field(): Locator {
    return this.app.page.getByRole('combobox', { name: 'Search' });
  }

  get results(): Locator {
    return this.app.page.getByRole('listbox', { name: 'Results' });
  }

  get rows(): Locator {
    return this.results.getByRole('option');
  }

  /** Presses `/`, types over what stands in the field, and waits for the answer to it. */
  async type(query: string): Promise<void> {
    const { page } = this.app;
    await page.keyboard.press('/');
    await expect(this.field).toBeFocused();
    await page.keyboard.type(query);
  }

  line(words: string | RegExp): Locator {
    return this.app.page.getByRole('region', { name: 'Headlines' }).getByText(words);
  }
}
