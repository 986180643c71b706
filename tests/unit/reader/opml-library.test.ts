import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feed, rss, startFeedServer, type FeedServer } from '../refresh/feed-server.ts';
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

/** Every feed as "folder > folder > title address", whatever its id. */
async function tree(of: ReadingRoom): Promise<string[]> {
  const { feeds, folders } = await of.api.listFeeds({});
  const path = (id: number | null): string => {
    const folder = folders.find((one) => one.id === id);
    return folder ? `${path(folder.parentId)}${folder.title} > ` : '';
  };
  return feeds.map(({ title, feedUrl, folderId }) => `${path(folderId)}${title} ${feedUrl}`).toSorted();
}

const NESTED = opml(
  `<outline text="Trade press">${outline('Magnets', 'https://m.example/feed')}<outline text="A/B &amp; C">${outline('氧化镝', 'https://d.example/feed')}</outline></outline>${outline('Top', 'http://t.example/rss')}`,
);

describe('importing an OPML file', () => {
  test('keeps nested folders and titles, and fetches nothing', async () => {
    expect(await room.api.importOpml({ opml: NESTED })).toEqual({ named: 3, added: 3, alreadyFollowed: 0, folders: 2, invalid: [] });
    expect(await tree(room)).toEqual([
      'Top http://t.example/rss',
      'Trade press > A/B & C > 氧化镝 https://d.example/feed',
      'Trade press > Magnets https://m.example/feed',
    ]);
    expect(room.events).toContainEqual({ kind: 'feeds' });
    expect((await room.api.refreshProgress({})).running).toBe(false);
  });

  test('merges what is named twice or followed already, and gives back what is no address', async () => {
    await room.api.subscribe({ url: server.on('/feed', feed(() => rss('known', ['one']))) });
    const text = opml(
      outline('Known', `${server.origin}/feed`) + outline('Twice', 'https://m.example/feed') + outline('Twice again', 'https://m.example/feed') + outline('Bad', 'gopher://old') + outline('Worse', 'no address'),
    );
    expect(await room.api.importOpml({ opml: text })).toEqual({ named: 5, added: 1, alreadyFollowed: 2, folders: 0, invalid: ['gopher://old', 'no address'] });
    expect((await room.api.listFeeds({})).feeds).toHaveLength(2);
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ added: 0 });
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
      expect(await tree(other)).toEqual(await tree(room));
    } finally {
      await other.close();
    }
  });

  test('of nothing is a valid file', async () => {
    const { opml: text } = await room.api.exportOpml({});
    expect(await room.api.importOpml({ opml: text })).toMatchObject({ named: 0, added: 0 });
  });
});
