import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { AnswerOf, ArgsOf, ReaderMethod } from '../../electron/contract/api.ts';
import { fromWireError } from '../../electron/contract/errors.ts';
import { startNewsroom } from '../newsroom/newsroom.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';

const SLOW = 120_000;

beforeAll(() => ensureBuilt({ what: 'node' }), SLOW);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('what a source brings is found, lit and counted, and a bookmark still is when its source is gone', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'monazite-searched-'));
    const newsroom = await startNewsroom();
    const opened = await carrier.open(profile);
    onTestFinished(async () => {
      await opened.close();
      await newsroom.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
    const call = async <M extends ReaderMethod>(method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> => {
      const answer = await opened.call(method, args);
      if (!answer.ok) throw fromWireError(answer.error);
      return answer.value as AnswerOf<M>;
    };

    const { feedId, feed } = await call('subscribe', { url: newsroom.feedUrl('cicai-zhoukan') });
    const page = await call('search', { query: '磁', limit: 200 });
    expect(page.articles.length).toBeGreaterThan(2);
    expect(page).toMatchObject({ nextCursor: null, total: { count: page.articles.length, exact: true }, indexing: null, notes: [] });
    for (const { title, titleSpans, snippet } of page.articles) {
      const lit = [...titleSpans.map(([from, to]) => title.slice(from, to)), ...(snippet?.spans ?? []).map(([from, to]) => snippet?.text.slice(from, to))];
      expect([lit.length > 0, new Set(lit)]).toEqual([true, new Set(['磁'])]);
    }
    const first = await call('search', { query: '磁', limit: 1 });
    const second = await call('search', { query: '磁', limit: 1, cursor: first.nextCursor });
    expect([...first.articles, ...second.articles].map(({ id }) => id)).toEqual(page.articles.slice(0, 2).map(({ id }) => id));
    expect(await call('countSearch', { queries: ['磁', 'is:read 磁'] })).toMatchObject({ counts: [{ total: page.total, unread: page.total }, { total: { count: 0 } }] });
    expect(await call('searchCompletions', { query: 'feed:', at: 5 })).toMatchObject({ completions: [{ feedId, title: feed.title }] });

    const { id = 0 } = page.articles[0] ?? {};
    await call('setBookmarked', { articleId: id, bookmarked: true });
    await call('unsubscribe', { feedId });
    expect((await call('search', { query: '磁', limit: 10 })).articles.map((article) => article.id)).toEqual([id]);
    await expect(call('search', { query: '磁', limit: 10, scope: { kind: 'feed', id: feedId } })).rejects.toMatchObject({ code: 'feed-missing' });
    await expect(call('search', { query: '磁', limit: 0 })).rejects.toMatchObject({ code: 'invalid-argument' });
  }, SLOW);
});
