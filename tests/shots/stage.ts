import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { App } from '../e2e/app/app.ts';
import { eveningZone } from '../e2e/app/evening-zone.ts';
import { highlightSentence } from '../e2e/app/bookmarks.ts';
import { keepFive } from '../e2e/app/bookmarks-page.ts';
import { loopbackDoor } from '../e2e/app/loopback-door.ts';
import { SETTINGS } from '../e2e/app/test.ts';
import type { AppFixtures } from '../e2e/app/test.ts';
import { Watch } from '../e2e/app/watch.ts';
import { startNewsroom } from '../newsroom/newsroom.ts';
import { figureStories, oddStories, reportStories } from './stories.ts';

/** What the library holds: nothing, what the newsroom tells and a person made of it, some of it prepared and kept as evidence, or thousands of sources. */
export type StageName = 'empty' | 'library' | 'kept' | 'thousands';

const THOUSANDS = 3000;

/** What each screen begins with. */
export const START: AppFixtures['settings'] = { ...SETTINGS, stories: true, lensShown: false, sidebarHidden: false, place: null };

async function fillLibrary(app: App): Promise<void> {
  const { newsroom } = app;
  for (const { outlet, story } of [...figureStories(), ...reportStories(), ...oddStories()]) newsroom.publish(outlet, story);
  await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Dy' }, alert: 'notify' });
  await app.call('addWatch', { watched: { kind: 'entity', entityId: 'element:Tb' } });
  await app.call('addWatch', { watched: { kind: 'search', query: '"export licence"', exact: false }, alert: 'digest' });
  await app.call('addRule', { title: 'Company news is read', enabled: true, when: { query: 'conference' }, effects: { markRead: true } });
  await app.call('addRule', { title: 'Quotas are kept', enabled: true, when: { query: 'quota' }, effects: { bookmark: true, tags: ['quota'], raise: true } });
  await app.follow();
  await app.refreshed();
  await app.imagesKept();
  await app.iconsKept();
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 80 });
  const kept = articles.filter(({ summary }) => summary.length > 80).slice(0, 12);
  for (const { id } of kept) await app.call('setBookmarked', { articleId: id, bookmarked: true });
  await app.call('tagArticles', { articleIds: kept.slice(0, 4).map(({ id }) => id), add: ['prices'] });
  await app.call('tagArticles', { articleIds: kept.slice(3, 7).map(({ id }) => id), add: ['for the quarterly'] });
  const [first, second] = kept;
  if (first) await highlightSentence(app, first.id, 0, 'Ask our two suppliers.');
  if (second) await highlightSentence(app, second.id, 1);
  await app.call('setRead', { articleIds: articles.slice(20, 34).map(({ id }) => id), read: true });
  await app.call('makeBackup', {});
  for (const end = Date.now() + 60_000; (await app.call('lensProgress', {})).waiting > 0; await app.page.waitForTimeout(100)) {
    if (Date.now() > end) throw new Error('the figures were not read within a minute');
  }
}

/** What must be here for a flight: all of a week, or the bookmarks alone. */
export async function wish(app: App, folders: 'all' | readonly [] = 'all'): Promise<void> {
  await app.call('setSettings', { offline: { folders, unreadDays: folders === 'all' ? 7 : 0, budgetMb: 500, evictDays: 0, evictUnasked: false } });
}

/** A few sources, one of whose images do not come; bookmarks with tags, a highlight and a note; a page behind a wall and one that is gone. */
async function fillKept(app: App): Promise<void> {
  const { newsroom } = app;
  await wish(app);
  newsroom.publish('western-minerals', { slug: 'walled', title: 'Behind the wall', summary: 'Halden sells shares to pay for', html: '<p>Halden sells shares.</p><p>Subscribe to continue reading.</p>' });
  newsroom.fail('magnet-monitor', { kind: 'status', status: 500 }, 'pictures');
  await keepFive(app);
  await app.follow('western-minerals', 'magnet-monitor', 'northgate');
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 80 });
  const marked = articles.find(({ title }) => title.startsWith('Dysprosium oxide gains again'));
  if (marked) {
    await highlightSentence(app, marked.id, 1, 'Ask our two suppliers.');
    await app.call('setNote', { articleId: marked.id, text: 'For the weekly note.' });
  }
  await app.call('makeBackup', {});
}

async function fillThousands(app: App): Promise<void> {
  const response = await fetch(`${app.newsroom.url}/load/opml?feeds=${THOUSANDS}&items=2`);
  await app.call('importOpml', { opml: await response.text() });
  // What more of them hold is not asked for: here it is their number that matters.
  await app.call('cancelRefresh', {});
}

/** Makes a new library what a stage is. */
export const FILL: Readonly<Record<StageName, (app: App) => Promise<void>>> = {
  empty: () => Promise.resolve(),
  library: fillLibrary,
  kept: fillKept,
  thousands: fillThousands,
};

/** Opens the app on a new profile of the given kind, calls `work` and leaves nothing behind. */
export async function onStage(name: StageName, browser: Browser, work: (app: App) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-shots-'));
  writeFileSync(join(profile, 'settings.json'), JSON.stringify(START));
  const newsroom = await startNewsroom();
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: eveningZone(), reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  const app = new App({ newsroom, profile, watch: new Watch(), door: loopbackDoor(context, profile) });
  try {
    await app.open();
    await FILL[name](app);
    await work(app);
  } finally {
    if (app.isOpen) await app.close();
    await context.close();
    await newsroom.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
