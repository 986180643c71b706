import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { AnswerOf } from '../../electron/contract/api.ts';
import { cardPage, listed, listPage } from '../unit/ingest/list-page.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { openOn } from './open-on.ts';

const SLOW = 90_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

/** A site without a feed, whose page is what `show` was given last. */
async function site(): Promise<{ readonly url: string; show(body: string): void; close(): Promise<void> }> {
  let body = '';
  const server = createServer((request, response) => {
    if (request.url === '/notes') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notes`,
    show: (shown) => void (body = shown),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  test('a page without a feed is looked at, followed, refreshed, loses its shape and is read anew, with nothing doubled or unread again', async () => {
    const publisher = await site();
    onTestFinished(() => publisher.close());
    const { call } = await openOn(carrier);
    const { url } = publisher;

    publisher.show(listPage(listed(10)));
    await expect(call('subscribe', { url })).rejects.toMatchObject({ code: 'no-feed-found' });
    const { lists: [list], feedId: unknown } = await call('previewPage', { url });
    expect(list).toMatchObject({ itemCount: 10, confidence: 'sure' });
    expect(unknown).toBeNull();
    if (!list) return;
    const { feedId, feed, added } = await call('subscribe', { url, page: list.rules, folder: 'Companies' });
    expect({ added, kind: feed.kind, page: feed.page }).toEqual({ added: 10, kind: 'page', page: list.rules });
    const scope = { kind: 'feed', id: feedId } as const;
    const articles = async (): Promise<AnswerOf<'listArticles'>['articles']> => (await call('listArticles', { scope, limit: 100 })).articles;
    await call('setRead', { articleIds: (await articles()).map(({ id }) => id), read: true });

    publisher.show(listPage(listed(11)));
    expect(await call('refresh', { feedIds: [feedId] })).toMatchObject({ fresh: 1, added: 1, failed: [] });
    expect((await articles()).filter(({ read }) => !read).map(({ title }) => title)).toEqual([listed(11)[0]?.title]);

    publisher.show(cardPage(listed(12)));
    expect(await call('refresh', { feedIds: [feedId] })).toMatchObject({ added: 0, failed: [{ feedId, code: 'page-shape-changed', detail: { found: 0, before: 11 } }] });
    expect((await call('listFeeds', {})).feeds).toMatchObject([{ failure: { code: 'page-shape-changed', count: 1 } }]);
    const { lists: [proposed], feedId: known } = await call('previewPage', { url });
    expect(known).toBe(feedId);
    expect(proposed).toMatchObject({ itemCount: 12 });
    if (!proposed) return;
    expect(await call('setPageRules', { feedId, rules: proposed.rules })).toMatchObject({ added: 1, feed: { failure: null } });
    expect(await articles()).toHaveLength(12);
    expect((await articles()).filter(({ read }) => read)).toHaveLength(10);
    expect(await call('refresh', { feedIds: [feedId] })).toMatchObject({ added: 0, updated: 0, failed: [] });
  }, SLOW);
});
