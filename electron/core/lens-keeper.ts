import { ReaderError } from '../contract/errors.ts';
import type { ArticleId } from '../contract/model.ts';
import { LENS_VERSION } from './lens/lens-version.ts';
import type { FiguresResult, StoredFigures } from './figures/stored-figure.ts';
import type { Announce } from './pace/announcer.ts';
import { createThreadShare } from './pace/thread-share.ts';
import type { Ingest } from './refresh/ingest-job.ts';
import { countDue, dueArticle, figuresStored, isAnyDue, figuresRead, isRead, nextDue, readDownTo, setReadDownTo, writeFigures, type DueFigures } from './store/figures.ts';
import { changeOf, endChange, isChangeRunning, noteChange, useLensVersion } from './store/lens-change.ts';
import type { Store } from './store/open-store.ts';

export interface LensKeeperParts {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'figures'>;
  readonly announce: Announce;
  /** By which version of the gazetteer names are found now. */
  readonly namesVersion: () => string;
  /** Whether somebody else needs the threads more: a refresh runs. Whoever makes it end wakes the lens. */
  readonly isBusy: () => boolean;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
  /** Reads what is stored by itself. */
  readonly unattended: boolean;
  readonly version?: number;
  readonly clock?: () => number;
}

/** Keeps the figures of stored articles true to their texts, to the rules of the lens and to a person's corrections. */
export interface LensKeeper {
  /** Articles may wait, or names are found otherwise; a refresh ended. */
  readonly wake: () => void;
  /** Reads an article now, if it waits. */
  readonly read: (id: ArticleId) => Promise<void>;
  readonly waiting: () => number;
  /** Resolves when nothing waits any more. */
  readonly settled: () => Promise<void>;
  /** `finish`: articles whose text changed first, the newest of them, for two seconds; the next start goes on. */
  readonly close: (options: { readonly finish: boolean }) => Promise<void>;
}

/** So many go to the ingest at once: some tens of milliseconds of its thread. */
const AT_ONCE = 12;
const NOTHING: StoredFigures = { figures: [], prices: [], lost: [] };
const LONGEST_END_MS = 2000;

/**
 * Articles wait in the library (`figures_due`), whoever wrote their texts, so that storing one costs next to nothing and a kill loses
 * none. The newest are read first, once no refresh runs, in the ingest's threads, and stored a stretch of this thread at a time.
 */
export function createLensKeeper({ store, ingest, announce, namesVersion, isBusy, now, onFault, unattended, version = LENS_VERSION, clock = () => performance.now() }: LensKeeperParts): LensKeeper {
  const share = createThreadShare({ clock });
  /** Which articles were read, before the walk comes to them, by which names. */
  const aside = { names: '', ids: new Set<ArticleId>() };
  /** Answers by which names articles are read from now on. */
  const useRules = (): string => {
    const names = namesVersion();
    useLensVersion(store, { version, names, now: now() });
    return names;
  };
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;
  /** Somebody waits until nothing waits any more, whatever else runs. */
  let isAwaited = false;
  let closed = false;

  /** Where the ingest dies over several, each is asked for alone; one that it cannot read says nothing. */
  const ask = async (due: readonly DueFigures[]): Promise<ReadonlyMap<ArticleId, FiguresResult>> => {
    try {
      return new Map((await ingest.figures(due.map(({ job }) => job), stopping.signal)).map((result) => [result.id, result]));
    } catch (error) {
      if (error instanceof ReaderError && error.code === 'engine-stopped') throw error;
      if (due.length === 1) {
        onFault(error);
        return new Map();
      }
      const each = new Map<ArticleId, FiguresResult>();
      for (const one of due) for (const [id, result] of await ask([one])) each.set(id, result);
      return each;
    }
  };

  /** As many as there is time for, one at least. To be called while names are found as they were when these were asked about. */
  const write = (due: readonly DueFigures[], results: ReadonlyMap<ArticleId, FiguresResult>): { looked: number; written: ArticleId[] } =>
    store.transaction(() => {
      const isTold = isChangeRunning(store);
      const below = readDownTo(store);
      const written: ArticleId[] = [];
      let looked = 0;
      for (const one of due) {
        const { id } = one.job;
        const result = results.get(id) ?? null;
        const before = isTold && id < below ? figuresStored(store, id) : null;
        if (writeFigures(store, one, result, version)) {
          written.push(id);
          if (before) noteChange(store, id, changeOf(before, result ? figuresRead(one, result) : NOTHING));
        }
        looked += 1;
        if (share.isSpent()) break;
      }
      return { looked, written };
    });

  /** False where nothing waits. */
  const step = async (): Promise<boolean> => {
    const names = useRules();
    const isWalk = !isAnyDue(store);
    const due = nextDue(store, AT_ONCE);
    if (due.length === 0) {
      endChange(store, now());
      return false;
    }
    const results = await ask(due);
    const written: ArticleId[] = [];
    for (let at = 0; at < due.length; ) {
      await share.pause();
      if (namesVersion() !== names) break;
      const stretch = write(due.slice(at), results);
      at += stretch.looked;
      written.push(...stretch.written);
    }
    const last = due.at(-1);
    // By other names all are read anew, these too: whoever reads by them has set the mark above every article.
    if (isWalk && last && namesVersion() === names) setReadDownTo(store, last.job.id);
    if (written.length > 0) announce({ kind: 'figures', articleIds: written });
    return true;
  };

  const mayGoOn = (): boolean => isAwaited || !isBusy();

  const run = async (): Promise<void> => {
    do {
      again = false;
      // Whoever woke it is answered first.
      await share.pause();
      while (mayGoOn() && (await step()));
    } while (again && mayGoOn());
  };

  const start = (): Promise<void> => {
    again = true;
    running ??= run()
      .catch((error: unknown) => {
        if (!closed) onFault(error);
      })
      .finally(() => {
        running = null;
        isAwaited = false;
      });
    return running;
  };

  const finishDue = async (): Promise<void> => {
    await running;
    const until = clock() + LONGEST_END_MS;
    while (isAnyDue(store) && clock() < until) await step();
  };

  useRules();

  return {
    wake() {
      if (unattended && !closed && !isBusy()) void start();
    },
    async read(id) {
      // What changes while it is read is read again; what changes all the time is left as it is.
      for (let tries = 0; tries < 3; tries++) {
        const names = useRules();
        const due = dueArticle(store, id);
        if (!due || isRead(store, id) || isReadAside(id, names)) return;
        const results = await ask([due]);
        if (namesVersion() === names && write([due], results).written.length > 0) noteAside(id, names);
      }
    },
    waiting: () => countDue(store),
    async settled() {
      isAwaited = true;
      if (!closed) await start();
    },
    async close({ finish }) {
      if (finish) await finishDue().catch(onFault);
      closed = true;
      stopping.abort();
      share.close();
      await running;
    },
  };

  /** An article that was read before the walk came to it stays below its mark. The store does not say by which names it was: that is known here, until the next start. */
  function isReadAside(id: ArticleId, names: string): boolean {
    return aside.names === names && aside.ids.has(id) && store.get('SELECT 1 FROM figures_due WHERE article_id = ?', id) === undefined;
  }

  function noteAside(id: ArticleId, names: string): void {
    if (aside.names !== names) aside.ids.clear();
    aside.names = names;
    if (id < readDownTo(store)) aside.ids.add(id);
  }
}
