import type { ArticleId } from '../../contract/model.ts';
import type { ThreadShare } from '../pace/thread-share.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from './finder.ts';
import { keepHits, matchedBy, recordWatchFailure } from './match-watches.ts';
import { findWatch } from './watches.ts';

export interface LookBackParts {
  readonly store: Store;
  readonly finder: Finder;
  readonly share: ThreadShare;
  readonly onChange: () => void;
}

/** Looks for what watches match among the articles that were there before them. */
export interface LookBack {
  /** Goes on where it stopped, or joins what is under way; answers when nothing is left. */
  run(): Promise<void>;
}

const AT_ONCE = 200;

interface Waiting {
  readonly id: number;
  readonly below: number;
}

/** Ids of stored articles below one, newest first. */
export function storedBelow(store: Store, below: ArticleId, limit: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses WHERE article_id < ? AND presence = 1 ORDER BY article_id DESC LIMIT ?', below, limit)
    .map(({ id }) => id);
}

/** See LookBack. Where it is stands in the row of each watch, in the transaction of what was found: a kill costs nothing. */
export function createLookBack({ store, finder, share, onChange }: LookBackParts): LookBack {
  let running: Promise<void> | null = null;

  const stretch = ({ id, below }: Waiting): void => {
    const ids = storedBelow(store, below, AT_ONCE);
    const last = ids.at(-1);
    try {
      store.savepoint(() => {
        const watch = findWatch(store, id);
        if (last !== undefined) keepHits(store, id, ids, matchedBy(finder, watch, ids, watch.watched.kind === 'entity' ? finder.entitiesOf(ids) : new Map<ArticleId, readonly string[]>()));
        store.run('UPDATE watches SET below = ? WHERE id = ? AND below = ?', ids.length < AT_ONCE ? null : (last ?? null), id, below);
      });
    } catch (error) {
      recordWatchFailure(store, id, error);
      store.run('UPDATE watches SET below = NULL WHERE id = ?', id);
    }
  };

  const all = async (): Promise<void> => {
    for (;;) {
      await share.pause();
      if (!store.db.isOpen) return;
      const next = store.get<Waiting>('SELECT id, below FROM watches WHERE below IS NOT NULL ORDER BY position LIMIT 1');
      if (!next) return;
      stretch(next);
      onChange();
    }
  };

  return {
    run() {
      running ??= all().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
