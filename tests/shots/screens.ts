import { expect } from 'playwright/test';
import type { App } from '../e2e/app/app.ts';
import { DIALOG_SCREENS } from './dialog-screens.ts';
import { KEPT_SCREENS } from './kept-screens.ts';
import { article, dialog, menuOf, putAway, sidebarMenu } from './reach.ts';
import { SETTINGS_WINDOWS } from './settings-window.ts';
import type { ShownScreen } from './shown-screen.ts';
import { FIGURES_TITLE, LONG_TITLE, RTL_TITLE, STORY_TITLE } from './stories.ts';

const TABLED = 'Dysprosium oxide gains again';

/** Around midnight other reports of the same day may stand for the one with the table. */
async function main(app: App): Promise<void> {
  await app.screen.go('Trade press');
  await app.screen.list.getByRole('option').first().waitFor();
  await article(app, 'Trade press', (await app.screen.row(TABLED).count()) > 0 ? TABLED : 'Halden puts off');
  await app.screen.article.getByRole('img').first().waitFor();
  await app.screen.articleTitle.hover();
}

const tabled = (app: App): Promise<void> => article(app, 'Oxide & Alloy', TABLED);

/** Opens a page by its keys. */
const byKeys = (heading: string, ...keys: readonly string[]) => async (app: App): Promise<void> => {
  await app.screen.go('Unread');
  await app.screen.press(...keys);
  await app.page.getByRole('heading', { level: 1, name: heading, exact: true }).first().waitFor();
};

/** Opens a dialog by its keys. */
const dialogBy = (...keys: readonly string[]) => async (app: App): Promise<void> => {
  await app.screen.go('Unread');
  await app.screen.press(...keys);
  await dialog(app).waitFor();
};

const section = (id: string): ShownScreen => ({
  id: `settings-${id}`,
  stage: 'library',
  open: async (app) => {
    await app.screen.sidebar.getByRole('button', { name: 'Settings' }).click();
    await dialog(app).locator(`[data-section="${id}"]`).click();
  },
});

async function search(app: App, query: string): Promise<void> {
  await app.screen.go('Unread');
  await app.screen.press('/');
  await app.page.keyboard.type(query);
}

/** A rule of several sources and languages, not saved yet. */
async function rule(app: App): Promise<void> {
  await byKeys('Rules', 'g', 'r')(app);
  await app.screen.button('Add rule…').click();
  await dialog(app).getByRole('textbox', { name: 'Name', exact: true }).fill('Heavy rare earths are kept');
  await dialog(app).getByRole('textbox', { name: 'Search' }).fill('dysprosium OR terbium');
  for (const source of ['Oxide & Alloy', '稀土早报', 'Strategic Minerals Office']) await dialog(app).getByRole('combobox', { name: 'Sources and folders' }).selectOption({ label: `\u2003${source}` });
  for (const language of ['English', 'Chinese']) await dialog(app).getByRole('combobox', { name: 'Languages' }).selectOption({ label: language });
  await dialog(app).getByRole('checkbox', { name: 'Bookmark' }).check();
}

/** A run that changed something, with the way back. */
async function runRule(app: App): Promise<void> {
  await app.call('addRule', { title: 'Magnets are read', enabled: false, when: { query: 'magnet' }, effects: { markRead: true } });
  await byKeys('Rules', 'g', 'r')(app);
  await app.screen.button('Rule Magnets are read').click();
  await app.page.getByRole('menuitem', { name: 'Run on stored headlines' }).click();
  await app.page.getByText(/ran over/).waitFor();
}

async function forgetRun(app: App): Promise<void> {
  const { runs: [run] } = await app.call('ruleRuns', {});
  if (run) await app.call('undoRuleRun', { runId: run.id });
  const { rules } = await app.call('rules', {});
  await app.call('removeRule', { ruleId: rules.at(-1)?.id ?? 0 });
}

