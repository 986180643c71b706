import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feed, rss, startFeedServer, type FeedServer } from '../refresh/feed-server.ts';
import type { ImportProgress } from '../../../electron/contract/opml.ts';
import { parseOpml } from '../../../electron/core/parse/parse-opml.ts';
import { writeOpml } from '../../../electron/core/parse/write-opml.ts';
import { randomLibrary } from '../parse/random-opml.ts';
import { seededRandom } from '../../seeded-random.ts';
import { libraryTree } from './library-tree.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

let room: ReadingRoom;
let server: FeedServer;

beforeEach(async () => {
  server = await startFeedServer();
  room = openReadingRoom();
});

afterEach(async () => {
  await room.close();
  await server.close();
});

const opml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Feeds</title></head><body>${body}</body></opml>`;
const outline = (title: string, url: string): string => `<outline type="rss" text="${title}" title="${title}" xmlUrl="${url}"/>`;

const flat = (feeds: number, from: string): string => opml(Array.from({ length: feeds }, (_, n) => outline(`Feed ${n}`, `https://${from}${n}.example/rss`)).join(''));

const NESTED = opml(
  `<outline text="Trade press">${outline('Magnets', 'https://m.example/feed')}<outline text="A/B &amp; C">${outline('氧化镝', 'https://d.example/feed')}</outline></outline>${outline('Top', 'http://t.example/rss')}`,
);

