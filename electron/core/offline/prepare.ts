import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { NotReady, OfflineSettings, PrepareProgress, PrepareReport } from '../../contract/offline.ts';
import type { Announce } from '../pace/announcer.ts';
import type { OfflineRow } from '../store/offline-rows.ts';
import { lastRun, recordRun } from '../store/last-runs.ts';
import type { Store } from '../store/open-store.ts';
import type { FullTextKeeper } from './full-text.ts';
import type { ImageKeeper } from './image-keeper.ts';
import { bringArticle } from './bring-article.ts';
import type { Lack } from './bring-article.ts';
import { createRoom } from './room.ts';
import type { Room } from './room.ts';
import { createSilence } from './silence.ts';
import { wantedArticles } from './wanted.ts';
import type { Why } from './why.ts';

export interface PreparerOptions {
  readonly store: Store;
  readonly wish: () => OfflineSettings;
  readonly texts: Pick<FullTextKeeper, 'bring'>;
  readonly images: Pick<ImageKeeper, 'bring'>;
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
const MEGABYTE = 1_000_000;
const STOPPED: Why = { code: 'prepare-stopped', detail: {} };
/** Before this, what is left says nothing of how long it takes. */
const TELLS_AFTER_MS = 2_000;

interface Tried {
  readonly why: Lack | null;
  /** Also what was not due. */
  readonly retry: boolean;
}

interface Todo {
  readonly row: OfflineRow;
  readonly budgeted: boolean;
}

interface Run {
  readonly startedAt: number;
  readonly stop: PromiseWithResolvers<null>;
  /** Takes back what waits for its turn. */
  readonly abort: AbortController;
  readonly tried: Map<ArticleId, Tried>;
  readonly budget: number;
  /** Somebody who joined may want more than who began. */
  retry: boolean;
  stopped: Why | null;
  done: number;
  total: number;
  /** Of `done`, those that were there. */
  readyBefore: number;
  bytes: number;
  expected: number;
  /** What is left of the budget. */
  room: Room;
}

/** Makes ready what the person wants to have on this device. What is here already is the only memory that it needs to go on where it was. */
export function createPreparer({ store, wish, texts, images, now, announce, pause }: PreparerOptions): Preparer {
  let run: Run | null = null;
  let underWay: Promise<PrepareReport> | null = null;
  let report: PrepareReport | null = lastRun(store, 'prepare');

  const tell = (): void => announce({ kind: 'prepare' });

  const stop = (now: Run, why: Why): void => {
    now.stopped ??= why;
    now.stop.resolve(null);
    now.abort.abort();
    now.room.close();
  };

  /** What the plan lacks and this run has not tried, newest first. */
  const lookUp = async (now: Run, at: number): Promise<{ todo: Todo[]; lacking: OfflineRow[] }> => {
    const lacking: Todo[] = [];
    let sums = { articles: 0, bytesExpected: 0 };
    let kept = 0;
    for (const { rows, plan, budgeted, budgetKept } of wantedArticles(store, wish(), at)) {
      for (const row of rows) if (row.lacking) lacking.push({ row, budgeted });
      sums = plan;
      kept = budgetKept;
      await pause();
    }
    Object.assign(now, { total: sums.articles, expected: sums.bytesExpected, room: createRoom(now.budget - kept) });
    if (now.stopped !== null) now.room.close();
    const todo = lacking.filter(({ row }) => isUntried(now, row));
    now.done = now.total - todo.length;
    return { todo, lacking: lacking.map(({ row }) => row) };
  };

  const tryAll = async (now: Run, todo: readonly Todo[]): Promise<void> => {
    const silence = createSilence();
    const waiting = todo.values();
    let isOver = false;
    const work = async (): Promise<void> => {
      for (const { row, budgeted } of waiting) {
        if (now.stopped !== null) return;
        // What turned out larger than was thought has it looked at anew how far the budget reaches.
        if (isOver && budgeted) return;
        const { retry } = now;
        const skipped = silence.of(row);
        const room = budgeted ? now.room : null;
        const brought = skipped ?? (await Promise.race([bringArticle({ store, texts, images }, row, { retry, room, signal: now.abort.signal }), now.stop.promise]));
        if (brought === null || !store.db.isOpen) return;
        now.tried.set(row.id, { why: brought.why, retry });
        if (brought.why?.code === 'over-budget') isOver = true;
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
    const budget = wish().budgetMb * MEGABYTE;
    const mine: Run = {
      startedAt: at, stop: Promise.withResolvers(), abort: new AbortController(), tried: new Map(), budget, retry,
      stopped: null, done: 0, total: 0, readyBefore: 0, bytes: 0, expected: 0, room: createRoom(budget),
    };
    run = mine;
    tell();
    let found = await lookUp(mine, at);
    mine.readyBefore = mine.done;
    while (found.todo.length > 0 && mine.stopped === null) {
      await tryAll(mine, found.todo);
      found = await lookUp(mine, at);
    }
    return reportOf(mine, found.lacking);
  };

  /** A restart does not forget it; on a disk that is full it holds until then. */
  const remember = (ended: PrepareReport): void => {
    try {
      recordRun(store, 'prepare', ended);
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
    }
  };

  const reportOf = ({ stopped, tried, total, bytes }: Run, lacking: readonly OfflineRow[]): PrepareReport => ({
    ready: lacking.length === 0,
    articles: total,
    notReady: lacking.slice(0, MOST_LISTED).map((row) => notReady(row, tried.get(row.id)?.why ?? { ...(stopped ?? STOPPED), until: null })),
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
      if (run && retry) run.retry = true;
      underWay ??= (async () => {
        try {
          report = await begin(retry);
          remember(report);
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
      if (run) stop(run, STOPPED);
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

function notReady({ id, title, feedTitle, lacksText, lacksImages }: OfflineRow, { code, detail, until }: Lack): NotReady {
  return { articleId: id, title, feedTitle, text: lacksText, images: lacksImages, code, detail, until };
}

function isUntried({ tried, retry }: Run, { id }: OfflineRow): boolean {
  const last = tried.get(id);
  return last === undefined || (retry && !last.retry);
}
