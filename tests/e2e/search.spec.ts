import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright/test';
import type { App } from './app/app.ts';
import { expect, test } from './app/test.ts';

/** How many ranges the page lights as matches, and the one that was gone to. */
async function lit(app: App): Promise<{ readonly all: readonly string[]; readonly now: readonly string[] }> {
  return app.page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const texts = (name: string): string[] => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).cloneContents().textContent ?? '');
    return { all: texts('search'), now: texts('search-now') };
  });
}

class Search {
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

test.describe('Search', () => {
  test('finds what is typed in every script and by every name, with the words lit', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    await search.type('镝');
    await expect(search.line(/^\d+ results$/)).toBeVisible();
    await expect(search.line(/Also searching/)).toContainText('dysprosium');
    const chinese = search.results.getByRole('option', { name: /镝价七连涨/ });
    await expect(chinese.locator('mark').first()).toHaveText('镝');
    const english = search.results.getByRole('option', { name: /Dysprosium oxide gains again/ });
    await expect(english.locator('mark').first()).toHaveText('Dysprosium');
    // A passage of the text, cut so that its word is in sight.
    const passage = search.results.getByRole('option', { name: /Why hub motors eat heavy rare earths/ }).locator('mark').first();
    await expect(passage).toHaveText('dysprosium');
    await expect(passage).toBeInViewport();

    await search.field.fill('Dy2O3');
    await expect(search.results.getByRole('option', { name: /REO、TREO/ }).getByText('Dy2O3').first()).toBeVisible();
    await search.field.fill('稀土');
    await expect(search.line(/Also searching/)).toContainText('rare earth');
    await expect(search.results.locator('mark', { hasText: '稀土' }).first()).toBeVisible();

    const total = Number.parseInt((await search.line(/^\d+ results$/).textContent())!, 10);
    await expect(search.rows.first()).toHaveAttribute('aria-setsize', String(total));
    await expect(app.page.locator('[aria-live="polite"]')).toHaveText(`${total} results`);
  });

  test('with exact words only, and with other names again, by one click', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    await search.type('镝');
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toBeVisible();
    await app.screen.button('Exact words only').click();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toHaveCount(0);
    await expect(search.results.getByRole('option', { name: /镝价七连涨/ })).toBeVisible();
    await app.screen.button('Search other names too').click();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toBeVisible();
  });

  test('completes an operator by keyboard and by pointer, names in both languages', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page } = app;
    await search.type('ele');
    const options = page.getByRole('listbox', { name: 'Ways to go on' });
    await expect(options.getByRole('option', { name: /^element:/ })).toBeVisible();
    await search.app.screen.press('ArrowDown', 'Enter');
    await expect(search.field).toHaveValue('element:');
    await page.keyboard.type('镝');
    const dysprosium = options.getByRole('option', { name: /dysprosium · 镝/i });
    await expect(dysprosium).toBeVisible();
    await search.app.screen.press('ArrowDown');
    await expect(dysprosium).toHaveAttribute('aria-selected', 'true');
    await expect(search.field).toHaveAttribute('aria-activedescendant', (await dysprosium.getAttribute('id'))!);
    await search.app.screen.press('Enter');
    // An element that is typed to its end is a cell of its own.
    const cell = app.screen.button('Take out Dysprosium');
    await expect(cell).toHaveText('Dy');
    await expect(search.field).toHaveValue('');
    await expect(search.rows.first()).toBeVisible();

    await page.keyboard.type('feed:mag');
    await options.getByRole('option', { name: /Magnet Monitor/ }).click();
    await expect(search.field).toHaveValue('feed:"Magnet Monitor" ');
    await expect(search.field).toBeFocused();
    await expect(search.results.getByRole('option', { name: /Why hub motors eat heavy rare earths/ })).toBeVisible();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toHaveCount(0);
    await search.app.screen.press('Home', 'Backspace');
    await expect(cell).toHaveCount(0);

