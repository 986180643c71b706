import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { FeedId } from '../../../electron/contract/model.ts';
import { openReadingRoom } from './reading-room.ts';

const SLOW = 60_000;
const QUERIES = ['zircon', '-zircon', 'tag:quota', 'quota', 'note:furnace', 'furnace', 'folder:Trade', '-folder:Trade', 'feed:Metals', 'feed:Renamed', 'is:unread', 'is:bookmarked', 'title:dysprosium', 'Dy', 'element:Dy', 'Greta', 'Harbour Greta', 'lang:en', 'pagewords', 'is:bookmarked OR copper'];

async function publisher(): Promise<{ url: string; items: { title: string; text: string }[] }> {
  const items = [{ title: 'Dysprosium oxide climbs', text: 'Ionic clay is late, says Greta of the port.' }, { title: '氧化镝报价上调', text: '赣州市场成交清淡。' }, { title: 'Copper falls', text: 'Nothing of note at the Harbour.' }];
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/page')) {
      response.setHeader('content-type', 'text/html').end(`<html><body><article><h1>Copper falls</h1>${'<p>The pagewords of a long report go on and on about furnaces of another kind.</p>'.repeat(20)}</article></body></html>`);
      return;
    }
    const xml = items.map(({ title, text }, at) => `<item><guid>${title}</guid><link>http://127.0.0.1:${(server.address() as AddressInfo).port}/page/${at}</link><title>${title}</title><description>${text}</description><pubDate>${new Date(Date.now() - (at + 1) * 60_000).toUTCString()}</pubDate></item>`).join('');
    response.setHeader('content-type', 'application/rss+xml').end(`<rss version="2.0"><channel><title>Metals</title><language>en</language>${xml}</channel></rss>`);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`, items };
}

test('whatever is done, a saved search counts what its search finds', async () => {
  const { url, items } = await publisher();
  const room = openReadingRoom({ unattended: true });
  onTestFinished(() => room.close());
  const { api } = room;
  const watches: { id: number; query: string }[] = [];
  for (const query of QUERIES) watches.push({ id: (await api.addWatch({ watched: { kind: 'search', query, exact: false } })).watch.id, query });
  const found = async (): Promise<Record<string, unknown>> => {
    const { counts } = await api.countSearch({ queries: QUERIES });
    return Object.fromEntries(counts.map(({ total, unread }, at) => [QUERIES[at], [total.count, unread.count]]));
  };
  const saved = async (): Promise<Record<string, unknown>> => Object.fromEntries((await api.watches({})).watches.map(({ id, total, unread }) => [watches.find((one) => one.id === id)?.query, [total, unread]]));
  const agree = async (after: string): Promise<void> => {
    await expect.poll(async () => {
      const [has, should] = [await saved(), await found()];
      return [after, ...QUERIES.filter((query) => JSON.stringify(has[query]) !== JSON.stringify(should[query])).map((query) => `${query}: counts ${String(has[query])}, finds ${String(should[query])}`)].join('; ');
    }, { timeout: 10_000 }).toBe(after);
  };
  let feedId: FeedId = 0;
  const steps: [string, () => Promise<unknown>][] = [
    ['subscribing', async () => { ({ feedId } = await api.subscribe({ url })); }],
    ['a note', async () => api.setNote({ articleId: await idOf('Copper'), text: 'zircon furnace' })],
    ['another note', async () => api.setNote({ articleId: await idOf('Copper'), text: 'quota' })],
    ['a tag', async () => api.tagArticles({ articleIds: [await idOf('Copper')], add: ['quota'] })],
    ['a renamed tag', async () => api.renameTag({ tagId: (await api.tags({})).tags[0]?.id ?? 0, title: 'zircon' })],
    ['a removed tag', async () => api.removeTag({ tagId: (await api.tags({})).tags[0]?.id ?? 0 })],
    ['a highlight', async () => api.addHighlight({ articleId: await idOf('Dysprosium'), quote: 'furnace', prefix: '', suffix: '', start: 0 })],
    ['a new folder', async () => api.moveFeed({ feedId, folderId: (await api.createFolder({ title: 'Trade', parentId: null })).folder.id })],
    ['a renamed folder', async () => api.renameFolder({ folderId: (await api.listFeeds({})).folders[0]?.id ?? 0, title: 'Other' })],
    ['its old name', async () => api.renameFolder({ folderId: (await api.listFeeds({})).folders[0]?.id ?? 0, title: 'Trade' })],
    ['a removed folder', async () => api.deleteFolder({ folderId: (await api.listFeeds({})).folders[0]?.id ?? 0 })],
    ['a renamed source', async () => api.renameFeed({ feedId, title: 'Renamed' })],
    ['read marks', async () => api.markAllRead({ scope: { kind: 'all' }, before: (await api.listArticles({ scope: { kind: 'all' }, limit: 1 })).asOf })],
    ['a name of the person', async () => api.saveEntity({ kind: 'company', names: { en: 'Greta' }, aliases: [{ text: 'Harbour' }] })],
    ['a text of a page', async () => api.keepFullText({ articleId: await idOf('Copper') })],
    ['a text of another page', async () => api.keepFullText({ articleId: await idOf('氧化镝') })],
    ['a text that was let go', async () => api.evict({ free: 1e12 })],
    ['a name taken back', async () => api.removeEntity({ entityId: (await api.listEntities({ query: 'Greta' })).entities[0]?.id ?? '' })],
    ['a muted article', async () => api.setMuted({ articleIds: [await idOf('Dysprosium')], muted: true })],
    ['shown again', async () => api.setMuted({ articleIds: [await idOf('Dysprosium')], muted: false })],
    ['a revised article', async () => { items[0] = { title: 'Dysprosium oxide climbs', text: 'Now of zircon.' }; await api.refresh({ feedIds: [feedId] }); }],
    ['bookmarks taken back', async () => api.removeBookmarks({ articleIds: (await api.listBookmarks({ limit: 10 })).bookmarks.map(({ id }) => id) })],
    ['a clean-up', async () => api.cleanUp({ before: Date.now() })],
    ['unsubscribing', async () => api.unsubscribe({ feedId })],
  ];
  async function idOf(word: string): Promise<number> {
    return (await api.search({ query: `title:${word}`, exact: true, limit: 1 })).articles[0]?.id ?? 0;
  }
  for (const [name, step] of steps) {
    await step();
    await agree(name);
  }
  expect(room.faults).toEqual([]);
}, SLOW);
