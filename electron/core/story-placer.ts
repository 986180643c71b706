import type { ArticleId } from '../contract/model.ts';
import type { Announce } from './pace/announcer.ts';
import { createThreadShare } from './pace/thread-share.ts';
import { nodeTimers, type Timers } from './pace/timers.ts';
import { storyMembers } from './query/stories-of.ts';
import { queuedStories } from './store/note-story.ts';
import type { Store } from './store/open-store.ts';
import { placeStory } from './store/place-story.ts';

export interface StoryPlacerParts {
  readonly store: Store;
  readonly announce: Announce;
  /** Whether somebody else needs the thread more: a refresh runs. */
  readonly isBusy: () => boolean;
  readonly onFault: (error: unknown) => void;
  readonly timers?: Timers;
  /** Milliseconds that never go back. */
  readonly clock?: () => number;
}

/** Finds the stories of articles that were stored, a little later than that. */
export interface StoryPlacer {
  /** Now, in the transaction that is open, of those among them that still wait. */
  placeNow(ids: readonly ArticleId[]): void;
  /** Articles may wait. */
  wake(): void;
  /** Resolves when none waits any more. */
  settled(): Promise<void>;
  /** `finish`: those that wait first. */
  close(options: { readonly finish: boolean }): Promise<void>;
}

const AT_ONCE = 20;
/** Between two stretches while a refresh runs: it keeps nine tenths of the thread. */
const REST_MS = 36;

/**
 * Takes from the queue (`story_queue`) the newest first, a stretch of the thread at a time, each stretch one transaction: what came
 * meanwhile is an own row in lists, and a kill leaves it in the queue. Tells of the articles of each story that changed.
 */
export function createStoryPlacer({ store, announce, isBusy, onFault, timers = nodeTimers, clock }: StoryPlacerParts): StoryPlacer {
  const share = createThreadShare(clock ? { clock } : {});
  let changed = new Set<number>();
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;

  const place = (id: ArticleId): void => {
    for (const story of placeStory(store, id)) changed.add(story);
  };

  const tell = (): void => {
    const stories = [...changed];
    changed = new Set();
    if (stories.length > 0) announce({ kind: 'stories', articleIds: storyMembers(store, stories) });
  };

  const rest = (): Promise<void> => (isBusy() ? new Promise((resolve) => void timers.set(resolve, REST_MS)) : share.pause());

  const run = async (): Promise<void> => {
    do {
      again = false;
      // Whoever woke it is answered first.
      await share.pause();
      for (let ids = queuedStories(store, AT_ONCE); ids.length > 0; ids = queuedStories(store, AT_ONCE)) {
        store.transaction(() => {
          for (const id of ids) {
            place(id);
            if (share.isSpent()) break;
          }
        });
        tell();
        if (share.isSpent()) {
          await rest();
          await share.pause();
        }
      }
      tell();
    } while (again);
  };

  const start = (): Promise<void> => {
    again = true;
    running ??= run()
      .catch((error: unknown) => {
        if (!closed) onFault(error);
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  return {
    placeNow(ids) {
      for (const id of ids) place(id);
    },
    wake() {
      if (!closed) void start();
    },
    async settled() {
      if (!closed) await start();
    },
    async close({ finish }) {
      if (finish) await start();
      closed = true;
      share.close();
      await running;
    },
  };
}
