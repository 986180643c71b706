import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLogins } from '../../../electron/core/logins.ts';
import { moveSecrets } from '../../../electron/core/move-secrets.ts';
import { createMemorySecrets } from '../../../electron/core/secrets.ts';
import { eraseTraces } from '../../../electron/core/store/erase-traces.ts';
import { addFeed, findFeedByUrl, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { keepGapCursor } from '../../../electron/core/store/gap-cursors.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import { openReadingRoom } from '../reader/reading-room.ts';

const SECRET = /geheim4711|schluessel/;

const follow = (store: Store, feedUrl: string): number => addFeed(store, { feedUrl, kind: 'rss', facts: { title: 'Oxide', siteUrl: null, lang: null }, folderId: null, title: null }).id;
const addresses = (store: Store): string[] => store.all<{ url: string }>('SELECT feed_url AS url FROM feeds ORDER BY id').map(({ url }) => url);

/** Everything that lies in a profile, once the log is in the database. */
function bytesOf(profile: string, store: Store): string {
  store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' }).map((name) => join(profile, name)).filter((path) => statSync(path).isFile());
  return files.flatMap((path) => [...readFileSync(path, 'latin1').matchAll(/.{0,40}(geheim4711|schluessel).{0,20}/gs)].map(([around]) => `${path}: ${around}`)).join('\n');
}

function library(): { readonly profile: string; readonly store: Store } {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-left-'));
  const store = openStore({ profile, now: Date.now });
  onTestFinished(() => {
    store.close();
    rmSync(profile, { recursive: true, force: true });
  });
  return { profile, store };
}

async function publisher(): Promise<string> {
  const xml = '<rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Dysprosium climbs</title><description>Ionic clay is late.</description></item></channel></rss>';
  const server = createServer((_, response) => response.setHeader('content-type', 'application/rss+xml').end(xml));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }));
  return `127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
}

describe('a key or password in an address that an earlier version stored', () => {
  it('is answered to nobody, and goes with the following', async () => {
    const room = openReadingRoom();
    onTestFinished(() => room.close());
    const { api, store } = room;
    const feedId = follow(store, `http://ann:geheim4711@${await publisher()}?token=schluessel0815`);
    await api.refresh({ feedIds: [feedId] });
    const { articles: [article] } = await api.listArticles({ scope: { kind: 'all' }, limit: 1 });
    await api.setBookmarked({ articleId: article?.id ?? 0, bookmarked: true });
    const told = async (): Promise<string> => JSON.stringify([await api.listBookmarks({ limit: 1 }), await api.storage({}), await api.listFeeds({}), await api.sources({})]);
    expect(await told()).toContain('token=***');
    expect(await told()).not.toMatch(SECRET);
    keepGapCursor(store, feedId, JSON.stringify({ feedUrl: 'https://a.example/?token=schluessel0815' }));
    await api.unsubscribe({ feedId });
    expect(addresses(store)).toEqual([expect.stringContaining('/feed?token=***')]);
    expect(await told()).toContain('Dysprosium climbs');
    expect(bytesOf(room.profile, store)).not.toMatch(SECRET);
  });

  it('goes from sources that were left before, with or without a keychain', async () => {
    const { profile, store } = library();
    const left = ['https://ann:geheim4711@a.example/feed', 'https://b.example/feed?token=schluessel1', 'https://b.example/feed?token=schluessel2', 'https://c.example/feed?token=schluessel3#c'].map((url) => follow(store, url));
    for (const id of left) unsubscribe(store, id);
    store.run("UPDATE feeds SET site_url = 'https://b.example/?apikey=schluessel4', archive_url = 'https://b.example/2026?apikey=schluessel5' WHERE id = ?", left[1] ?? 0);
    const followed = follow(store, 'https://a.example/feed');
    await moveSecrets(store, createLogins(createMemorySecrets()));
    expect(addresses(store)).toEqual([`https://a.example/feed#${left[0]}`, 'https://b.example/feed?token=***', 'https://b.example/feed?token=***2', 'https://c.example/feed?token=***#c', 'https://a.example/feed']);
    expect(findFeedByUrl(store, 'https://a.example/feed')?.id).toBe(followed);
    expect(bytesOf(profile, store)).not.toMatch(SECRET);
  });

  it('goes without anything that hangs on a source, and never within a transaction', async () => {
    const { store } = library();
    const ids = ['https://a.example/feed?token=schluessel1', 'https://b.example/feed'].map((url) => follow(store, url));
    unsubscribe(store, ids[0] ?? 0);
    const all = (): unknown => ['feed_tallies', 'folders', 'statuses'].map((table) => store.all(`SELECT * FROM ${table}`));
    const before = all();
    const others = store.all('SELECT * FROM feeds WHERE id = ?', ids[1] ?? 0);
    expect(() => store.transaction(() => eraseTraces(store))).toThrow('between transactions');
    await moveSecrets(store, createLogins(createMemorySecrets()));
    expect(all()).toEqual(before);
    expect(store.all('SELECT * FROM feeds WHERE id = ?', ids[1] ?? 0)).toEqual(others);
    expect(store.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  it('gone, lets the source be taken up again where it was', async () => {
    const { store } = library();
    const id = follow(store, 'https://b.example/feed?token=schluessel1');
    unsubscribe(store, id);
    await moveSecrets(store, createLogins(createMemorySecrets()));
    expect(follow(store, 'https://b.example/feed?token=***')).toBe(id);
  });
});
