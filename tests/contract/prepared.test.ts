import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import { imagePath } from '../../electron/core/offline/image-path.ts';
import { startNewsroom } from '../newsroom/newsroom.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openOn } from './open-on.ts';

const SLOW = 120_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('a source is made ready; on a new start without it every article is whole, and nothing but bookmarks and pins outlives eviction', async () => {
    const newsroom = await startNewsroom();
    onTestFinished(() => newsroom.stop());
    const { profile, call, fails, reopen } = await openOn(carrier);

    // Its feed gives summaries: the texts are on its pages.
    await call('subscribe', { url: newsroom.feedUrl('western-minerals') });
    await call('setSettings', { refreshMinutes: 0, offline: { folders: 'all', unreadDays: 0, budgetMb: 100, evictDays: 0 } });
    const plan = await call('offlinePlan', {});
    expect(plan.missingText).toBeGreaterThan(3);
    expect(await call('prepare', {})).toMatchObject({ ready: true, articles: plan.articles, stopped: null });
    const { articles } = await call('listArticles', { scope: { kind: 'offline' }, limit: 100 });
    expect(articles).toHaveLength(plan.articles);
    const [bookmarked = 0, pinned = 0] = articles.map(({ id }) => id);
    await call('setBookmarked', { articleId: bookmarked, bookmarked: true });
    expect(await call('keepOffline', { articleId: pinned, keep: true })).toEqual({ kept: true });

    await reopen(() => newsroom.goDark());
    const seen = await Promise.all(articles.map(({ id }) => call('getArticle', { articleId: id })));
    for (const article of seen) {
      expect(article).toMatchObject({ kept: 'full' });
      for (const { key, state } of article.images) expect([state, readFileSync(imagePath(profile, key)).length > 100]).toEqual(['kept', true]);
    }
    expect(seen.filter(({ textOrigin }) => textOrigin === 'page')).toHaveLength(plan.missingText);
    expect(await call('prepareProgress', {})).toMatchObject({ running: false, report: null });
    expect(await call('storage', { top: 1 })).toMatchObject({ byFeed: [{ title: seen[0]?.feedTitle }] });

    const said = await call('evict', { dryRun: true, free: 1e9 });
    expect(said.articles).toBeGreaterThan(0);
    expect(await call('evict', { free: 1e9 })).toEqual(said);
    expect(await Promise.all([bookmarked, pinned].map(async (articleId) => (await call('getArticle', { articleId })).contentHtml))).toEqual([seen[0]?.contentHtml, seen[1]?.contentHtml]);
    expect((await call('offlinePlan', {})).ready).toBe(plan.articles - said.articles);
    await call('cancelPrepare', {});
    expect(await fails('keepOffline', { articleId: 1, keep: true })).toBe('article-missing');
    expect(await fails('setSettings', { offline: { folders: 'all', unreadDays: 366, budgetMb: 1, evictDays: 0 } })).toBe('invalid-argument');
  }, SLOW);
});
