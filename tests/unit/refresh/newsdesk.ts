import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { FeedId } from '../../../electron/contract/model.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { Ingest } from '../../../electron/core/refresh/ingest-job.ts';
import { createRefresher, type Refresher, type RefresherOptions } from '../../../electron/core/refresh/refresher.ts';
import { addFeed } from '../../../electron/core/store/feeds.ts';
import { knownItems } from '../../../electron/core/store/known-items.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';

export interface Newsdesk {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly events: ReaderEvent[];
  readonly faults: unknown[];
  readonly refresher: Refresher;
  follow(feedUrl: string): FeedId;
  /** Moves the clock on. */
  pass(ms: number): void;
  now(): number;
  /** A refresher over the same library, as after a restart. */
  restart(patch?: Partial<RefresherOptions>): Refresher;
  close(): Promise<void>;
}

export interface NewsdeskOptions {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly refresher?: Partial<RefresherOptions>;
}

/** The real parts from fetch to store over a library of its own, with a clock that a test moves. */
export function openNewsdesk({ timeoutMs = 5000, maxBytes, refresher: patch = {} }: NewsdeskOptions = {}): Newsdesk {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-'));
  let now = Date.UTC(2026, 10, 3);
  const store = openStore({ profile, now: () => now });
  const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs, maxBytes, now: () => now });
  const ingest = createIngest({ fetcher, knownItems: async (feedId) => knownItems(store, feedId) });
  const events: ReaderEvent[] = [];
  const faults: unknown[] = [];
  const restart = (extra: Partial<RefresherOptions> = {}): Refresher =>
    createRefresher({
      store,
      ingest,
      now: () => now,
      refreshMinutes: () => 30,
      announce: (event) => events.push(event),
      onFault: (error) => faults.push(error),
      hasNetwork: () => true,
      ...patch,
      ...extra,
    });
  return {
    store,
    ingest,
    events,
    faults,
    refresher: restart(),
    follow: (feedUrl) => addFeed(store, { feedUrl, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null }).id,
    pass(ms) {
      now += ms;
    },
    now: () => now,
    restart,
    async close() {
      await ingest.close();
      await fetcher.close();
      store.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
