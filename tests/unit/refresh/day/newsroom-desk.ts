import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedId } from '../../../../electron/contract/model.ts';
import { createFetcher } from '../../../../electron/core/fetch/create-fetcher.ts';
import { createRobots } from '../../../../electron/core/fetch/robots.ts';
import { createIngest } from '../../../../electron/core/refresh/ingest.ts';
import type { Ingest, IngestResult } from '../../../../electron/core/refresh/ingest-job.ts';
import { createRefresher, type Refresher } from '../../../../electron/core/refresh/refresher.ts';
import { createSchedule } from '../../../../electron/core/refresh/schedule.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/core/settings.ts';
import { addFeed } from '../../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../../electron/core/store/open-store.ts';
import type { NewsroomServer } from './newsroom-server.ts';
import type { Outlet } from './outlet.ts';
import { knownItems } from '../../../../electron/core/store/known-items.ts';
import type { SimulatedTime } from './simulated-time.ts';

/** The engine over the simulated newsroom: real parts from the schedule to the sockets and to the database, by a clock of ours. */
export class NewsroomDesk {
  readonly store: Store;
  readonly refresher: Refresher;
  readonly faults: unknown[] = [];
  readonly #server: NewsroomServer;
  readonly #time: SimulatedTime;
  readonly #profile = mkdtempSync(join(tmpdir(), 'newsroom-day-'));
  readonly #fetcher;
  readonly #closing: (() => void)[] = [];
  #asking = 0;

  constructor(server: NewsroomServer, time: SimulatedTime, random: () => number) {
    const { now, timers } = time;
    this.#server = server;
    this.#time = time;
    this.store = openStore({ profile: this.#profile, now, onWrite: () => undefined });
    this.#fetcher = createFetcher({ userAgent: 'Monazite/test', now, connect: (url) => server.route(url) });
    const ingest = this.#counted(createIngest({ fetcher: this.#fetcher, robots: createRobots({ fetcher: this.#fetcher, now }), knownItems: async (feedId) => knownItems(this.store, feedId) }));
    this.refresher = createRefresher({
      store: this.store, ingest, now, timers, random, hasNetwork: () => true,
      refreshMinutes: () => DEFAULT_SETTINGS.refreshMinutes, announce: () => undefined, onFault: (error) => this.faults.push(error),
    });
    const schedule = createSchedule({
      settings: { get: () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS, onChange: () => () => undefined },
      now, timers, random,
      updatedAt: () => this.refresher.progress().updatedAt,
      offline: () => this.refresher.progress().offlineSince !== null,
      run: async ({ resumed }) => void (await this.refresher.refresh({ feedIds: null, onlyDue: true, spreadMs: resumed ? 60_000 : 0 })),
      onMove: () => undefined,
    });
    this.#closing.push(() => schedule.close());
  }

  follow({ host, path, name, kind }: Outlet): FeedId {
    return addFeed(this.store, { feedUrl: `http://${host}${path}`, kind, facts: { title: name, siteUrl: null, lang: null }, folderId: null, title: null }).id;
  }

  /** Lets the engine live until a moment. */
  async liveUntil(end: number): Promise<void> {
    for (;;) {
      await this.#rest();
      const next = this.#time.nextAt;
      if (next !== null && next <= end) this.#time.advance();
      // While a refresh runs and waits for no moment, it waits for a turn.
      else if (next !== null || !this.refresher.running) return;
    }
  }

  async close(): Promise<void> {
    for (const close of this.#closing) close();
    this.refresher.cancel();
    await this.#fetcher.close();
    this.store.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** Waits for real sockets and stored results, which take no simulated time. */
  async #rest(): Promise<void> {
    // Each result waits for a turn of its own before it is stored, and for those before it.
    for (let quiet = 0; quiet < 60; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const isBusy = this.#asking - this.#server.held > 0 || this.#server.busy > 0;
      quiet = isBusy ? 0 : quiet + 1;
    }
  }

  /** Counts what is under way, and reads a document of a page as what a page's rules make of it. */
  #counted(ingest: Ingest): Ingest {
    return {
      ...ingest,
      feed: async (job, signal) => {
        this.#asking++;
        try {
          const result = await ingest.feed(job, signal);
          return job.robots === true ? this.#asPage(job.feedUrl, result) : result;
        } finally {
          this.#asking--;
        }
      },
    };
  }

  #asPage(url: string, result: IngestResult): IngestResult {
    if (url.includes('pageChanged') && result.kind !== 'failed') {
      return { kind: 'failed', code: 'page-shape-changed', detail: { found: 0, before: 20 }, retryAt: null, ...(result.trip && { trip: result.trip }) };
    }
    return result.kind === 'fresh' ? { ...result, feedKind: 'page' } : result;
  }
}
