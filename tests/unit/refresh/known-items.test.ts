import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { FeedId } from '../../../electron/contract/model.ts';
import { inflateBody } from '../../../electron/core/normalize/body.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { createRefresher } from '../../../electron/core/refresh/refresher.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { addFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { seededRandom } from '../../seeded-random.ts';
import { knownItems } from '../../../electron/core/store/known-items.ts';
import { ChangingFeed } from './changing-feed.ts';

const FEED = 'https://metals.example/feed';
const HOUR = 60 * 60_000;
const START = Date.UTC(2026, 10, 3);
const closing: (() => void)[] = [];
/** Over all seeds: items that were not read again, and documents that had to be asked for as a whole after all. */
const totals = { known: 0, asksAgain: 0 };
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A library over a server that answers with `text`, and a count of the items that were not read again. */
class Desk {
  text = '';
  now = START;
  finalUrl = FEED;
  known = 0;
  asks = 0;
  readonly store: Store;
  readonly faults: unknown[] = [];
  feedId: FeedId;
  readonly #refresher;

  constructor(forgets: boolean) {
    const profile = mkdtempSync(join(tmpdir(), 'known-'));
    this.store = openStore({ profile, now: () => this.now });
    closing.push(() => {
      this.store.close();
      rmSync(profile, { recursive: true, force: true });
    });
    const ingest = createIngest({
      knownItems: async (feedId) => (forgets ? null : knownItems(this.store, feedId)),
      fetcher: async () => {
        this.asks += 1;
        return { kind: 'fresh', body: Buffer.from(this.text), contentType: null, finalUrl: this.finalUrl, permanentUrl: null, validators: { etag: null, lastModified: null }, maxAgeMs: null, modifiedAt: null };
      },
    });
    this.#refresher = createRefresher({
      store: this.store,
      ingest: {
        ...ingest,
        feed: async (job, signal) => {
          const result = await ingest.feed(job, signal);
          if (result.kind === 'fresh') this.known += result.articles.filter((article) => !('body' in article)).length;
          return result;
        },
      },
      now: () => this.now,
      refreshMinutes: () => 30,
      announce: () => undefined,
      onFault: (error) => this.faults.push(error),
      hasNetwork: () => true,
    });
    this.feedId = this.follow();
  }

  follow(): FeedId {
    this.feedId = addFeed(this.store, { feedUrl: FEED, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null }).id;
    return this.feedId;
  }

  async refresh() {
    return await this.#refresher.refresh({ feedIds: [this.feedId] });
  }

  /** Everything that the library holds, but what it knows of items. */
  rows(): unknown {
    const all = (sql: string): unknown[] => this.store.all<Record<string, unknown>>(sql).map((row) => (row['html'] ? { ...row, html: inflateBody(row['html'] as Uint8Array) } : row));
    return {
      feeds: all('SELECT * FROM feeds'),
      statuses: all('SELECT * FROM statuses ORDER BY article_id'),
      articles: all('SELECT * FROM articles ORDER BY id'),
      bodies: all('SELECT * FROM bodies ORDER BY article_id'),
      revisions: all('SELECT * FROM revisions ORDER BY id'),
      images: all('SELECT key, url, newest_article FROM images ORDER BY key'),
      shown: all('SELECT article_id, position, key FROM article_images JOIN images ON images.id = image_id ORDER BY article_id, position'),
      tallies: all('SELECT * FROM feed_tallies'),
    };
  }
}

/** What a person does meanwhile; the same in both libraries. */
async function meddle(desk: Desk, chance: number): Promise<void> {
  const ids = desk.store.all<{ id: number }>('SELECT id FROM articles ORDER BY id').map(({ id }) => id);
  const some = ids.filter((_, at) => (at + Math.floor(chance * 100)) % 3 === 0);
  if (chance < 0.1) setRead(desk.store, some, true);
  else if (chance < 0.14) await cleanUp(desk.store, { before: desk.now - HOUR });
  else if (chance < 0.17 && some[0] !== undefined) setBookmarked(desk.store, some[0], true);
  else if (chance < 0.19) {
    unsubscribe(desk.store, desk.feedId);
    desk.follow();
  } else if (chance < 0.2) desk.finalUrl = desk.finalUrl === FEED ? `${FEED}/moved` : FEED;
}

test.each(Array.from({ length: 24 }, (_, seed) => seed))('behaviours 1 to 4 and 9: what is known need not be read again, and the library is the same row by row (seed %i)', async (seed) => {
  const random = seededRandom(seed * 7919 + 1);
  const knowing = new Desk(false);
  const forgetting = new Desk(true);
  const feed = new ChangingFeed(random);
  for (let step = 0; step < 40; step++) {
    const changes = step === 0 ? 8 : random() < 0.7 ? 1 : 3;
    const pass = random() < 0.5 ? HOUR : 30 * HOUR;
    const meddling = random();
    for (let n = 0; n < changes; n++) feed.change(knowing.now);
    const text = feed.write(knowing.now);
    const summaries: unknown[] = [];
    for (const desk of [knowing, forgetting]) {
      desk.text = text;
      desk.now += pass;
      await meddle(desk, meddling);
      summaries.push(await desk.refresh());
    }
    expect(summaries[0], `step ${step}`).toEqual(summaries[1]);
    expect(knowing.rows(), `step ${step}`).toEqual(forgetting.rows());
  }
  expect([knowing.faults, forgetting.faults]).toEqual([[], []]);
  expect(forgetting.known).toBe(0);
  totals.known += knowing.known;
  totals.asksAgain += knowing.asks - forgetting.asks;
});

test('and much was known, and some documents had to be asked for again', () => {
  expect(totals.known).toBeGreaterThan(1000);
  expect(totals.asksAgain).toBeGreaterThan(0);
});
