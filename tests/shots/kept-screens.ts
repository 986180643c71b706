import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../e2e/app/app.ts';
import { openBookmarks } from '../e2e/app/bookmarks-page.ts';
import { fall } from '../e2e/app/fall.ts';
import { BROWSER_BOOKMARKS } from '../fixtures/saved/browser-bookmarks.ts';
import { pdf } from '../fixtures/saved/made-files.ts';
import { article, dialog } from './reach.ts';
import type { ShownScreen } from './shown-screen.ts';
import { wish } from './stage.ts';

/** Screens of what is kept: full text, images, preparing, bookmarks as evidence, saving, export, import and backups. */

const SLUG = 'dysprosium-seventh-session';
/** The one of the bookmarks that has highlights, with its first one there. */
async function highlighted(app: App): Promise<void> {
  await article(app, 'Oxide & Alloy', 'Dysprosium oxide gains again');
  await app.screen.article.locator('mark').first().waitFor();
}

/** The note of the first highlight, opened anew where the window has another width; with none open, Escape would lead back to the list of a narrow one. */
async function noteAgain(app: App): Promise<void> {
  const note = app.page.getByRole('dialog', { name: 'Note on this highlight' });
  if (await note.isVisible()) await app.page.keyboard.press('Escape');
  await app.screen.article.locator('mark').first().click();
  await note.waitFor();
}

/** The page of an article whose site fails. */
async function refused(app: App): Promise<void> {
  app.newsroom.fail('western-minerals', { kind: 'status', status: 500 }, 'everything');
  await article(app, 'Western Minerals Review', 'Eleven of forty juniors');
  await app.screen.article.getByRole('button', { name: 'Try again' }).waitFor();
}

async function offline(app: App): Promise<void> {
  await app.screen.go('Offline');
  await app.page.getByRole('region', { name: /offline$|not ready$/u }).first().waitFor();
}

/** Prepares with the pictures of one source failing: what is not ready is told. */
async function prepared(app: App): Promise<void> {
  await app.call('prepare', { retry: true });
  await app.screen.go('Offline');
  await app.page.getByRole('region', { name: /not ready$/u }).waitFor();
}

/** The bookmarks alone, all of which come. */
async function ready(app: App): Promise<void> {
  await app.newsroom.recover();
  await wish(app, []);
  await app.call('prepare', { retry: true });
  await app.screen.go('Offline');
  await app.page.getByRole('region', { name: 'Ready to read offline' }).waitFor();
}

/** The source says something else about a bookmarked article. */
async function changed(app: App): Promise<void> {
  app.newsroom.edit('oxide-alloy', SLUG, { text: 'Dysprosium oxide was quoted at 1.68 million yuan a tonne in Ganzhou, up 1.2% on the day and the seventh rise in a row.\n\nThe desk has corrected this report.' });
  await app.refreshed();
  await article(app, 'Oxide & Alloy', 'Dysprosium oxide gains again');
  const fresh = app.page.getByRole('button', { name: 'Show what changed' });
  await fresh.click();
  await app.screen.article.getByRole('region', { name: /^What changed from/u }).waitFor();
}

/** The bookmarks narrowed by one tag, at one of its commands. */
async function tagCommand(app: App, command: string): Promise<void> {
  await openBookmarks(app);
  await app.page.getByRole('group', { name: 'Filter' }).getByRole('button', { name: /^prices, \d/u }).click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: command }).click();
  await dialog(app).waitFor();
}

async function importFile(app: App, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }, says = /links in/u): Promise<void> {
  await app.screen.go('Unread');
  await app.screen.press('Control+o');
  await dialog(app).locator('input[type="file"]').setInputFiles(file);
  await dialog(app).getByText(says).first().waitFor();
}

/** Lets a PDF fall on the window; what takes it is loaded after the first list. */
async function drop(app: App, name: string, bytes: Buffer): Promise<void> {
  await app.screen.go('Unread');
  await app.page.waitForLoadState('networkidle');
  await fall(app, { name, type: 'application/pdf', bytes });
  await dialog(app).waitFor();
}

