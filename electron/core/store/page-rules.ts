import type { FeedId } from '../../contract/model.ts';
import type { PageRules } from '../../contract/page.ts';
import type { Store } from './store.ts';

/**
 * How a feed is read from now on: by the rules of a page, or, with null, as a feed. To be called in the transaction that stores
 * what the new reading gave, after it: another list of the same page owes no overlap with the one before, and no more dates than
 * the `dated` articles of that reading.
 */
export function keepPageRules(store: Store, feedId: FeedId, rules: PageRules | null, dated: number | null = null): void {
  store.run(
    `UPDATE feeds SET page_rules = ?1, page_found = CASE WHEN ?1 IS NULL THEN NULL ELSE page_found END,
       page_dated = CASE WHEN ?1 IS NULL THEN NULL ELSE ?3 END, dates_lost_at = CASE WHEN ?1 IS NULL THEN NULL ELSE dates_lost_at END, gap_at = NULL, gap_after = NULL, gap_before = NULL
     WHERE id = ?2`,
    rules === null ? null : JSON.stringify(rules), feedId, dated,
  );
}
