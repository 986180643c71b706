import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

interface Item {
  readonly title: string;
  readonly text: string;
}

let server: Server;
let items: Item[] = [];
let room: ReadingRoom;

beforeEach(async () => {
  items = [{ title: 'Dysprosium oxide climbs', text: 'Ionic clay from Myanmar is late.' }, { title: '氧化镝报价上调', text: '赣州市场成交清淡。' }, { title: 'Copper falls', text: 'Sponsored content.' }];
  server = createServer((_request, response) => {
    const xml = items.map(({ title, text }, at) => `<item><guid>${title}</guid><title>${title}</title><description>${text.repeat(8)}</description><pubDate>${new Date(Date.now() - (at + 1) * 60_000).toUTCString()}</pubDate></item>`).join('');
    response.setHeader('content-type', 'application/rss+xml').end(`<rss version="2.0"><channel><title>Metals</title>${xml}</channel></rss>`);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  room = openReadingRoom();
});

afterEach(async () => {
  await room.close();
  await new Promise((resolve) => { server.close(resolve); });
});

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
const titles = async (id: number): Promise<string[]> => (await room.api.listArticles({ scope: { kind: 'watch', id }, limit: 50 })).articles.map(({ title }) => title).toSorted();

describe('the engine with its own search and glossary', () => {
  test('a name is watched in both languages, a search by its words, before and after they arrive', async () => {
    const { api } = room;
    const dy = (await api.addWatch({ watched: { kind: 'entity', entityId: 'element:Dy' } })).watch;
    const { feedId } = await api.subscribe({ url: url() });
    expect(dy.mark).toBe('element');
    expect(await titles(dy.id)).toEqual(['Dysprosium oxide climbs', '氧化镝报价上调']);
    const named = (await api.addWatch({ watched: { kind: 'search', query: 'dysprosium', exact: false } })).watch;
    expect(await titles(named.id)).toEqual(['Dysprosium oxide climbs', '氧化镝报价上调']);
    await api.removeWatch({ watchId: named.id });
    const clay = (await api.addWatch({ watched: { kind: 'search', query: '"ionic clay" -copper', exact: false } })).watch;
    expect(clay).toMatchObject({ mark: 'search', total: 1, unread: 1, looking: false });
    items = [{ title: 'Ionic clay again', text: 'Trucks are back.' }, ...items];
    await api.refresh({ feedIds: [feedId] });
    expect(await titles(clay.id)).toEqual(['Dysprosium oxide climbs', 'Ionic clay again']);
    expect((await api.watches({})).watches.map(({ total }) => total)).toEqual([2, 2]);
    expect(room.events).toContainEqual({ kind: 'watch' });
    expect(room.faults).toEqual([]);
  });

  test('an alert says which words matched, and is told once', async () => {
    const { api } = room;
    await api.setSettings({ alerts: { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 0, notify: true } });
    await api.addWatch({ watched: { kind: 'search', query: 'myanmar OR 赣州', exact: false }, alert: 'notify', title: 'Border' });
    await api.subscribe({ url: url() });
    const { alerts } = await api.alerts({ limit: 10 });
    expect(alerts.flatMap(({ reasons }) => reasons.flatMap(({ title, words }) => [title, ...words])).toSorted()).toEqual(['Border', 'Border', 'Myanmar', '赣州市'].toSorted());
    expect((await api.takeNotices({})).notices).toHaveLength(2);
    await api.refresh({});
    expect((await api.takeNotices({})).notices).toEqual([]);
  });

  test('a story is told once, whichever source tells it first and however its reports come', async () => {
    const { api } = room;
    const event = { title: 'Tarnholm yard opens a second smelter', text: 'The Tarnholm yard opened a second smelter that cost $412.6 million and can treat 131,400 tonnes of dysprosium concentrate a year. ' };
    const other = createServer((request, response) => {
      const xml = [event].map(({ title, text }, at) => `<item><guid>${title}</guid><title>${title}</title><description>${text.repeat(2)}</description><pubDate>${new Date(Date.now() - (at + 1) * 60_000).toUTCString()}</pubDate></item>`).join('');
      response.setHeader('content-type', 'application/rss+xml').end(`<rss version="2.0"><channel><title>Desk ${request.url}</title>${xml}</channel></rss>`);
    });
    await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    const desk = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await api.setSettings({ alerts: { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 0, notify: true } });
    await api.addWatch({ watched: { kind: 'entity', entityId: 'element:Dy' }, alert: 'notify' });
    items = [];
    await api.subscribe({ url: `${desk}/one` });
    // Told before anybody placed it in the background.
    expect((await api.takeNotices({})).notices).toHaveLength(1);
    await Promise.all([api.subscribe({ url: `${desk}/two` }), api.subscribe({ url: `${desk}/three` })]);
    expect((await api.takeNotices({})).notices).toEqual([]);
    const { alerts } = await api.alerts({ limit: 10 });
    expect(alerts).toHaveLength(1);
    await expect.poll(async () => (await api.listArticles({ scope: { kind: 'all' }, limit: 50, stories: true })).articles.map(({ story }) => story?.sources)).toEqual([3]);
    expect(room.faults).toEqual([]);
    await new Promise((resolve) => { other.close(resolve); });
  });

  test('two alerts become one when a report joins what was told of apart', async () => {
    const { api } = room;
    const [mine, court] = [
      'The Tarnholm yard opened a second smelter that cost $412.6 million and can treat 131,400 tonnes of dysprosium concentrate a year. ',
      'A tribunal in Veldport dismissed the claim of fishermen against the harbour of Quay and Sons, who handle dysprosium concentrate for 27 buyers. ',
    ];
    const told: Record<string, { readonly title: string; readonly text: string }> = {
      '/one': { title: 'Tarnholm yard opens a second smelter', text: mine.repeat(2) },
      '/two': { title: 'Veldport tribunal sides with the harbour', text: court.repeat(2) },
      '/three': { title: 'Tarnholm opens, Veldport wins', text: mine + court },
    };
    const other = createServer((request, response) => {
      const { title = '', text = '' } = told[request.url ?? ''] ?? {};
      response.setHeader('content-type', 'application/rss+xml').end(`<rss version="2.0"><channel><title>Desk ${request.url}</title><item><guid>${title}</guid><title>${title}</title><description>${text}</description><pubDate>${new Date(Date.now() - 60_000).toUTCString()}</pubDate></item></channel></rss>`);
    });
    await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    const desk = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await api.setSettings({ alerts: { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 0, notify: true } });
    const [dy, tribunal] = [await api.addWatch({ watched: { kind: 'entity', entityId: 'element:Dy' }, alert: 'notify' }), await api.addWatch({ watched: { kind: 'search', query: 'tribunal', exact: false }, alert: 'notify' })];
    await api.subscribe({ url: `${desk}/one` });
    await api.subscribe({ url: `${desk}/two` });
    expect((await api.takeNotices({})).notices).toHaveLength(2);
    const before = (await api.alerts({ limit: 10 })).alerts;
    await api.setAlertsSeen({ alertIds: [before[0]?.id ?? 0], seen: true });
    await api.subscribe({ url: `${desk}/three` });
    expect((await api.takeNotices({})).notices).toEqual([]);
    const { alerts, unseen, total } = await api.alerts({ limit: 10 });
    expect({ unseen, total, articles: alerts[0]?.articles.length }).toEqual({ unseen: 0, total: 1, articles: 3 });
    expect(new Set(alerts[0]?.reasons.map(({ id }) => id))).toEqual(new Set([dy.watch.id, tribunal.watch.id]));
    expect(room.faults).toEqual([]);
    await new Promise((resolve) => { other.close(resolve); });
  });

  test('what a rule mutes is found by is:muted alone', async () => {
    const { api } = room;
    const { rule } = await api.addRule({ title: 'Ads', enabled: true, when: { query: 'sponsored' }, effects: { mute: true } });
    await api.subscribe({ url: url() });
    const found = async (query: string): Promise<string[]> => (await api.search({ query, limit: 10 })).articles.map(({ title }) => title);
    expect([await found('copper'), await found('copper is:muted'), await found('is:muted')]).toEqual([[], ['Copper falls'], ['Copper falls']]);
    expect(await api.counts({})).toMatchObject({ all: 2, unread: 2 });
    expect((await api.showMuted({ ruleId: rule.id })).changed).toHaveLength(1);
    expect(await found('copper')).toEqual(['Copper falls']);
  });

  test('a rule bookmarks as a person does: text frozen, counted, and undone by its run', async () => {
    const { api } = room;
    await api.subscribe({ url: url() });
    const { rule } = await api.addRule({ title: 'Keep', enabled: true, when: { query: 'climbs' }, effects: { bookmark: true, tags: ['Dy'] } });
    expect(await api.dryRunRule({ rule: { when: rule.when } })).toMatchObject({ count: 1, left: 0, sample: [{ title: 'Dysprosium oxide climbs' }] });
    const { run } = await api.runRule({ ruleId: rule.id });
    const [kept] = (await api.listBookmarks({ limit: 10 })).bookmarks;
    expect(kept).toMatchObject({ title: 'Dysprosium oxide climbs', tags: [{ title: 'Dy' }] });
    expect((await api.evidence({ articleId: kept?.id ?? 0 })).copies).toHaveLength(1);
    expect(await api.undoRuleRun({ runId: run.id })).toEqual({ changed: 1 });
    expect((await api.listBookmarks({ limit: 10 })).total).toBe(0);
    await expect(api.addRule({ title: 'Empty', enabled: true, when: { query: '()' }, effects: { mute: true } })).rejects.toMatchObject({ code: 'query-empty' });
    await expect(api.addWatch({ watched: { kind: 'search', query: 'copper is:muted', exact: false } })).rejects.toMatchObject({ code: 'query-muted' });
    await expect(api.addWatch({ watched: { kind: 'entity', entityId: 'element:Xx' } })).rejects.toMatchObject({ code: 'entity-missing' });
  });

  test('a saved search for unread follows what a person reads', async () => {
    const { api } = room;
    await api.subscribe({ url: url() });
    const { watch } = await api.addWatch({ watched: { kind: 'search', query: 'is:unread oxide', exact: false } });
    const [oxide] = (await api.listArticles({ scope: { kind: 'watch', id: watch.id }, limit: 10 })).articles;
    const id = oxide?.id ?? 0;
    await api.setRead({ articleIds: [id], read: true });
    expect((await api.watches({})).watches[0]).toMatchObject({ total: 0 });
    await api.setRead({ articleIds: [id], read: false });
    expect((await api.watches({})).watches[0]).toMatchObject({ total: 1, unread: 1 });
  });
});
