import { isReadable } from './add-page-texts.ts';
import type { Store } from './store.ts';

/** Reckons anew what every feed holds in texts, which is otherwise tallied with each change; walks the whole library. */
export function retally(store: Store): void {
  store.run(
    `UPDATE feed_tallies SET whole = (SELECT count(*) FROM articles WHERE articles.feed_id = feed_tallies.feed_id AND ${isReadable('')}),
       text_bytes = (SELECT total(length(html)) FROM bodies JOIN statuses s USING (article_id) WHERE s.feed_id = feed_tallies.feed_id)
         + (SELECT total(length(html)) FROM page_texts JOIN statuses s USING (article_id) WHERE s.feed_id = feed_tallies.feed_id)
         + (SELECT total(length(html)) FROM frozen_texts JOIN statuses s USING (article_id) WHERE s.feed_id = feed_tallies.feed_id)`,
  );
}
