import type { ArticleId } from '../../contract/model.ts';
import { STORY_VERSION } from '../stories/story-mark.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import { sortAtOf } from './place-article.ts';
import type { Store } from './store.ts';

/** What was published earlier is in no story that is still told. */
export const STORIES_REACH = 60 * 24 * 60 * 60_000;

/**
 * Keeps the mark of an article in place of what was kept, and has its story be found soon (see placeStory): nobody waits for that in
 * the transaction that stores its text. An article that was published more than 60 days ago is passed over.
 */
export function noteStory(store: Store, id: ArticleId, { signature }: StoryMark): void {
  if (sortAtOf(id) < store.now() - STORIES_REACH) return;
  store.run(
    'INSERT INTO story_signatures (article_id, version, signature) VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET version = ?2, signature = ?3',
    id, STORY_VERSION, signature,
  );
  store.run('INSERT OR IGNORE INTO story_queue (article_id) VALUES (?)', id);
}

/** Articles whose story is to be found, newest first. */
export function queuedStories(store: Store, limit: number): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM story_queue ORDER BY article_id DESC LIMIT ?', limit).map(({ id }) => id);
}
