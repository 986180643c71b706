import type { ArticleId } from '../../contract/model.ts';
import { STORY_VERSION } from '../stories/story-mark.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import { sortAtOf } from './place-article.ts';
import type { Store } from './store.ts';

/** What was published earlier is in no story that is still told. */
export const STORIES_REACH = 60 * 24 * 60 * 60_000;

/**
 * Has the story of an article be found soon, by this mark (see placeStory): nobody waits for that in the transaction that stores its
 * text. An article that was published more than 60 days ago is passed over.
 */
export function noteStory(store: Store, id: ArticleId, { signature }: StoryMark): void {
  if (sortAtOf(id) < store.now() - STORIES_REACH) return;
  store.run(
    'INSERT INTO story_queue (article_id, version, signature) VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET version = ?2, signature = ?3',
    id, STORY_VERSION, signature,
  );
}

/** Articles whose story is to be found, newest first. */
export function queuedStories(store: Store, limit: number): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM story_queue ORDER BY article_id DESC LIMIT ?', limit).map(({ id }) => id);
}