describe('importing an OPML file', () => {
  test('keeps nested folders and titles, and fetches nothing', async () => {
    expect(await room.api.importOpml({ opml: NESTED })).toEqual({ named: 3, added: 3, alreadyFollowed: 0, repeated: 0, folders: 2, invalid: [] });
    expect(await libraryTree(room)).toEqual([
      'Top http://t.example/rss',
      'Trade press > A/B & C > 氧化镝 https://d.example/feed',
      'Trade press > Magnets https://m.example/feed',
    ]);
    await expect.poll(() => room.events).toEqual(expect.arrayContaining([{ kind: 'feeds', feedIds: 'many' }, { kind: 'import' }]));
    expect((await room.api.refreshProgress({})).running).toBe(false);
  });

  test('merges what is named twice or followed already, and gives back what is no address', async () => {
    await room.api.subscribe({ url: server.on('/feed', feed(() => rss('known', ['one']))) });
    const text = opml(
      outline('Known', `${server.origin}/feed`) + outline('Twice', 'https://m.example/feed') + outline('Twice again', 'https://m.example/feed') + outline('Bad', 'gopher://old') + outline('Worse', 'no address'),
    );
    expect(await room.api.importOpml({ opml: text })).toEqual({ named: 5, added: 1, alreadyFollowed: 1, repeated: 1, folders: 0, invalid: ['gopher://old', 'no address'] });
    expect((await room.api.listFeeds({})).feeds).toHaveLength(2);
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ added: 0 });
  });

  test('quotes what is no address without what might be a password', async () => {
    const text = '<opml version="2.0"><body><outline type="rss" xmlUrl="ann:ge/heim@metals example/feed"/></body></opml>';
    const { invalid } = await room.api.importOpml({ opml: text });
    expect(invalid).toEqual(['metals example/feed']);
  });

  test('knows an address however it is written, and keeps the first place', async () => {
    const named = ['http://www.m.example/feed/', 'https://m.example/feed', 'feed://m.example/feed?utm_source=opml', 'M.example/feed', 'https://m.example/feed?cat=2'];
    const text = opml(`<outline text="First">${outline('One', named[0]!)}</outline><outline text="Second">${named.slice(1).map((url) => outline('Other', url)).join('')}</outline>`);
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 5, added: 2, repeated: 3, alreadyFollowed: 0 });
    expect(await libraryTree(room)).toEqual(['First > One http://www.m.example/feed/', 'Second > Other https://m.example/feed?cat=2']);
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ added: 0, repeated: 3, alreadyFollowed: 2 });
  });

  test('takes links and inclusions for what they are: no folders', async () => {
    const text = opml('<outline text="A link" type="link" url="https://a.example/"/><outline text="Elsewhere" type="include" url="https://b.example/o.opml"/><outline text="Empty"/>');
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 0, folders: 1 });
    expect((await room.api.listFeeds({})).folders.map(({ title }) => title)).toEqual(['Empty']);
  });

  test('lets other calls through between its chunks, tells how far it is, and yields to a second one', async () => {
    const imported = room.api.importOpml({ opml: flat(2000, 'a') });
    const second = room.api.importOpml({ opml: flat(2000, 'b') });
    const seen: ImportProgress[] = [];
    do {
      seen.push(await room.api.importProgress({}));
      await new Promise((resolve) => setImmediate(resolve));
    } while (seen.at(-1)?.done !== 2000);
    expect(seen.filter(({ running, done, added }) => added !== done || (!running && done % 2000 !== 0))).toEqual([]);
    expect(await imported).toMatchObject({ added: 2000 });
    expect(new Set(seen.map(({ done }) => done)).size).toBeGreaterThan(15);
    expect(await second).toMatchObject({ added: 2000 });
    expect(await room.api.importProgress({})).toEqual({ running: false, done: 2000, total: 2000, added: 2000 });
  });

  test('survives that its folder is deleted meanwhile', async () => {
    const text = opml(`<outline text="Folder">${Array.from({ length: 500 }, (_, n) => outline(`Feed ${n}`, `https://a${n}.example/rss`)).join('')}</outline>`);
    const imported = room.api.importOpml({ opml: text });
    for (let folders: readonly { id: number }[] = []; folders.length === 0; ) {
      await new Promise((resolve) => setImmediate(resolve));
      ({ folders } = await room.api.listFeeds({}));
      if (folders[0]) await room.api.deleteFolder({ folderId: folders[0].id });
    }
    expect(await imported).toMatchObject({ added: 500 });
    expect((await room.api.listFeeds({})).feeds).toHaveLength(500);
  });

  test('ends between two chunks when the app is closed', async () => {
    const closing = openReadingRoom();
    const imported = closing.api.importOpml({ opml: flat(2000, 'a') });
    while ((await closing.api.importProgress({})).done === 0) await new Promise((resolve) => setImmediate(resolve));
    const [ended] = await Promise.allSettled([imported, closing.close()]);
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } });
    expect(closing.faults).toEqual([]);
  });

  test('is told beforehand as it comes, and a preview writes nothing', async () => {
    const text = opml(
      `<outline text="A"><outline text="B">${outline('One', 'https://one.example/feed')}</outline></outline><outline text="A">${outline('Two', 'https://two.example/feed')}</outline>${outline('Again', 'one.example/feed')}${outline('Bad', 'gopher://old')}`,
    );
    const said = { named: 4, added: 2, alreadyFollowed: 0, repeated: 1, folders: 2, invalid: ['gopher://old'] };
    const before = room.events.length;
    expect(await room.api.previewOpml({ opml: text })).toEqual(said);
    expect(await room.api.listFeeds({})).toEqual({ feeds: [], folders: [] });
    expect(await room.api.importProgress({})).toEqual({ running: false, done: 0, total: 0, added: 0 });
    expect(room.events.slice(before)).toEqual([]);
    expect(await room.api.importOpml({ opml: text })).toEqual(said);
    expect(await room.api.previewOpml({ opml: text })).toEqual({ ...said, added: 0, alreadyFollowed: 2 });
    await expect(room.api.previewOpml({ opml: '<html/>' })).rejects.toMatchObject({ code: 'not-opml' });
  });

  test('that is none says so and changes nothing', async () => {
    await expect(room.api.importOpml({ opml: '<html><body>No</body></html>' })).rejects.toMatchObject({ code: 'not-opml' });
    await expect(room.api.importOpml({ opml: 'plain text' })).rejects.toMatchObject({ code: 'not-opml' });
    expect((await room.api.listFeeds({})).feeds).toEqual([]);
  });

  test('of 5,000 feeds is done within seconds', async () => {
    const text = opml(Array.from({ length: 50 }, (_, f) => `<outline text="Folder ${f}">${Array.from({ length: 100 }, (__, n) => outline(`Feed ${f}.${n}`, `https://h${n}.example/${f}`)).join('')}</outline>`).join(''));
    const started = performance.now();
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 5000, added: 5000, folders: 50, invalid: [] });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await room.api.listFeeds({})).feeds).toHaveLength(5000);
  });

  test('in a door that stays open refreshes the new feeds by itself', async () => {
    const staying = openReadingRoom({ unattended: true, settings: { refreshMinutes: 0 } });
    try {
      await staying.api.importOpml({ opml: opml(outline('Outlet', server.on('/feed', feed(() => rss('outlet', ['one', 'two']))))) });
      await expect.poll(async () => (await staying.api.counts({})).all).toBe(2);
      expect((await staying.api.listFeeds({})).feeds[0]?.title).toBe('Outlet');
    } finally {
      await staying.close();
    }
  });
});

