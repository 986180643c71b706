import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { createOpmlImporter } from '../../../electron/core/import-opml.ts';
import { createLogins } from '../../../electron/core/logins.ts';
import { listOpml } from '../../../electron/core/parse/opml-list.ts';
import { createMemorySecrets } from '../../../electron/core/secrets.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import type { Migration } from '../../../electron/core/store/migrate.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { feedList } from './feed-list.ts';
import { seededRandom } from '../../seeded-random.ts';
import { NOON, documentOf, follow, incoming, temporaryProfile, testStore } from './library.ts';

const KILLS = 5;

/** Runs the writer, kills it `delay` ms after its first acknowledged change, and answers with the whole lines it printed. */
async function killWhile(what: string, profile: string, delay: number): Promise<string[][]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'busy-writer.ts'), what, profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  let killing = false;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (killing || output.split('\n').length < 3) return;
    killing = true;
    setTimeout(() => child.kill('SIGKILL'), delay);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  return output.split('\n').slice(1, -1).map((line) => line.split(' '));
}

function expectSound(store: Store): void {
  expect(store.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
}

function isThere(store: Store, [verb, name = '']: string[]): boolean {
  if (verb === 'stored') return store.get('SELECT 1 FROM articles WHERE title = ?', name) !== undefined;
  const article = getArticle(store, Number(name));
  return verb === 'bookmarked' ? article.bookmarked : article.read;
}

describe('behaviour 8: kill it anywhere', () => {
  test('behaviour 8: killed five times during a refresh, every acknowledged article, bookmark and read mark is there', async () => {
    const profile = temporaryProfile();
    const random = seededRandom(8);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await killWhile('refresh', profile, Math.floor(random() * 300));
      const store = testStore({ profile });
      expectSound(store);
      expect(lines.filter((line) => !isThere(store, line))).toEqual([]);
      // Validators and articles are of one document, and a document is whole or absent.
      const { etag } = store.get<{ etag: string }>('SELECT etag FROM feeds') ?? { etag: '' };
      expect(store.get('SELECT 1 AS here FROM articles WHERE title = ?', etag)).toEqual({ here: 1 });
      expect(store.get<{ n: number }>('SELECT count(*) % 20 AS n FROM articles')?.n).toBe(0);
      expect(store.get<{ n: number }>('SELECT total AS n FROM feed_tallies')).toEqual(store.get('SELECT count(*) AS n FROM articles'));
      store.close();
    }
  }, 60_000);

  test('behaviour 8: killed five times while feeds are stored together, of each every acknowledged document is there, and each is whole', async () => {
    const profile = temporaryProfile();
    const random = seededRandom(88_888);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await killWhile('together', profile, Math.floor(random() * 300));
      const store = testStore({ profile });
      expectSound(store);
      expect(lines.filter((line) => !isThere(store, line))).toEqual([]);
      for (const feed of store.all<{ id: number; total: number; bytes: number }>('SELECT id, total, text_bytes AS bytes FROM feeds JOIN feed_tallies ON feed_id = id')) {
        const stored = store.get<{ n: number; bytes: number }>('SELECT count(*) AS n, total(length(html)) AS bytes FROM articles JOIN bodies ON article_id = articles.id WHERE feed_id = ?', feed.id);
        expect(stored).toEqual({ n: feed.total, bytes: feed.bytes });
        expect(feed.total % 20).toBe(0);
      }
      expect(store.all('SELECT etag FROM feeds WHERE etag IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles WHERE title = etag AND feed_id = feeds.id)')).toEqual([]);
      store.close();
    }
  }, 60_000);

  test('behaviour 8: killed five times during an import, each list is there as far as it came, every source whole, and importing it again adds the rest', async () => {
    const profile = temporaryProfile();
    const random = seededRandom(88);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await killWhile('import', profile, Math.floor(random() * 200));
      const store = testStore({ profile });
      expectSound(store);
      const counts = (): Map<string, number> =>
        new Map(store.all<{ title: string; n: number }>('SELECT folders.title, count(*) AS n FROM feeds JOIN folders ON folders.id = folder_id GROUP BY 1').map(({ title, n }) => [title, n]));
      expect(lines.filter(([, list = '', added]) => (counts().get(list) ?? 0) < Number(added))).toEqual([]);
      const stored = store.all<{ title: string; own: string; text: string | null }>(
        "SELECT folders.title, own_title AS own, outlines.attributes ->> 'title' AS text FROM feeds JOIN folders ON folders.id = feeds.folder_id LEFT JOIN outlines ON feed_id = feeds.id ORDER BY feeds.id",
      );
      for (const [list, feeds] of Map.groupBy(stored, ({ title }) => title)) {
        expect(feeds.map(({ own, text }) => [own, text])).toEqual(feeds.map((_, at) => [`${list}-${at}`, `${list}-${at}`]));
      }
      const last = lines.at(-1)?.[1] ?? '';
      const { added, alreadyFollowed } = (await createOpmlImporter({ store, ingest: { opml: async (text) => listOpml(text) }, logins: createLogins(createMemorySecrets()), announce: () => undefined }).run(feedList(last))).summary;
      expect(added + alreadyFollowed).toBe(1000);
      expect(counts().get(last)).toBe(1000);
      store.close();
    }
  }, 60_000);

  test('behaviour 8: killed five times during a migration, bookmarks and read marks are all there', async () => {
    const profile = temporaryProfile();
    const first = testStore({ profile });
    const feed = follow(first);
    const items = Array.from({ length: 400 }, (_, index) => incoming({ guid: `${index}`, title: `${index}`, text: `<p>${'dysprosium '.repeat(300)}${index}</p>` }));
    const { added } = storeDocument(first, feed.id, documentOf(items), NOON);
    for (const id of added.slice(0, 40)) setBookmarked(first, id, true);
    setRead(first, added.slice(20, 100), true);
    first.close();

    const random = seededRandom(888);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = await killWhile('migrate', profile, Math.floor(random() * 200));
      const acknowledged = Math.max(...lines.map(([, version]) => Number(version)));
      const store = testStore({ profile, migrations: asMany(profile) });
      expectSound(store);
      expect(store.get<{ user_version: number }>('PRAGMA user_version')?.user_version).toBeGreaterThanOrEqual(acknowledged);
      expect(store.get('SELECT sum(bookmarked) AS bookmarked, sum(read) AS read, count(*) AS stored FROM statuses JOIN bodies USING (article_id)')).toEqual({ bookmarked: 40, read: 80, stored: 400 });
      store.close();
    }
  }, 60_000);
});

/** Steps for the version that the file has, so that it opens as it is. */
function asMany(profile: string): Migration[] {
  const db = new DatabaseSync(join(profile, 'library', 'monazite.db'), { readOnly: true });
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  db.close();
  return [...MIGRATIONS, ...Array.from({ length: version - MIGRATIONS.length }, () => () => undefined)];
}
