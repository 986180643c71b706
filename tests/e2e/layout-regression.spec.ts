import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { App } from './app/app.ts';
import { eveningZone } from './app/evening-zone.ts';
import { layoutDifferences } from './app/layout.ts';
import type { ScreenLayout } from './app/layout.ts';
import { measureLayout } from './app/measure-layout.ts';
import type { Region } from './app/measure-layout.ts';
import { Search } from './app/search.ts';
import { expect, test } from './app/test.ts';

/** What the screens were when somebody last looked at them; `--update-snapshots` writes it anew. */
const KEPT = join(import.meta.dirname, '../fixtures/layout/screens.json');
const TITLE = 'Dysprosium oxide gains again';

const row = (nth: number): Region => ({ at: (page) => page.getByRole('listbox').and(page.locator(':not([data-chart])')).getByRole('option').nth(nth) });

const FRAME: Readonly<Record<string, Region>> = {
  sidebar: { at: (page) => page.getByRole('navigation') },
  today: { at: (page) => page.getByRole('navigation').getByRole('treeitem').first() },
  settings: { at: (page) => page.getByRole('navigation').getByRole('button', { name: 'Settings' }) },
  heading: { at: (page) => page.getByRole('heading', { level: 1 }), fits: 'width' },
};
const LIST: Readonly<Record<string, Region>> = {
  ...FRAME,
  list: { at: (page) => page.getByRole('listbox').and(page.locator(':not([data-chart])')) },
  'first row': row(0),
  'third row': row(2),
};
const ARTICLE: Readonly<Record<string, Region>> = {
  ...LIST,
  article: { at: (page) => page.getByRole('region', { name: 'Article' }) },
  title: { at: (page) => page.getByRole('main').getByRole('article').getByRole('heading', { level: 1 }), fits: 'height' },
  paragraph: { at: (page) => page.locator('[data-article-text] p').first(), fits: 'height' },
};
/** In a pane that is so wide the day decides whether the line above the title wraps. */
const BELOW_BYLINE = Object.fromEntries(Object.entries(ARTICLE).map(([name, region]) => [name, name === 'title' || name === 'paragraph' ? { ...region, belowWords: true } : region]));
const DETAILS: Readonly<Record<string, Region>> = { ...LIST, details: { at: (page) => page.getByRole('region', { name: 'Bookmark details' }) } };
const SOURCES: Readonly<Record<string, Region>> = {
  ...FRAME,
  table: { at: (page) => page.getByRole('table', { name: 'Sources and how they do' }) },
  'first source': { at: (page) => page.getByRole('table', { name: 'Sources and how they do' }).getByRole('row').nth(2) },
  details: { at: (page) => page.getByRole('region', { name: 'Oxide & Alloy', exact: true }) },
};

async function openArticle({ screen }: App): Promise<void> {
  await screen.go('Oxide & Alloy');
  await screen.row(TITLE).click();
  await expect(screen.articleTitle).toContainText(TITLE);
  await expect(screen.chosen).not.toHaveAccessibleName(/^Unread/);
  await expect.poll(() => screen.article.getByRole('img').first().evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
}

interface Main {
  readonly name: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly regions: Readonly<Record<string, Region>>;
  readonly open: (app: App) => Promise<void>;
}

const MAIN: readonly Main[] = [
  { name: 'list and article, light', regions: ARTICLE, open: openArticle },
  { name: 'list and article, dark', theme: 'dark', regions: ARTICLE, open: openArticle },
  { name: 'list and article, 1024 px', width: 1024, regions: BELOW_BYLINE, open: openArticle },
  { name: 'list, narrow', width: 720, regions: LIST, open: (app) => app.screen.go('Oxide & Alloy') },
  { name: 'article, narrow', width: 720, regions: ARTICLE, open: openArticle },
  { name: 'sources', regions: SOURCES, open: async (app) => { await app.screen.press('g', 's'); await expect(app.page.getByRole('rowheader', { name: 'Northgate Magnets' })).toBeVisible(); await app.page.getByRole('rowheader', { name: 'Oxide & Alloy' }).click(); await expect(app.page.getByRole('region', { name: 'Oxide & Alloy', exact: true })).toBeVisible(); } },
  { name: 'bookmarks', regions: DETAILS, open: async (app) => { await app.screen.press('g', 'b'); await expect(app.page.getByRole('listbox', { name: 'Bookmarks' })).toBeFocused(); await app.screen.press('j'); await expect(app.page.getByRole('region', { name: 'Bookmark details' })).toBeVisible(); } },
  { name: 'search', regions: ARTICLE, open: async (app) => { await new Search(app).type('dysprosium'); await app.screen.press('Enter'); await expect(app.page.getByRole('group', { name: 'Matches in this article' })).toBeVisible(); } },
];

function kept(): Readonly<Record<string, ScreenLayout>> {
  return existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, ScreenLayout>) : {};
}

/** The pointer away from whatever it would colour. */
async function measured(page: Page, regions: Readonly<Record<string, Region>>): Promise<ScreenLayout> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  return measureLayout(page, regions);
}

async function prepared(app: App): Promise<void> {
  await app.follow('oxide-alloy', 'northgate');
  await app.imagesKept();
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 3 });
  for (const { id } of articles) await app.call('setBookmarked', { articleId: id, bookmarked: true });
}

test.describe('The layout is what it was:', () => {
  for (const { name, theme = 'light', width = 1440, regions, open } of MAIN) {
    test.describe(name, () => {
      test.use({ settings: { theme }, timezoneId: eveningZone() });
      test('regions stand where they stood and are drawn as they were', async ({ app }, testInfo) => {
        testInfo.skip(testInfo.project.name === 'electron', 'the system draws the frame of its window');
        await prepared(app);
        await open(app);
        await app.page.setViewportSize({ width, height: 900 });
        const now = await measured(app.page, regions);
        if (['all', 'changed'].includes(testInfo.config.updateSnapshots)) writeFileSync(KEPT, `${JSON.stringify({ ...kept(), [name]: now }, null, 1)}\n`);
        const was = kept()[name];
        expect(was, `no layout is kept of ${name}`).toBeDefined();
        expect(layoutDifferences(was ?? {}, now)).toEqual([]);
      });
    });
  }

  test('it tolerates letters that are drawn otherwise, and neither a pane that moved nor one that is gone', async ({ app }, testInfo) => {
    testInfo.skip(testInfo.project.name === 'electron', 'the system draws the frame of its window');
    await prepared(app);
    await openArticle(app);
    const was = await measured(app.page, ARTICLE);
    const withStyle = async (css: string): Promise<readonly string[]> => {
      // Sheets that a script makes are not what the policy is about.
      await app.page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, css);
      return layoutDifferences(was, await measured(app.page, ARTICLE));
    };
    expect(await withStyle('* { text-rendering: geometricPrecision; -webkit-font-smoothing: antialiased; font-kerning: none }')).toEqual([]);
    expect(await withStyle('* { font-weight: 500 !important }')).toEqual([]);
    expect(await withStyle('* { font-family: "DejaVu Sans", Verdana, sans-serif !important }')).toEqual([]);
    expect(await withStyle('nav { translate: 24px 0 }')).toContain('sidebar: x was 0, is 24');
    expect(await withStyle('main > * { translate: 0 24px }')).not.toEqual([]);
    expect(await withStyle('nav { display: none !important }')).toContain('sidebar is missing');
    expect(await withStyle('[data-article-text], [data-article-text] * { color: transparent !important }')).not.toEqual([]);
    expect(await withStyle('nav { background: #fff !important }')).not.toEqual([]);
    expect(await withStyle('')).toEqual([]);
  });
});
