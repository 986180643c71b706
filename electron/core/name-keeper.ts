import type { Entity, EntityId, GazetteerApi, OwnEntity } from '../contract/gazetteer.ts';
import type { ArticleId } from '../contract/model.ts';
import { createNameFinder, type NameFinder } from './entities/name-finder.ts';
import { textOfSanitized } from './normalize/sanitized-text.ts';
import type { Announce } from './pace/announcer.ts';
import { createThreadShare } from './pace/thread-share.ts';
import type { Ingest } from './refresh/ingest-job.ts';
import { countUnnamed, namedDownTo, nextUnnamed, unnamedArticle, useNamingVersion, writeNames, type UnnamedArticle } from './store/article-names.ts';
import type { Store } from './store/open-store.ts';
import { ownEntities } from './store/own-entities.ts';

export interface NameKeeperParts {
  readonly store: Store;
  readonly ingest: Pick<Ingest, 'useGazetteer'>;
  readonly announce: Announce;
  readonly onFault: (error: unknown) => void;
  /** Whether to look through stored articles by itself. */
  readonly unattended: boolean;
}

/** Keeps what stored articles name true to their texts and to the gazetteer. */
export interface NameKeeper {
  /** By what is shipped and a person's own as they are now. */
  readonly finder: () => NameFinder;
  /** An entity as it is with what the store holds of a person's own, before that is put to use; undefined where there is none. */
  readonly joined: (id: EntityId) => Entity | undefined;
  /** Looks through one article now, in the transaction that is open: what its text names changes with it. */
  readonly look: (id: ArticleId) => void;
  /** Articles may wait to be looked through. */
  readonly wake: () => void;
  /** A person's own names changed. */
  readonly changed: () => void;
  readonly progress: () => Awaited<ReturnType<GazetteerApi['recognitionProgress']>>;
  /** Resolves when nothing waits any more. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** So many at once: a few milliseconds. */
const AT_ONCE = 4;

/** Readies nothing until it is needed: a start does not wait for it. */
export function createNameKeeper({ store, ingest, announce, onFault, unattended }: NameKeeperParts): NameKeeper {
  const share = createThreadShare();
  let finder: NameFinder | null = null;
  let running: Promise<void> | null = null;
  let closed = false;

  const use = (own: readonly OwnEntity[]): NameFinder => {
    finder = createNameFinder(own);
    ingest.useGazetteer?.(own);
    useNamingVersion(store, finder.version);
    return finder;
  };
  const current = (): NameFinder => finder ?? use(ownEntities(store));

  const write = (article: UnnamedArticle): void => {
    const { id, title, publishedAt } = article;
    writeNames(store, id, current().namesOf({ title, text: textOf(article), publishedAt }));
  };

  /** False where nothing waits. */
  const step = (): boolean => {
    const { articles, isWalk } = nextUnnamed(store, AT_ONCE);
    if (articles.length === 0) return false;
    store.transaction(() => {
      for (const article of articles) write(article);
      const last = articles.at(-1);
      if (isWalk && last) namedDownTo(store, last.id);
    });
    announce({ kind: 'names', articleIds: articles.map(({ id }) => id) });
    return true;
  };

  const run = async (): Promise<void> => {
    // Whoever woke it is answered first.
    await share.pause();
    current();
    while (step()) if (share.isSpent()) await share.pause();
  };

  const wake = (): void => {
    if (closed || running !== null) return;
    running = (async () => {
      try {
        await run();
      } catch (error) {
        if (!closed) onFault(error);
      } finally {
        running = null;
      }
    })();
  };

  // Before the first document is read: else its names would be found by what is shipped alone.
  use(ownEntities(store));
  if (unattended) wake();

  return {
    finder: current,
    joined: (id) => createNameFinder(ownEntities(store)).entities.get(id),
    look(id) {
      const article = unnamedArticle(store, id);
      if (article) write(article);
    },
    wake: () => {
      if (unattended) wake();
    },
    changed() {
      use(ownEntities(store));
      announce({ kind: 'gazetteer' });
      wake();
    },
    progress: () => ({ waiting: countUnnamed(store) }),
    async settled() {
      wake();
      await running;
    },
    async close() {
      closed = true;
      share.close();
      await running;
    },
  };
}

function textOf({ html, summary }: UnnamedArticle): string {
  const text = textOfSanitized(html);
  return text === '' ? summary : text;
}
