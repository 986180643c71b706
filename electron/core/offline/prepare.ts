import type { ArticleId } from '../../contract/model.ts';
import type { NotReady, OfflineSettings, PrepareProgress, PrepareReport } from '../../contract/offline.ts';
import type { Announce } from '../pace/announcer.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import type { Store } from '../store/open-store.ts';
import type { FullTextKeeper } from './full-text.ts';
import type { ImageKeeper } from './image-keeper.ts';
import { bringArticle } from './bring-article.ts';
import type { Why } from './bring-article.ts';
import { createSilence } from './silence.ts';
import { wantedArticles } from './wanted.ts';

export interface PreparerOptions {
  readonly store: Store;
  readonly wish: () => OfflineSettings;
  readonly texts: Pick<FullTextKeeper, 'keep'>;
  readonly images: Pick<ImageKeeper, 'keep'>;
  readonly now: () => number;
  readonly announce: Announce;
  /** Lets other work come between. */
  readonly pause: () => Promise<void>;
}

export interface Preparer {
  /** Answers when done or stopped; joins the one under way. Rejects only with faults of ours. */
  prepare(options?: { retry?: boolean }): Promise<PrepareReport>;
  /** What is being fetched comes to its end by itself; nothing more is begun. */
  cancel(): void;
  progress(): PrepareProgress;
  close(): Promise<void>;
}

/** More than are fetched at once, so that hosts that want their pauses do not hold up the others. */
const AT_ONCE = 16;
const MOST_LISTED = 500;
/** Before this, what is left says nothing of how long it takes. */
const TELLS_AFTER_MS = 2_000;

interface Run {
  readonly startedAt: number;
  readonly stop: PromiseWithResolvers<null>;
  readonly tried: Map<ArticleId, Why | null>;
  readonly budget: number;
  stopped: Why | null;
  done: number;
  total: number;
  /** Of `done`, those that were there. */
  readyBefore: number;
  bytes: number;
  /** Of what must be there, bytes that are. */
  kept: number;
  expected: number;
}

/** Makes ready what the person wants to have on this device. What is here already is the only memory that it needs to go on where it was. */
export function createPreparer({ store, wish, texts, images, now, announce, pause }: PreparerOptions): Preparer {
  let run: Run | null = null;
  let underWay: Promise<PrepareReport> | null = null;
  let report: PrepareReport | null = null;

  const tell = (): void => announce({ kind: 'prepare' });

  const stop = (now: Run, why: Why): void => {
    now.stopped ??= why;
    now.stop.resolve(null);
  };

  /** What the plan lacks and this run has not tried, newest first. */
  const lookUp = async (now: Run, at: number): Promise<{ todo: OfflineRow[]; lacking: OfflineRow[] }> => {
    const lacking: OfflineRow[] = [];
    let sums = { articles: 0, bytesKept: 0, bytesExpected: 0 };
    for (const { rows, plan } of wantedArticles(store, wish(), at)) {
      for (const row of rows) if (!row.ready) lacking.push(row);
      sums = plan;
      await pause();
    }
    Object.assign(now, { total: sums.articles, kept: sums.bytesKept, expected: sums.bytesExpected });
    const todo = lacking.filter(({ id }) => !now.tried.has(id));
    now.done = now.total - todo.length;
    return { todo, lacking };
  };

  const tryAll = async (now: Run, todo: readonly OfflineRow[], retry: boolean): Promise<void> => {
    const silence = createSilence();
    const waiting = todo.values();
    const before = now.bytes;
    const room = Math.max(now.expected, now.budget - now.kept);
    const work = async (): Promise<void> => {
      // What turns out larger than was thought is looked at anew: the budget may reach less far.
      for (const row of waiting) {
        if (now.stopped !== null) return;
        if (now.bytes - before > room) return;
        const skipped = silence.of(row);
        const brought = skipped ?? (await Promise.race([bringArticle({ store, texts, images }, row, retry), now.stop.promise]));
        if (brought === null || !store.db.isOpen) return;
        now.tried.set(row.id, brought.why);
        now.done += 1;
        now.bytes += brought.bytes;
        now.expected = Math.max(0, now.expected - brought.bytes);
        if (skipped === null) silence.note(row, brought);
        if (brought.isEnd && brought.why) stop(now, brought.why);
        else if (silence.isEverywhere()) stop(now, { code: 'offline', detail: {} });
        tell();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  const begin = async (retry: boolean): Promise<PrepareReport> => {
    const at = now();
    const mine: Run = {
      startedAt: at, stop: Promise.withResolvers(), tried: new Map(), budget: wish().budgetMb * 1_000_000,
      stopped: null, done: 0, total: 0, readyBefore: 0, bytes: 0, kept: 0, expected: 0,
    };
    run = mine;
    tell();
    let found = await lookUp(mine, at);
    mine.readyBefore = mine.done;
    while (found.todo.length > 0 && mine.stopped === null) {
      await tryAll(mine, found.todo, retry);
      found = await lookUp(mine, at);
    }
    return reportOf(mine, found.lacking);
  };

  const reportOf = ({ stopped, tried, total, bytes }: Run, lacking: readonly OfflineRow[]): PrepareReport => ({
    ready: lacking.length === 0,
    articles: total,
    notReady: lacking.slice(0, MOST_LISTED).map((row) => notReady(row, tried.get(row.id) ?? stopped ?? { code: 'prepare-stopped', detail: {} })),
    notReadyCount: lacking.length,
    stopped: lacking.length === 0 ? null : stopped,
    bytes,
    endedAt: now(),
  });

  const secondsLeft = ({ startedAt, done, total, readyBefore }: Run): number | null => {
    const spent = now() - startedAt;
    const tried = done - readyBefore;
    return spent < TELLS_AFTER_MS || tried < 1 ? null : Math.ceil(((spent / tried) * (total - done)) / 1000);
  };

  return {
    prepare({ retry = false } = {}) {
      underWay ??= (async () => {
        try {
          report = await begin(retry);
          return report;
        } finally {
          // After a fault of ours the others must not go on unseen.
          if (run) stop(run, { code: 'internal', detail: {} });
          run = null;
          underWay = null;
          tell();
        }
      })();
      return underWay;
    },
    cancel() {
      if (run) stop(run, { code: 'prepare-stopped', detail: {} });
    },
    progress() {
      if (!run) return { running: false, done: 0, total: 0, bytes: 0, bytesExpected: 0, startedAt: null, secondsLeft: null, report };
      const { done, total, bytes, expected, startedAt } = run;
      return { running: true, done, total, bytes, bytesExpected: expected, startedAt, secondsLeft: secondsLeft(run), report: null };
    },
    async close() {
      if (run) stop(run, { code: 'engine-stopped', detail: {} });
      await underWay?.catch(() => undefined);
    },
  };
}

function notReady({ id, title, feedTitle, lacksText, lacksImages }: OfflineRow, { code, detail }: Why): NotReady {
  return { articleId: id, title, feedTitle, text: lacksText, images: lacksImages, code, detail };
}