/** The names that are known, those found by some words. */
async function names(app: App, words: string): Promise<void> {
  await app.screen.sidebar.getByRole('button', { name: 'Settings' }).click();
  await dialog(app).locator('[data-section="names"]').click();
  await dialog(app).getByRole('textbox', { name: 'Find a name' }).fill(words);
}

async function lens(app: App, width: number): Promise<void> {
  if (width < 860) await app.page.getByRole('button', { name: 'Lens', exact: true }).click();
  await app.page.getByRole('complementary', { name: 'Lens' }).waitFor();
}

async function textPanel(app: App): Promise<void> {
  const panel = app.screen.dialog('Text and layout');
  await putAway(app, panel);
  await app.screen.button('Text and layout').click();
  await panel.waitFor();
}

async function failingSource(app: App): Promise<void> {
  app.newsroom.fail('western-minerals', { kind: 'status', status: 404 });
  await app.refreshed();
  await app.screen.go('Western Minerals Review');
  await app.page.getByRole('region', { name: /^Address gone/ }).waitFor();
}

async function recover(app: App): Promise<void> {
  await app.newsroom.recover();
  await app.refreshed();
}

/** The report of the disk, as it would be with little left: filling a disk for a picture would trouble others. */
async function fullDisk(app: App): Promise<void> {
  await app.page.route('**/call/storage', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { value: object };
    await route.fulfill({ response, json: { ...answer, value: { ...answer.value, disk: { free: 1_200_000_000, total: 250_000_000_000 }, short: 'images' } } });
  });
  await app.screen.go('Offline');
  await app.page.getByRole('alert').first().waitFor();
}