async function backups(app: App): Promise<void> {
  await app.screen.sidebar.getByRole('button', { name: 'Settings' }).click();
  await dialog(app).locator('[data-section="backups"]').click();
  await app.page.getByRole('button', { name: /^Restore the backup of/u }).first().click();
  await app.page.getByRole('alertdialog').waitFor();
}

async function damaged(app: App): Promise<void> {
  await app.restart(() => writeFileSync(join(app.profile, 'library', 'monazite.db'), 'Not a database, but a letter. '.repeat(4000)));
  await app.page.getByRole('region', { name: /^The library was damaged/u }).waitFor();
}

export const KEPT_SCREENS: readonly ShownScreen[] = [
  { id: 'full-text', stage: 'kept', open: async (app) => { await article(app, 'Western Minerals Review', 'Halden puts off'); await app.screen.article.getByRole('heading', { name: 'The numbers as they are' }).waitFor(); } },
  { id: 'full-text-walled', stage: 'kept', open: async (app) => { await article(app, 'Western Minerals Review', 'Behind the wall'); await app.screen.article.getByText('The source shows the rest only on its site.').waitFor(); } },
  { id: 'full-text-refused', stage: 'kept', open: refused, leave: (app) => app.newsroom.recover('western-minerals') },
  { id: 'image-lacking', stage: 'kept', open: async (app) => { await article(app, 'Magnet Monitor', 'Less than two-fifths the terbium'); await app.screen.article.locator('[data-note]').first().waitFor(); } },
  { id: 'prepare-offered', stage: 'kept', open: offline },
  { id: 'prepare-running', stage: 'kept', open: async (app) => { app.newsroom.slow('western-minerals', 25_000, 'everything'); await offline(app); await app.screen.button('Prepare').click(); await app.page.getByRole('progressbar').first().waitFor(); }, leave: async (app) => { await app.call('cancelPrepare', {}); await app.newsroom.recover('western-minerals'); } },
  { id: 'not-ready', stage: 'kept', open: prepared },
  { id: 'not-ready-which', stage: 'kept', open: async (app) => { await prepared(app); await app.screen.button('Show which').click(); await dialog(app).waitFor(); } },
  { id: 'prepare-ready', stage: 'kept', open: ready, leave: wish },
  { id: 'highlight-tools', stage: 'kept', open: async (app) => { await highlighted(app); await app.screen.press('o', 'h'); await app.page.getByRole('toolbar', { name: 'Selected text' }).waitFor(); } },
  { id: 'highlight-note', stage: 'kept', open: highlighted, fit: noteAgain },
  { id: 'tag-several', stage: 'kept', open: async (app) => { await openBookmarks(app); await app.screen.press('x', 'Shift+J', 'Shift+J', 't'); await dialog(app).getByRole('combobox').waitFor(); await app.page.keyboard.type('quo'); } },
  { id: 'chosen-bookmarks', stage: 'kept', open: async (app) => { await openBookmarks(app); await app.screen.press('x', 'Shift+J', 'Shift+J'); await app.page.getByRole('toolbar', { name: 'Chosen bookmarks' }).waitFor(); } },
  { id: 'rename-tag', stage: 'kept', open: (app) => tagCommand(app, 'Rename tag…') },
  { id: 'merge-tag', stage: 'kept', open: (app) => tagCommand(app, 'Merge into another tag…') },
  { id: 'save-file', stage: 'kept', open: (app) => drop(app, 'quota.pdf', pdf()) },
  { id: 'save-locked', stage: 'kept', open: (app) => drop(app, 'locked.pdf', pdf({ locked: true })) },
  { id: 'import-bookmarks', stage: 'kept', open: (app) => importFile(app, { name: 'bookmarks.html', mimeType: 'text/html', buffer: Buffer.from(BROWSER_BOOKMARKS) }) },
  { id: 'import-refused', stage: 'kept', open: (app) => importFile(app, { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all,') }, /^No links/u) },
  { id: 'restore-backup', stage: 'kept', open: backups },
  { id: 'source-changed', stage: 'kept', open: changed },
  { id: 'earlier-copy', stage: 'kept', open: async (app) => { await changed(app); await app.page.getByLabel('Version').selectOption({ index: 1 }); await app.screen.article.getByRole('region', { name: /^Copy of/u }).waitFor(); } },
  { id: 'library-damaged', stage: 'kept', open: damaged },
];
