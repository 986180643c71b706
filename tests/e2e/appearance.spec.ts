import { phrases } from '../../renderer/words/phrases.ts';
import { expect, test } from './app/test.ts';

/** The brightest of a colour's three parts, 0 to 255. */
function lightness(colour: string): number {
  return Math.max(...(colour.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number));
}

/** Run in the page. */
function paint(element: Element): { readonly backgroundColor: string; readonly color: string } {
  const { backgroundColor, color } = getComputedStyle(element);
  return { backgroundColor, color };
}

/** Run in the page. */
function faces(element: Element): string {
  return getComputedStyle(element).fontFamily;
}

/** Run in the page: the text of an element, line by line as it is drawn. */
function linesOf(element: Element): readonly string[] {
  const lines = new Map<number, string>();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? '') + (node.nodeValue ?? '')[at]);
    }
  }
  return [...lines.values()];
}

test.describe('Language and appearance', () => {
  test('a Chinese title of several lines has each word on one of them, and is read aloud whole', async ({ app, newsroom }) => {
    const title = '商务部公布中重稀土相关物项出口管制清单实施细则用户工厂与责任工程师须一并列明';
    newsroom.publish('xitu-zaobao', { title, text: '细则自公布之日起施行。' });
    await app.follow('xitu-zaobao');
    const { page, screen } = app;
    await screen.row(title).click();
    await expect(screen.articleTitle).toHaveAccessibleName(title);
    for (const width of [1440, 1280, 1100, 1000, 900]) {
      await page.setViewportSize({ width, height: 900 });
      const lines = await screen.articleTitle.evaluate(linesOf);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.join('')).toBe(title);
      const ends = new Set(phrases(title).map((_part, index, parts) => parts.slice(0, index + 1).join('').length));
      const broken = lines.map((_line, index) => lines.slice(0, index + 1).join('')).filter((text) => !ends.has(text.length));
      expect(broken).toEqual([]);
    }
  });

  test('English quotes are set as narrow as English ones are, whatever faces there are, and a title is not said twice', async ({ app, newsroom }) => {
    newsroom.publish('oxide-alloy', { title: 'A quotation', summary: 'A quotation', html: '<p>“Words” of one.</p>' });
    await app.follow('oxide-alloy');
    await app.screen.row('A quotation').click();
    await expect(app.screen.row('A quotation').getByText('A quotation', { exact: true })).toHaveCount(1);
    const wide = await app.screen.article.locator('[data-article-text] p').evaluate((element) => {
      const range = document.createRange();
      range.setStart(element.firstChild!, 0);
      range.setEnd(element.firstChild!, 1);
      return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize);
    });
    expect(wide).toBeLessThan(0.7);
  });

  test('change at once from the settings, and hold after a restart', { tag: '@settings-dialog' }, async ({ app }) => {
    await app.follow('oxide-alloy', 'xitu-zaobao');
    await app.screen.sidebar.getByRole('button', { name: 'Settings' }).click();
    const dialog = app.screen.dialog('Settings');
    await dialog.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    const chinese = app.screen.dialog('设置');
    await expect(chinese).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.screen.place('今日')).toBeVisible();
    await app.call('setSettings', { theme: 'dark' });
    const background = (): Promise<string> => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(async () => lightness(await background())).toBeLessThan(60);

    await app.restart();
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(app.screen.place('书签')).toBeVisible();
    await expect.poll(async () => lightness(await background())).toBeLessThan(60);
    await app.screen.place('未读').click();
    await app.screen.row('镝价七连涨').click();
    await expect(app.screen.article).toContainText('分离企业');
  });

  test.describe('in Chinese', () => {
    test.use({ settings: { language: 'zh-CN' } });

    test('has no English left on the screen but names', async ({ app }) => {
      await app.follow('xitu-zaobao', 'cicai-zhoukan');
      const { screen, page } = app;
      await screen.row('镝价七连涨').click();
      await expect(screen.article.locator('[data-article-text]')).not.toBeEmpty();
      const latin = await page.evaluate(() => {
        const found: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement;
          if (!element || element.closest('article, option, [role="option"], kbd, script, style')) continue;
          const text = node.textContent?.trim() ?? '';
          if (/[a-z]{3,}/i.test(text) && text !== 'Monazite') found.push(text);
        }
        return found;
      });
      expect(latin).toEqual([]);
    });
  });

  test.describe('in Chinese, with sources in English', () => {
    test.use({ settings: { language: 'zh-CN' } });

    test('tells source, author, day and length of an article on one line at 1024 px', async ({ app }) => {
      await app.follow('oxide-alloy');
      const { screen, page } = app;
      await page.setViewportSize({ width: 1024, height: 768 });
      await screen.go('未读');
      await screen.row('Dysprosium oxide gains again').click();
      const parts = screen.article.locator('[class*="_byline_"] [class*="_part_"]');
      await expect(parts.last()).toHaveText('2分钟');
      await expect(parts).toHaveCount(4);
      const middles = await parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => Math.round((top + bottom) / 2)));
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
    });

    test('sets each text in the faces of its own language', async ({ app, newsroom }) => {
      newsroom.publish('oxide-alloy', { title: 'The buyer’s “heavy” quarter', text: 'It was “heavy” indeed.' });
      newsroom.publish('xitu-zaobao', { title: 'Lynas posts a “heavy” quarter', text: '莱纳斯公布季报，“重”字当头。' });
      await app.follow('oxide-alloy', 'xitu-zaobao');
      const { screen } = app;
      await screen.go('未读');
      for (const title of ['The buyer’s “heavy” quarter', 'Lynas posts a “heavy” quarter']) {
        const headline = screen.row(title).getByText(title);
        expect(await headline.evaluate(faces)).not.toContain('Monazite Punct');
        expect(await headline.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('500');
      }
      const chinese = screen.row('镝价七连涨').locator('[lang]').first();
      expect(await chinese.evaluate(faces)).toContain('Monazite Punct');

      const text = screen.article.locator('[data-article-text]');
      await screen.row('The buyer’s “heavy” quarter').click();
      await expect(text).toContainText('indeed');
      expect(await text.evaluate(faces)).toMatch(/^Charter/);
      expect(await screen.articleTitle.evaluate(faces)).toMatch(/^Charter/);
      await screen.row('Lynas posts a “heavy” quarter').click();
      await expect(text).toContainText('当头');
      expect(await text.evaluate(faces)).toContain('Monazite Punct Read');
      expect(await screen.articleTitle.evaluate(faces)).toMatch(/^Charter/);
    });
  });

  test('icons, rules and figures are drawn in forced colours, whatever the theme', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen, page } = app;
    await screen.row('Dysprosium oxide gains again').click();
    await screen.press('l');
    await page.getByRole('complementary', { name: 'Lens' }).getByText('1,710,000').first().waitFor();
    await screen.article.getByRole('button', { name: 'More names and topics' }).click();
    // The light theme in dark colours of the system: an icon that kept its ink would not be seen.
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const text = await page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.cssText = 'forced-color-adjust: none; color: CanvasText';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
    for (const holder of [screen.place('Bookmarks'), screen.place('Prices'), screen.button('Search for the topic prices')]) expect((await holder.locator('svg').evaluate(paint)).color).toBe(text);
    for (const last of await page.locator('[data-chart] svg text').all()) expect(await last.evaluate((element) => getComputedStyle(element).fill)).toBe(text);
    // A figure is underlined; the ground of a selection would be that of the figure that was chosen.
    const figure = await screen.article.locator('[data-article-text]').evaluate((element) => ({ adjust: getComputedStyle(element).forcedColorAdjust, color: getComputedStyle(element).color }));
    expect(figure).toEqual({ adjust: 'none', color: text });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the chosen headline and view are readable in forced colours, ${colorScheme}`, async ({ app }) => {
      await app.follow('oxide-alloy');
      const { screen, page } = app;
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await app.call('setSettings', { theme: colorScheme });
      await screen.focusList();
      await screen.press('j');
      const system = await page.evaluate(() => {
        const probe = document.createElement('i');
        probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
        document.body.append(probe);
        const { backgroundColor, color } = getComputedStyle(probe);
        probe.remove();
        return { backgroundColor, color };
      });
      expect(await screen.chosen.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(system.backgroundColor);
      expect((await screen.chosen.locator('[lang] > span').first().evaluate(paint)).color).toBe(system.color);
      expect((await screen.chosen.locator('time').evaluate(paint)).color).toBe(system.color);
      const view = screen.place('Today');
      expect((await view.evaluate(paint)).backgroundColor).toBe(system.backgroundColor);
      expect((await view.locator('svg').first().evaluate(paint)).color).toBe(system.color);
    });
  }

  test('follows the system’s dark theme where the person left it so', async ({ app }) => {
    await app.call('setSettings', { theme: 'system' });
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toMatch(/rgb\((\d|[1-4]\d), /);
  });

  test('text grows and shrinks by keys', async ({ app }) => {
    await app.follow('oxide-alloy');
    const { screen } = app;
    await screen.focusList();
    await screen.press('j');
    const size = (): Promise<string> => screen.article.locator('[data-article-text]').evaluate((element) => getComputedStyle(element).fontSize);
    await expect.poll(size).toBe('18px');
    await screen.press('+');
    await expect.poll(size).toBe('20px');
    await screen.press('-', '-');
    await expect.poll(size).toBe('17px');
    await screen.press('0');
    await expect.poll(size).toBe('18px');
  });
});