describe('exporting', () => {
  test('round-trips without loss', async () => {
    await room.api.importOpml({ opml: NESTED });
    const { opml: text } = await room.api.exportOpml({});
    const other = openReadingRoom();
    try {
      expect(await other.api.importOpml({ opml: text })).toMatchObject({ named: 3, added: 3, folders: 2 });
      expect(await libraryTree(other)).toEqual(await libraryTree(room));
    } finally {
      await other.close();
    }
  });

  test('keeps order, texts, unknown attributes, pages, pauses, which texts are fetched, and whose a title is', async () => {
    const rules = { kind: 'html', item: 'ul.news > li', title: null, link: 'a[href*="/art/"]', date: 'span', summary: null };
    const quoted = JSON.stringify(rules).replaceAll('"', '&quot;').replaceAll('>', '&gt;');
    const text = `<?xml version="1.0"?><opml version="2.0" xmlns:mz="urn:monazite:opml:1" xmlns:nn="https://n.example/"><body>
      <outline type="rss" text="t: Zinc" title="Zinc" xmlUrl="https://z.example/feed" htmlUrl="https://z.example/" description="All of it" language="en" category="/metals" created="Mon, 02 Nov 2026 08:00:00 GMT" nn:mark="7"/>
      <outline text="A folder" description="First"><outline type="rss" text="Own" xmlUrl="https://own.example/feed" mz:fullText="always"/><outline text="Inner"/><outline type="rss" text="Theirs" xmlUrl="https://theirs.example/feed" mz:title="publisher" mz:fullText="whatever"/></outline>
      <outline type="link" text="工信部" htmlUrl="https://ministry.example/list.html" mz:kind="page" mz:rules="${quoted}" mz:paused="true"/>
      <outline type="link" text="Broken rules" htmlUrl="https://broken.example/" mz:kind="page" mz:rules="{}"/>
      <outline type="atom" text="Atom" xmlUrl="https://user:secret@atom.example/feed"/></body></opml>`;
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 6, added: 5, folders: 2, invalid: ['https://broken.example/'] });
    const { feeds } = await room.api.listFeeds({});
    expect(feeds.find(({ kind }) => kind === 'page')).toMatchObject({ feedUrl: 'https://ministry.example/list.html', title: '工信部', page: rules, paused: true });
    expect(feeds.map(({ title, fullText }) => `${title} ${fullText}`)).toEqual(expect.arrayContaining(['Own always', 'Theirs opened']));
    const first = (await room.api.exportOpml({})).opml;
    expect(first.match(/ text="[^"]*"/g)?.map((one) => one.slice(7, -1))).toEqual(['t: Zinc', 'A folder', 'Own', 'Inner', 'Theirs', '工信部', 'Atom']);
    expect(first).toContain('text="t: Zinc" title="Zinc" type="rss" xmlUrl="https://z.example/feed" htmlUrl="https://z.example/" description="All of it" language="en" category="/metals" created="Mon, 02 Nov 2026 08:00:00 GMT" xmlns:nn="https://n.example/" nn:mark="7"/>');
    expect(first).toContain(`type="link" htmlUrl="https://ministry.example/list.html" mz:kind="page" mz:rules="${quoted}" mz:paused="true"/>`);
    expect(first).toContain('type="atom" xmlUrl="https://atom.example/feed"');
    expect(first).not.toContain('secret');

    const other = openReadingRoom();
    try {
      await other.api.importOpml({ opml: first });
      expect((await other.api.exportOpml({})).opml.replace(/<dateCreated>.*/, '')).toBe(first.replace(/<dateCreated>.*/, ''));
      expect((await other.api.listFeeds({})).feeds.find(({ title }) => title === 'Own')?.fullText).toBe('always');
      const theirs = (await other.api.listFeeds({})).feeds.find(({ title }) => title === 'Theirs');
      expect((await other.api.renameFeed({ feedId: theirs?.id ?? 0, title: 'Mine' })).feed.title).toBe('Mine');
      expect((await other.api.renameFeed({ feedId: theirs?.id ?? 0, title: '' })).feed.title).toBe('Theirs');
      const zinc = (await other.api.listFeeds({})).feeds.find(({ title }) => title === 'Zinc');
      await other.api.renameFeed({ feedId: zinc?.id ?? 0, title: '锌' });
      expect((await other.api.exportOpml({})).opml).toContain('text="锌" title="锌"');
    } finally {
      await other.close();
    }
  });

  test('round-trips any tree that a library can hold', async () => {
    const { document } = randomLibrary(seededRandom(2026));
    const [first, second] = [openReadingRoom(), openReadingRoom()];
    try {
      await first.api.importOpml({ opml: writeOpml(document, 0) });
      const written = (await first.api.exportOpml({})).opml;
      await second.api.importOpml({ opml: written });
      expect(parseOpml((await second.api.exportOpml({})).opml)).toEqual(parseOpml(written));
    } finally {
      await first.close();
      await second.close();
    }
  });

  test('of many sources lets other calls through, and writes each where it stood when it began', async () => {
    await room.api.importOpml({ opml: opml(`<outline text="From">${flat(1500, 'a').match(/<outline .*\/>/)?.[0]}</outline><outline text="To">${outline('Last', 'https://last.example/rss')}</outline>`) });
    const { feeds, folders } = await room.api.listFeeds({});
    const before = await libraryTree(room);
    let written = '';
    const exporting = room.api.exportOpml({}).then(({ opml: text }) => (written = text));
    // After the places were read, which takes a turn for each 500 and one before.
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(written).toBe('');
    const to = folders.find(({ title }) => title === 'To')?.id ?? null;
    await room.api.moveFeed({ feedId: feeds.find(({ title }) => title === 'Feed 1498')?.id ?? 0, folderId: to });
    await room.api.unsubscribe({ feedId: feeds.find(({ title }) => title === 'Feed 1499')?.id ?? 0 });
    expect(written).toBe('');
    await exporting;
    const other = openReadingRoom();
    try {
      await other.api.importOpml({ opml: written });
      expect(await libraryTree(other)).toEqual(before.filter((line) => !line.includes('Feed 1499 ')));
    } finally {
      await other.close();
    }
  });

  test('ends when the app is closed', async () => {
    const closing = openReadingRoom();
    await closing.api.importOpml({ opml: flat(500, 'a') });
    const [ended] = await Promise.allSettled([closing.api.exportOpml({}), closing.close()]);
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } });
    expect(closing.faults).toEqual([]);
  });

  test('of nothing is a valid file', async () => {
    const { opml: text } = await room.api.exportOpml({});
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 0, added: 0 });
  });
});

