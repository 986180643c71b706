import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

test.describe('The search field', () => {
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
    // In a narrow window it lies over the menus below the field, and cuts none of their words in two.
    await page.setViewportSize({ width: 720, height: 720 });
    const [over, below] = [await options.boundingBox(), await app.screen.button('Searched: All sources').boundingBox()];
    expect(over!.x).toBeLessThanOrEqual(below!.x);
    await page.setViewportSize({ width: 1440, height: 900 });
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
    await search.field.fill('is:');
    await expect(app.page.getByRole('heading', { name: 'Nothing to search for yet' })).toBeVisible();
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

  test('holds keys for results that are not there yet, and gives them what was pressed', async ({ app }) => {
    await app.follow();
    const { page } = app;
    const search = new Search(app);
    await search.type('dysprosium');
    const first = search.results.getByRole('option').first();
    await expect(first).toBeVisible();
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await page.route('**/call/search', async (route) => {
      asked.resolve();
      await released.promise;
      await route.continue();
    });
    await search.field.fill('gallium');
    await asked.promise;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(search.field).toHaveValue('gallium');
    await page.keyboard.press('Escape');
    await page.keyboard.type('gallium');
    await expect(search.field).toHaveValue('gallium');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    released.resolve();
    await expect(search.results.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(search.field).toHaveValue('gallium');
    await expect(search.results).toBeFocused();
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
    await screen.page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(search.field).toBeFocused();
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
    // What tells a menu has room beside its words in a list of 320 px, too.
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect(page.getByRole('button', { name: /^时间/ }).locator('svg')).toBeVisible();
    await page.keyboard.type('没有这样的词');
    await expect(page.getByRole('heading', { name: /^没有找到“元素:Dy 没有这样的词”/ })).toBeVisible();
  });
});