    // What is typed to its end has nothing to go on with: the menus below the field stay in sight.
    await search.field.fill('dysprosium after:7');
    await expect(options.getByRole('option', { name: /^7d/ })).toBeVisible();
    await page.keyboard.type('d');
    await expect(options).toHaveCount(0);
  });

  test('says what is wrong with a query where it is, and searches for the rest', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    await search.type('dysprosium before:gestern "oxide');
    const note = app.screen.button(/before:gestern is not a date/);
    await expect(note).toBeVisible();
    // What is no date narrows nothing, and the menu says so.
    await expect(app.screen.button('Time: Any time')).toBeVisible();
    await expect(app.screen.button(/^" opens a phrase that is not closed/)).toBeVisible();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toBeVisible();
    await note.click();
    expect(await search.field.evaluate((field: HTMLInputElement) => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0))).toBe('before:gestern');
  });

  test('is narrowed by its menus, which write the query', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page, screen } = app;
    await screen.go('Magnet Monitor');
    await search.type('dysprosium');
    await expect(search.results.getByRole('option', { name: /镝价七连涨/ })).toBeVisible();
    await screen.button('Searched: All sources').click();
    await page.getByRole('menuitemradio', { name: 'In Magnet Monitor' }).click();
    await expect(search.results.getByRole('option', { name: /镝价七连涨/ })).toHaveCount(0);
    await expect(search.results.getByRole('option', { name: /Why hub motors/ })).toBeVisible();

    await screen.button(/^In which part/).click();
    await page.getByRole('menuitemradio', { name: 'Title only' }).click();
    await expect(search.field).toHaveValue('title:dysprosium');
    await expect(screen.button('In which part: Title only')).toBeVisible();
    await screen.button(/^Time/).click();
    await page.getByRole('menuitemradio', { name: '7 days' }).click();
    await expect(search.field).toHaveValue('title:dysprosium after:7d');
    await expect(page.getByRole('heading', { name: /^Nothing found for/ })).toBeVisible();
    await expect(page.getByText(/or search all time/)).toBeVisible();
    await screen.button('Search all time').click();
    await expect(search.field).toHaveValue('title:dysprosium');
    await screen.button('Search all sources').click();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toBeVisible();

    await screen.button(/^Time/).click();
    await page.getByRole('menuitemradio', { name: 'From and to…' }).click();
    const dialog = screen.dialog('Time to search');
    await dialog.getByLabel('From').fill('2020-01-02');
    await dialog.getByLabel('Before').fill('2020-02-01');
    await dialog.getByRole('button', { name: 'Search' }).click();
    await expect(search.field).toHaveValue('title:dysprosium after:2020-01-02 before:2020-02-01');
    await screen.button(/^Order/).click();
    await page.getByRole('menuitemradio', { name: 'Best match' }).click();
    await expect(screen.button('Order: Best match')).toBeVisible();
  });

  test('opens what it found with the words lit, walks through them, and gives the keys back', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page, screen } = app;
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    await screen.press('Enter');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    const bar = page.getByRole('group', { name: 'Matches in this article' });
    await expect(bar).toContainText('4 matches');
    // The formula stands in several nodes of the page.
    expect((await lit(app)).all).toEqual(['Dysprosium', 'Dysprosium', 'Dy2O3', 'dysprosium']);
    await screen.press('n');
    await expect(bar).toContainText('1 of 4');
    expect((await lit(app)).now).toEqual(['Dysprosium']);
    await screen.press('n');
    await screen.press('n');
    await expect(bar).toContainText('3 of 4');
    expect((await lit(app)).now).toEqual(['Dy2O3']);
    await screen.press('p', 'p', 'p');
    await expect(bar).toContainText('4 of 4');
    await screen.press('Control+g');
    await expect(bar).toContainText('1 of 4');
    await screen.press('Control+Shift+g');
    await expect(bar).toContainText('4 of 4');
    await bar.getByRole('button', { name: 'Next match' }).click();
    await expect(bar).toContainText('1 of 4');

    // What a person marks is drawn into the same text; neither takes the other away.
    await page.getByText('The volume behind them is thin').first().selectText();
    await screen.press('h');
    await expect(screen.article.locator('mark[data-highlight]').first()).toBeVisible();
    await expect.poll(async () => (await lit(app)).all).toEqual(['Dysprosium', 'Dysprosium', 'Dy2O3', 'dysprosium']);

    await screen.focusList();
    await screen.press('Escape');
    await expect(bar).toHaveCount(0);
    expect((await lit(app)).all).toEqual([]);
    await expect(screen.article.locator('mark[data-highlight]').first()).toBeVisible();
    // Now they are the keys of unread headlines again.
    await screen.press('n');
    await expect(screen.articleTitle).toHaveText(/Border checks squeeze/);
    await expect(bar).toHaveCount(0);
    await screen.press('Control+g');
    await expect(bar).toContainText(/^1 of \d+/);
  });

  test('is saved as a watchlist, or made a rule of', async ({ app }) => {
    await app.follow('oxide-alloy', 'xitu-zaobao');
    const search = new Search(app);
    const { page, screen } = app;
    await search.type('镝 -quota');
    await expect(search.rows.first()).toBeVisible();
    await screen.button('More for this search').click();
    await page.getByRole('menuitem', { name: 'Make a rule of it…' }).click();
    await expect(screen.dialog('Add rule').getByRole('textbox', { name: 'Search' })).toHaveValue('镝 -quota');
    await page.keyboard.press('Escape');
    await screen.button('More for this search').click();
    await page.getByRole('menuitem', { name: 'Save search…' }).click();
    const dialog = screen.dialog('Add watchlist');
    await expect(dialog.getByRole('textbox', { name: 'Search' })).toHaveValue('镝 -quota');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(search.field).toHaveCount(0);
    const { watches: [watch] } = await app.call('watches', {});
    expect(watch?.total).toBe((await app.call('search', { query: '镝 -quota', limit: 10 })).total.count);
    await expect(screen.place('镝 -quota')).toBeVisible();
  });

  test('is left with Escape, and the list comes back where it was', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen } = app;
    await screen.go('Unread');
    await screen.list.evaluate((element) => element.scrollTo(0, 731));
    await screen.row(/./).nth(14).click();
    const title = (await screen.articleTitle.textContent())!;
    const top = await screen.list.evaluate((element) => element.scrollTop);
    await search.type('dysprosium');
    await screen.press('Enter');
    await expect(screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    // What is done to a result is done to the headline of the list as well.
    await expect(search.rows.first()).not.toHaveAccessibleName(/^Unread/);
    await screen.press('s');
    await expect(search.rows.first()).toHaveAccessibleName(/Bookmarked/);
    await screen.press('z');
    await expect(search.rows.first()).not.toHaveAccessibleName(/Bookmarked/);
    await screen.press('s');

    await screen.press('/', 'Escape');
    await expect(search.field).toHaveValue('');
    await expect(search.field).toBeFocused();
    await expect(screen.articleTitle).toHaveText(title);
    await screen.press('Escape');
    await expect(search.field).toHaveCount(0);
    await expect(app.page.getByRole('heading', { level: 1, name: 'Unread' })).toBeVisible();
    expect(await screen.list.evaluate((element) => element.scrollTop)).toBe(top);
    await expect(screen.list).toBeFocused();
    await screen.press('k', 'j');
    await expect(screen.articleTitle).toHaveText(title);
    await screen.list.evaluate((element) => element.scrollTo(0, 0));
    await expect(screen.row(/Dysprosium oxide gains again/)).toHaveAccessibleName(/Bookmarked/);
  });

  test('survives a restart, as the list below it does', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page } = app;
    await app.screen.go('Trade press');
    await app.screen.row(/./).nth(4).click();
    const title = (await app.screen.articleTitle.textContent())!;
    await search.type('镝');
    await app.screen.press('Enter');
    await expect(app.screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect.poll(async () => (await app.call('getSettings', {})).place?.search?.query).toBe('镝');
    await expect.poll(async () => (await app.call('getSettings', {})).recentSearches).toEqual(['镝']);
    await expect(page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
    await app.restart();

    await expect(search.field).toHaveValue('镝');
    await expect(app.screen.articleTitle).toHaveText(/Dysprosium oxide gains again/);
    await expect(search.rows.first()).toHaveAttribute('aria-selected', 'true');
    await app.page.keyboard.press('/');
    await app.screen.press('Escape');
    // The field is empty: what was searched for last is offered.
    const recent = app.page.getByRole('listbox', { name: 'Recent searches' });
    await expect(recent.getByRole('option')).toHaveText(['镝']);
    await app.screen.press('Escape');
    await expect(app.page.getByRole('heading', { level: 1, name: 'Trade press' })).toBeVisible();
    await expect(app.screen.articleTitle).toHaveText(title);
  });

  test('has the keys before the next frame, so that none that follows is lost', async ({ app }) => {
    await app.follow('oxide-alloy');
    await app.screen.focusList();
    const focused = await app.page.evaluate(() => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
      return document.activeElement?.getAttribute('role');
    });
    expect(focused).toBe('combobox');
  });

  test('is fast to type in: the newest answer is the one that is shown', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    await search.type('dysprosium');
    for (const query of ['gallium', 'terbium', 'tungsten', '镝', 'gallium']) await search.field.fill(query);
    await expect(search.results.getByRole('option', { name: /镓出口申请换新表/ })).toBeVisible();
    await expect(search.results.getByRole('option', { name: /Dysprosium oxide gains again/ })).toHaveCount(0);
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  });

  test('keeps still while an input method composes', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { page } = app;
    await app.page.keyboard.press('/');
    await expect(search.field).toBeFocused();
    const client = await page.context().newCDPSession(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/call/search')) asked.push((request.postDataJSON() as { query: string }).query);
    });
    await client.send('Input.imeSetComposition', { text: 'di', selectionStart: 2, selectionEnd: 2 });
    await client.send('Input.imeSetComposition', { text: 'di\'', selectionStart: 3, selectionEnd: 3 });
    await expect(search.field).toHaveValue("di'");
    await client.send('Input.insertText', { text: '镝' });
    await expect(search.field).toHaveValue('镝');
    await expect(search.results.getByRole('option', { name: /镝价七连涨/ })).toBeVisible();
    expect(new Set(asked)).toEqual(new Set(['镝']));
  });

  test('opens from a chip of an article, and from the magnifier', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen } = app;
    await screen.row(/Dysprosium oxide gains again/).click();
    await screen.article.getByRole('list', { name: 'Named in this article' }).getByRole('button', { name: /terbium/ }).click();
    await expect(screen.button('Take out Terbium')).toHaveText('Tb');
    await expect(search.results.getByRole('option', { name: /只涂一面/ })).toBeVisible();
    await screen.press('Escape');
    await screen.press('Escape');
    await expect(search.field).toHaveCount(0);
    await screen.button('Search').click();
    await expect(search.field).toBeFocused();
  });

  test('works by keyboard alone in a narrow window', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen, page } = app;
    await page.setViewportSize({ width: 720, height: 700 });
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    await screen.press('ArrowDown');
    await expect(search.results).toBeFocused();
    await screen.press('j');
    await expect(search.rows.first()).toHaveAttribute('aria-selected', 'true');
    await screen.press('Enter');
    await expect(screen.articleTitle).toBeInViewport();
    await expect(page.getByText('1 of 11')).toBeVisible();
    const bar = page.getByRole('group', { name: 'Matches in this article' });
    await screen.press('n', 'n');
    await expect(bar).toContainText('2 of 4');
    await screen.press('Escape');
    await expect(bar).toHaveCount(0);
    await screen.press('Escape');
    await expect(search.results).toBeFocused();
    await screen.press('j', 'm');
    await expect(search.rows.nth(1)).not.toHaveAccessibleName(/^Unread/);
    await screen.press('Escape');
    await expect(search.field).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  });

  test('finds what a person wrote, and marks it as theirs', async ({ app }) => {
    await app.follow('oxide-alloy', 'magnet-monitor');
    const search = new Search(app);
    const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 50 });
    const [noted, tagged] = ['Dysprosium oxide gains again', 'Why hub motors'].map((title) => articles.find((article) => article.title.startsWith(title))!.id) as [number, number];
    await app.call('setNote', { articleId: noted, text: 'Ask Wanda about the Kuantan figures.' });
    await app.call('tagArticles', { articleIds: [tagged], add: ['wanda'] });
    await search.type('wanda');
    await expect(search.rows).toHaveCount(2);
    await expect(search.results.getByRole('option', { name: /In your notes: Ask Wanda about the Kuantan figures/ })).toBeVisible();
    await expect(search.results.getByRole('option', { name: /In its tags: wanda/ })).toBeVisible();
    await search.field.fill('note:wanda');
    await expect(search.rows).toHaveCount(1);
    await search.field.fill('tag:wanda');
    await expect(search.results.getByRole('option', { name: /Why hub motors/ })).toBeVisible();
  });

  test('leaves what arrives waiting above the results', async ({ app, newsroom }) => {
    await app.follow('oxide-alloy');
    const search = new Search(app);
    await search.type('dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium oxide gains again/);
    const before = await search.rows.count();
    newsroom.publish('oxide-alloy', { title: 'Dysprosium stays where it was', html: '<p>Nothing moved.</p>' });
    newsroom.publish('oxide-alloy', { title: 'Lutetium moves', html: '<p>It did.</p>' });
    await app.refreshed();
    const line = app.page.getByRole('button', { name: /^1 new since/ });
    await expect(line).toBeVisible();
    expect(await search.rows.count()).toBe(before);
    await line.click();
    await expect(search.rows.first()).toHaveAccessibleName(/Dysprosium stays where it was/);
  });

  test('marks what was found as read at once, and takes that back', async ({ app }) => {
    await app.follow();
    const search = new Search(app);
    const { screen } = app;
    await search.type('title:dysprosium');
    await expect(search.rows.first()).toHaveAccessibleName(/^Unread/);
    const unread = (await app.call('counts', {})).unread;
    await screen.press('ArrowDown', 'Shift+A');
    await expect(search.rows.first()).not.toHaveAccessibleName(/^Unread/);
    const found = await search.rows.count();
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(unread - found);
    await screen.press('z');
    await expect(search.rows.first()).toHaveAccessibleName(/^Unread/);
    await expect.poll(async () => (await app.call('counts', {})).unread).toBe(unread);
    await screen.press('u');
    await expect(search.field).toHaveValue('title:dysprosium is:unread');
    await screen.press('u');
    await expect(search.field).toHaveValue('title:dysprosium');
  });

  test('speaks Chinese where the window does', async ({ app }) => {
    await app.call('setSettings', { language: 'zh-CN' });
    await app.follow();
    const { page } = app;
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: '搜索' });
    await expect(field).toBeFocused();
    await page.keyboard.type('元素:Dy ');
    await expect(app.screen.button('去掉镝')).toHaveText('镝');
    await expect(page.getByText(/^\d+条结果$/)).toBeVisible();
    await expect(page.getByText('同时搜索').first()).toBeVisible();
    await expect(page.getByRole('listbox', { name: '搜索结果' })).toBeVisible();
    await page.keyboard.type('没有这样的词');
    await expect(page.getByRole('heading', { name: /^没有找到“元素:Dy 没有这样的词”/ })).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`The search passes axe, ${theme}:`, () => {
    test.use({ settings: { theme } });

    test('its field, completions, results, lights and what it says where nothing is found', async ({ app }) => {
      const expectAccessible = async (what: string): Promise<void> => {
        const { violations } = await new AxeBuilder({ page: app.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
        expect.soft(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${what}: ${id}: ${node.target.join(' ')}`))).toEqual([]);
      };
      await app.follow();
      const search = new Search(app);
      await search.type('element:dy');
      await expect(app.page.getByRole('listbox', { name: 'Ways to go on' })).toBeVisible();
      await expectAccessible('completions');
      await search.field.fill('before:gestern dysprosium');
      await expect(app.screen.button(/is not a date/)).toBeVisible();
      await app.screen.press('Enter');
      await expect(app.page.getByRole('group', { name: 'Matches in this article' })).toBeVisible();
      await app.screen.press('n');
      await expectAccessible('results and lights');
      await search.field.fill('zxqvnowhere');
      await expect(app.page.getByRole('heading', { name: /^Nothing found/ })).toBeVisible();
      await expectAccessible('nothing found');
    });
  });
}