test('a list may leave out what looks like a key in the path of an address; whoever takes it in enters the key, and until then nobody is asked', async () => {
  const key = '5f3a91c2d7e84b60a1f2c3d4e5b6a798';
  server.on(`/feed/${key}/news`, feed(() => rss('metals', ['one'])));
  await room.api.subscribe({ url: `${server.origin}/feed/${key}/news` });
  expect((await room.api.exportOpml({})).opml).toContain(key);
  const { opml: given } = await room.api.exportOpml({ withoutKeys: true });
  expect(given).toContain(`${server.origin}/feed/***/news`);
  expect([given, (await room.api.exportSources({})).csv].join('\n')).not.toContain(key);

  const other = openReadingRoom();
  expect(await other.api.importOpml({ opml: given })).toMatchObject({ added: 1, invalid: [] });
  const asked = server.requests.length;
  await other.api.refresh({});
  const [source] = (await other.api.listFeeds({})).feeds;
  expect([source?.feedUrl, source?.failure?.code, server.requests.length - asked]).toEqual([`${server.origin}/feed/***/news`, 'sign-in-missing', 0]);
  await other.api.setCredentials({ feedId: source?.id ?? 0, credentials: { kind: 'url', keys: { path: key } } });
  expect((await other.api.listArticles({ scope: { kind: 'all' }, limit: 5 })).articles.map(({ title }) => title)).toEqual(['one']);
  await other.close();
});
