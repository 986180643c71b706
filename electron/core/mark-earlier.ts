import { textOfSanitized } from './normalize/sanitized-text.ts';
import type { FindNames } from './normalize/normalize-feed.ts';
import type { ThreadShare } from './pace/thread-share.ts';
import { entityIds, storyMark } from './stories/story-mark.ts';
import { namedEntities } from './store/article-names.ts';
import { articleTexts } from './store/article-texts.ts';
import { noteStory } from './store/note-story.ts';
import type { Store } from './store/open-store.ts';
import { dropOldMarks, unmarkedArticles, unmarkedOf } from './store/unmarked-stories.ts';

const AT_ONCE = 20;
const DROPPED_AT_ONCE = 500;
const AGAIN_MS = 6 * 60 * 60_000;

export interface EarlierMarker {
  /** Marks what has no mark yet, a stretch of the thread at a time; joins a run, and rests for hours after one unless articles came since. */
  run(came?: boolean): Promise<void>;
  /** Marks those of some articles that have no mark, now, in the transaction that is open. */
  mark(ids: readonly number[]): void;
}

export interface EarlierMarkerParts {
  readonly store: Store;
  readonly share: ThreadShare;
  readonly now: () => number;
  readonly namesOf: FindNames;
  /** Articles wait for their stories to be found. */
  readonly onMarked: () => void;
}

/**
 * Marks articles that came before stories were found, or were marked otherwise, and lets marks go that are too old. What is
 * marked is marked: a stop costs nothing.
 */
export function createEarlierMarker({ store, share, now, namesOf, onMarked }: EarlierMarkerParts): EarlierMarker {
  let running: Promise<void> | null = null;
  let ranAt = 0;

  const markSome = (ids: readonly number[], isSpent = (): boolean => share.isSpent()): number =>
    store.transaction(() => {
      let marked = 0;
      for (const id of ids) {
        const [text] = articleTexts(store, id);
        const article = store.get<{ title: string; publishedAt: number | null }>('SELECT title, published_at AS publishedAt FROM articles WHERE id = ?', id);
        if (article) {
          const title = text?.title ?? article.title;
          const plain = textOfSanitized(text?.html ?? '');
          // To make the gazetteer ready takes as long as many marks.
          const entities = namedEntities(store, id) ?? entityIds(namesOf({ title, text: plain, publishedAt: article.publishedAt }));
          noteStory(store, id, storyMark({ title, text: plain, entities }));
        }
        marked += 1;
        if (isSpent()) break;
      }
      return marked;
    });

  const run = async (): Promise<void> => {
    let below = Number.MAX_SAFE_INTEGER;
    await share.pause();
    for (let ids = unmarkedArticles(store, { below, limit: AT_ONCE }); ids.length > 0; ids = unmarkedArticles(store, { below, limit: AT_ONCE })) {
      const marked = markSome(ids);
      below = ids[marked - 1] ?? 0;
      onMarked();
      await share.pause();
    }
    while (dropOldMarks(store, DROPPED_AT_ONCE) > 0) await share.pause();
    ranAt = now();
  };

  return {
    mark(ids) {
      markSome(unmarkedOf(store, ids), () => false);
    },
    async run(came = false) {
      if (running === null && !came && Math.abs(now() - ranAt) < AGAIN_MS) return;
      running ??= run().finally(() => {
        running = null;
      });
      await running;
    },
  };
}
