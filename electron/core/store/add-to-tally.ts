import type { ArticleId, FeedId } from '../../contract/model.ts';
import { isReadable } from './add-page-texts.ts';
import { noteArrivals, noteFiguresDue } from './note-texts.ts';
import type { Store } from './store.ts';

/** What articles that were written add to the tally of their feed. */
export interface Added {
  /** Those that had no text here before. */
  readonly articles: ArticleId[];
  /** Of bodies that had no row before. */
  textBytes: number;
}

/** To be called in the transaction that wrote the articles, before any of them changes again. Rules and watches have them to look at, and the lens to read. */
export function addToTally(store: Store, feedId: FeedId, { articles, textBytes }: Added): void {
  if (articles.length === 0 && textBytes === 0) return;
  noteArrivals(store, articles);
  noteFiguresDue(store, articles);
  store.run(
    `UPDATE feed_tallies SET text_bytes = text_bytes + ?, whole = whole + (
       SELECT count(*) FROM json_each(?) AS added CROSS JOIN articles a ON a.id = added.value WHERE ${isReadable('a.')}
     ) WHERE feed_id = ?`,
    textBytes, JSON.stringify(articles), feedId,
  );
}