export const SCREENS: readonly ShownScreen[] = [
  { id: 'empty', stage: 'empty', open: (app) => app.screen.go('Today') },
  { id: 'empty-bookmarks', stage: 'empty', open: (app) => app.screen.go('Bookmarks') },
  { id: 'empty-add-source', stage: 'empty', open: async (app) => { await app.screen.button('Add source…').first().click(); await dialog(app).waitFor(); } },
  { id: 'first-run', stage: 'empty', open: async (app) => { await app.call('setSettings', { welcomed: false }); await app.page.reload(); await app.screen.dialog('What do you follow?').waitFor(); } },
  { id: 'catalogue', stage: 'empty', open: async (app) => { await app.screen.button('Starter catalogue…').click(); await dialog(app).waitFor(); } },
  { id: 'main', stage: 'library', open: main },
  { id: 'today', stage: 'library', open: (app) => app.screen.go('Today') },
  { id: 'article', stage: 'library', open: tabled },
  { id: 'article-chinese', stage: 'library', open: (app) => article(app, '稀土早报', '镝价七连涨') },
  { id: 'lens', stage: 'library', open: async (app) => { await article(app, 'Strategic Minerals Office', FIGURES_TITLE); await app.screen.press('l'); }, fit: lens },
  { id: 'story', stage: 'library', open: async (app) => { await article(app, 'Today', STORY_TITLE); await app.screen.focusList(); await app.screen.press('e'); } },
  { id: 'row-menu', stage: 'library', open: (app) => app.screen.go('Strategic Minerals Office'), fit: (app) => menuOf(app, app.screen.row(FIGURES_TITLE).first()), eachLanguage: true },
  { id: 'source-menu', stage: 'library', open: (app) => app.screen.go('Oxide & Alloy'), fit: (app) => sidebarMenu(app, app.screen.place('Oxide & Alloy')), eachLanguage: true },
  { id: 'story-split', stage: 'library', open: async (app) => { await app.screen.go('Today'); await app.screen.row(STORY_TITLE).first().getByText('3 sources').click(); }, fit: (app) => menuOf(app, app.screen.row(/^(?:Unread\. |未读。)?Second furnace/).first()), eachLanguage: true },
  { id: 'text-panel', stage: 'library', open: async (app) => { await tabled(app); await textPanel(app); }, fit: textPanel },
  { id: 'image-viewer', stage: 'library', open: async (app) => { await tabled(app); await app.screen.article.getByRole('img').first().waitFor(); await app.screen.press('i'); await dialog(app).waitFor(); } },
  { id: 'find-in-article', stage: 'library', open: async (app) => { await tabled(app); await app.screen.press('Control+f'); await app.page.keyboard.type('oxide'); } },
  { id: 'palette', stage: 'library', open: async (app) => { await app.screen.go('Unread'); await app.screen.press('Control+k'); await app.page.keyboard.type('dy'); await app.screen.dialog('Command palette').getByRole('option').first().waitFor(); } },
  { id: 'search-results', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.screen.press('Enter'); await app.screen.articleTitle.waitFor(); } },
  { id: 'search-completions', stage: 'library', open: (app) => search(app, 'element:dy') },
  { id: 'search-list', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor(); await app.screen.press('ArrowDown'); } },
  { id: 'search-operators', stage: 'library', open: async (app) => { await search(app, 'is:'); await app.page.getByRole('listbox', { name: 'Ways to go on' }).waitFor(); } },
  { id: 'search-exact', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.screen.button('Exact words only').click(); await app.screen.button('Search other names too').waitFor(); } },
  { id: 'search-malformed', stage: 'library', open: async (app) => { await search(app, 'is:starred before:soon title:"dysprosium'); await app.page.locator('[data-note]').first().waitFor(); } },
  { id: 'search-match', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor(); await app.screen.press('ArrowDown', 'j', 'j', 'j', 'j'); await app.screen.articleTitle.waitFor(); await app.screen.press('n'); await app.page.getByRole('group', { name: 'Matches in this article' }).getByText(/^1 of/).waitFor(); } },
  { id: 'search-menu', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.screen.button('Exact words only').waitFor(); }, fit: (app) => menuOf(app, app.screen.button(/^(?:Time|时间)/), 'left'), eachLanguage: true },
  { id: 'search-time', stage: 'library', open: async (app) => { await search(app, 'dysprosium'); await app.screen.button(/^Time/).click(); await app.page.getByRole('menuitemradio', { name: 'From and to…' }).click(); await dialog(app).waitFor(); } },
  { id: 'search-empty', stage: 'library', open: async (app) => { await search(app, 'zxqvnowhere'); await app.page.getByRole('heading', { name: /^Nothing found/ }).waitFor(); } },
  { id: 'bookmarks', stage: 'library', open: async (app) => { await byKeys('Bookmarks', 'g', 'b')(app); await app.screen.press('j'); } },
  { id: 'bookmark-menu', stage: 'library', open: byKeys('Bookmarks', 'g', 'b'), fit: (app) => menuOf(app, app.page.getByRole('listbox').getByRole('option').first()), eachLanguage: true },
  { id: 'sources', stage: 'library', open: byKeys('Sources', 'g', 's') },
  { id: 'sources-inspector', stage: 'library', open: async (app) => { await byKeys('Sources', 'g', 's')(app); await app.page.getByRole('rowheader', { name: 'Oxide & Alloy' }).click(); } },
  { id: 'watchlist', stage: 'library', open: (app) => app.screen.go('Dysprosium') },
  { id: 'watchlist-overview', stage: 'library', open: (app) => app.screen.go('Dysprosium'), fit: async (app, width) => { if (width < 860) await app.screen.button('Overview').click(); } },
  { id: 'watchlist-tables', stage: 'library', open: async (app) => { await app.screen.go('Dysprosium'); for (let at = 0; at < 2; at += 1) await app.screen.button('Show as table').first().click(); }, fit: async (app, width) => { if (width < 860) await app.screen.button('Overview').click(); } },
  { id: 'watchlist-search', stage: 'library', open: (app) => app.screen.go('“export licence”'), fit: async (app, width) => { if (width < 860) await app.screen.button('Overview').click(); } },
  { id: 'watchlist-menu', stage: 'library', open: (app) => app.screen.go('Unread'), fit: (app) => sidebarMenu(app, app.screen.sidebar.getByRole('treeitem', { name: /Dysprosium|镝/ }).first()), eachLanguage: true },
  { id: 'add-watchlist', stage: 'library', open: dialogBy('w') },
  { id: 'add-watchlist-found', stage: 'library', open: async (app) => { await dialogBy('w')(app); await app.page.keyboard.type('ter'); await dialog(app).getByRole('listbox').getByRole('option').first().waitFor(); } },
  { id: 'add-watchlist-unknown', stage: 'library', open: async (app) => { await dialogBy('w')(app); await app.page.keyboard.type('zqxv'); await dialog(app).getByText(/^No such name/).waitFor(); } },
  { id: 'add-watchlist-search', stage: 'library', open: async (app) => { await dialogBy('w')(app); await dialog(app).getByText('A search').click(); } },
  { id: 'edit-watchlist', stage: 'library', open: async (app) => { await app.screen.go('Dysprosium'); await app.screen.press('F2'); await dialog(app).waitFor(); } },
  { id: 'alerts-empty', stage: 'empty', open: byKeys('Alerts', 'g', 'a') },
  { id: 'rules-empty', stage: 'empty', open: byKeys('Rules', 'g', 'r') },
  { id: 'alerts', stage: 'library', open: byKeys('Alerts', 'g', 'a') },
  { id: 'rules', stage: 'library', open: byKeys('Rules', 'g', 'r') },
  { id: 'rule-editor', stage: 'library', open: async (app) => { await byKeys('Rules', 'g', 'r')(app); await app.screen.button('Add rule…').click(); await dialog(app).waitFor(); } },
  { id: 'rule-several', stage: 'library', open: rule },
  { id: 'rule-tried', stage: 'library', open: async (app) => { await rule(app); await dialog(app).getByRole('button', { name: 'Try on stored headlines' }).click(); await dialog(app).getByRole('list', { name: 'Newest headlines that match' }).waitFor(); } },
  { id: 'rule-run', stage: 'library', open: runRule, leave: forgetRun },
  { id: 'rule-menu', stage: 'library', open: byKeys('Rules', 'g', 'r'), fit: (app) => menuOf(app, app.screen.button(/^(?:Rule |规则“)Quotas are kept/), 'left'), eachLanguage: true },
  { id: 'figures', stage: 'library', open: byKeys('Figures', 'g', 'f') },
  { id: 'prices', stage: 'library', open: byKeys('Prices', 'g', 'p') },
  { id: 'prices-unclear', stage: 'library', open: async (app) => { await byKeys('Prices', 'g', 'p')(app); await app.screen.button(/^Product unclear/).click(); }, fit: (app) => app.screen.button(/^Product unclear/).evaluate((head) => head.scrollIntoView()) },
  { id: 'calendar', stage: 'library', open: byKeys('Calendar', 'g', 'c') },
  ...['general', 'reading', 'refresh', 'storage', 'watch', 'shortcuts', 'names', 'transfer', 'backups', 'desktop', 'about'].map(section),
  ...SETTINGS_WINDOWS,
  { id: 'name-editor', stage: 'library', open: async (app) => { await names(app, 'lynas'); await dialog(app).getByRole('button', { name: /^Lynas Rare Earths/ }).click(); await dialog(app).getByRole('button', { name: 'Hide Lynas Corp', exact: true }).click(); await dialog(app).getByRole('button', { name: 'Undo' }).waitFor(); }, leave: async (app) => void (await app.call('resetEntity', { entityId: 'company:lynas' })) },
  { id: 'name-new', stage: 'library', open: async (app) => { await names(app, ''); await dialog(app).getByRole('button', { name: 'Add a name…' }).click(); } },
  { id: 'names-found', stage: 'library', open: (app) => names(app, '氧化') },
  { id: 'add-source', stage: 'library', open: async (app) => { await app.screen.sidebar.getByRole('button', { name: 'Add source' }).first().click(); await dialog(app).waitFor(); await app.page.keyboard.type(app.newsroom.origin('western-minerals')); await app.screen.press('Enter'); await dialog(app).getByRole('radio').first().waitFor(); } },
  { id: 'add-page', stage: 'empty', open: async (app) => { await app.screen.button('Add source…').first().click(); await dialog(app).waitFor(); await app.page.keyboard.type(app.newsroom.origin('kestrel')); await app.screen.press('Enter'); await dialog(app).getByRole('table').waitFor(); } },
  { id: 'save-page', stage: 'library', open: async (app) => { await dialogBy('Control+s')(app); await dialog(app).locator('input[inputmode="url"]').fill(app.newsroom.storyUrl('oxide-alloy', app.newsroom.stories('oxide-alloy').at(-1)?.slug ?? '')); await expect(dialog(app).locator('img').first()).toBeVisible().catch(() => undefined); } },
  { id: 'import', stage: 'library', open: async (app) => { await dialogBy('Control+o')(app); await dialog(app).locator('input[type="file"]').setInputFiles({ name: 'sources.opml', mimeType: 'text/x-opml', buffer: Buffer.from(app.newsroom.opml()) }); await dialog(app).getByRole('status').first().waitFor(); } },
  { id: 'export-articles', stage: 'library', open: dialogBy('Control+e') },
  { id: 'export-sources', stage: 'library', open: dialogBy('Control+Shift+U') },
  { id: 'shortcuts', stage: 'library', open: dialogBy('?') },
  { id: 'unsubscribe', stage: 'library', open: async (app) => { await app.screen.place('Oxide & Alloy').click({ button: 'right' }); await app.page.getByRole('menuitem', { name: 'Unsubscribe…' }).click(); await dialog(app).waitFor(); } },
  { id: 'sign-in', stage: 'library', open: async (app) => { await app.screen.place('Oxide & Alloy').click({ button: 'right' }); await app.page.getByRole('menuitem', { name: /^Sign/ }).click(); await dialog(app).waitFor(); } },
  { id: 'long-titles', stage: 'library', open: (app) => article(app, 'Northgate Magnets', LONG_TITLE) },
  { id: 'right-to-left', stage: 'library', open: (app) => article(app, 'Northgate Magnets', RTL_TITLE) },
  { id: 'sidebar-drawer', stage: 'library', open: (app) => app.screen.go('Unread'), fit: async (app, width) => { if (width < 860) await app.screen.button('Show sidebar').click(); } },
  { id: 'storage-full', stage: 'library', open: fullDisk, leave: (app) => app.page.unroute('**/call/storage') },
  { id: 'source-failing', stage: 'library', open: failingSource, leave: recover },
  { id: 'refreshing', stage: 'library', open: async (app) => { for (const id of ['oxide-alloy', 'xitu-zaobao', 'northgate']) app.newsroom.slow(id, 25_000, 'everything'); await app.screen.go('Today'); await app.screen.focusList(); await app.screen.press('Shift+R'); await app.screen.sidebar.getByRole('progressbar').waitFor(); }, leave: async (app) => { await app.call('cancelRefresh', {}); await recover(app); } },
  { id: 'offline', stage: 'library', open: async (app) => { await app.newsroom.goDark(); await app.screen.go('Offline'); await app.screen.focusList(); await app.screen.press('Shift+R'); await app.screen.sidebar.getByText(/^Offline since/).waitFor({ timeout: 60_000 }); }, leave: recover },
  { id: 'thousands', stage: 'thousands', open: (app) => app.screen.go('Unread') },
  { id: 'thousands-sources', stage: 'thousands', open: byKeys('Sources', 'g', 's') },
  ...DIALOG_SCREENS,
  ...KEPT_SCREENS,
];
