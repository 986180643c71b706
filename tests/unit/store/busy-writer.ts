/**
 * A process that a test kills. `node busy-writer.ts <what> <profile>`: it works in a loop until then, and prints a line
 * for each change only once the store has acknowledged it.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { createOpmlImporter } from '../../../electron/core/import-opml.ts';
import { nodeTimers } from '../../../electron/core/pace/timers.ts';
import { createKeepGroup } from '../../../electron/core/refresh/keep-group.ts';
import type { Outcome } from '../../../electron/core/refresh/outcome.ts';
import type { ArticleChanges, FeedRecord } from '../../../electron/core/store/records.ts';
import { createLogins } from '../../../electron/core/logins.ts';
import { listOpml } from '../../../electron/core/parse/opml-list.ts';
import { createMemorySecrets } from '../../../electron/core/secrets.ts';
import { addFeed, feedRecords } from '../../../electron/core/store/feeds.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { feedList } from './feed-list.ts';

const [what = '', profile = ''] = process.argv.slice(2);

// Written at once: a line in a buffer of the killed process would be lost, and with it the proof.
const say = (line: string): void => void writeSync(1, `${line}\n`);

function article(name: string): IncomingArticle {
  return {
    keys: { guid: name, url: null, content: name }, title: name, url: null, authors: [], tags: [], lang: null, publishedAt: null, placedAt: null,
    summary: name, body: deflateBody(`<p>${name} ${'terbium '.repeat(200)}</p>`), textLength: 1600, revision: name, images: [], enclosures: [],
  };
}

function storeNamed(store: Store, feedId: number, names: readonly string[]): ArticleChanges {
  return storeDocument(
    store, feedId,
    { feedKind: 'rss', facts: { title: null, siteUrl: null, lang: null }, articles: names.map(article), validators: { etag: names[0] ?? '', lastModified: null }, bodyHash: names[0] ?? '', permanentUrl: null, nextAt: 0 },
    Date.now(),
  );
}

/** Documents of 20 new articles each; of every document one article is bookmarked and one read. */
function refresh(store: Store): void {
  const [feed] = feedRecords(store);
  const feedId = feed?.id ?? addFeed(store, { feedUrl: 'https://metals.example/feed', kind: 'rss', facts: { title: 'Metals', siteUrl: null, lang: null }, folderId: null, title: null }).id;
  for (let round = 0; ; round += 1) {
    const names = Array.from({ length: 20 }, (_, index) => `${process.pid}-${round}-${index}`);
    const { added } = storeNamed(store, feedId, names);
    say(`stored ${names[0]}`);
    setBookmarked(store, added[0] ?? 0, true);
    say(`bookmarked ${added[0]}`);
    setRead(store, [added[1] ?? 0], true);
    say(`read ${added[1]}`);
  }
}

/** Documents of 20 new articles of each of three feeds, stored together; every third one fails when it is written. */
async function refreshTogether(store: Store): Promise<void> {
  const known = feedRecords(store);
  const feeds = known.length > 0 ? known : [0, 1, 2].map((at) => addFeed(store, { feedUrl: `https://metals.example/${at}`, kind: 'rss', facts: { title: 'Metals', siteUrl: null, lang: null }, folderId: null, title: null }));
  const wanted = new AbortController().signal;
  for (let round = 0; ; round += 1) {
    const keepAmong = (feed: FeedRecord): Outcome => {
      const names = Array.from({ length: 20 }, (_, index) => `${feed.id}-${process.pid}-${round}-${index}`);
      storeNamed(store, feed.id, names);
      // Where one fails, each is stored by itself.
      if (round % 2 === 1 && round % 3 === feed.id % 3) throw new Error('halfway');
      return { kind: 'fresh', added: names.length, updated: 0 };
    };
    const group = createKeepGroup({
      store,
      timers: nodeTimers,
      keepAmong,
      keep(feed) {
        try {
          return store.savepoint(() => keepAmong(feed));
        } catch {
          return { kind: 'failed', code: 'internal', detail: {} };
        }
      },
      onKept: (feed, { kind }) => (kind === 'fresh' ? say(`stored ${feed.id}-${process.pid}-${round}-0`) : undefined),
    });
    const nothing = { kind: 'notModified', permanentUrl: null, validators: { etag: null, lastModified: null }, maxAgeMs: null } as const;
    const [first, ...rest] = feeds;
    await group.during(async () => rest.forEach((feed) => void group.add(feed, nothing, { onward: null, signal: wanted })));
    if (first) await group.add(first, nothing, { onward: null, signal: wanted });
  }
}

/** Lists of 1,000 feeds, each in a folder of its name; what has been acknowledged is said after each chunk. */
async function importFeeds(store: Store): Promise<void> {
  for (let round = 0; ; round += 1) {
    const list = `${process.pid}-${round}`;
    const importer = createOpmlImporter({ store, ingest: { opml: async (text) => listOpml(text) }, logins: createLogins(createMemorySecrets()), announce: () => say(`imported ${list} ${importer.progress().added}`) });
    await importer.run(feedList(list));
  }
}

/** Opens with one step more each time; every step rewrites the library. */
function migrateOn(): void {
  for (;;) {
    const db = new DatabaseSync(join(profile, 'library', 'monazite.db'), { readOnly: true });
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    db.close();
    const migrations = [...MIGRATIONS, ...Array.from({ length: version + 1 - MIGRATIONS.length }, () => copyTitles)];
    openStore({ profile, now: Date.now, migrations }).close();
    say(`migrated ${version + 1}`);
  }
}

function copyTitles(db: DatabaseSync): void {
  db.exec('CREATE TABLE IF NOT EXISTS copies (title TEXT); DELETE FROM copies; INSERT INTO copies SELECT title FROM articles');
}

if (what === 'migrate') {
  say('ready');
  migrateOn();
} else {
  const store = openStore({ profile, now: Date.now });
  say('ready');
  if (what === 'refresh') refresh(store);
  else if (what === 'together') void refreshTogether(store);
  else if (what === 'import') void importFeeds(store);
  else setInterval(() => store.stamp(), 60_000);
}
