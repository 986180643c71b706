import type { FeedId } from '../../contract/model.ts';
import type { FeedFacts, IncomingArticle } from '../normalize/incoming-article.ts';
import { sortAtOf } from './place-article.ts';
import type { ArticleChanges } from './records.ts';
import { storeDocument } from './store-document.ts';
import type { Store } from './store.ts';

/**
 * Stores the articles of a page that gave far less than before. Its validators, its hash and its failure stay what they were, so
 * that the page is asked for and read anew until it is whole again. Throws as storeDocument does.
 */
export function storePart(store: Store, feedId: FeedId, { facts, articles }: { readonly facts: FeedFacts; readonly articles: readonly IncomingArticle[] }, now: number): ArticleChanges {
  const unused = { validators: { etag: null, lastModified: null }, bodyHash: '', permanentUrl: null, nextAt: now };
  return store.transaction(() => {
    const changes = storeDocument(store, feedId, { feedKind: 'page', facts, articles, part: true, ...unused }, now);
    const newest = changes.added.reduce((latest, id) => Math.max(latest, sortAtOf(id)), 0);
    store.run('UPDATE feeds SET newest_at = nullif(max(ifnull(newest_at, 0), ?), 0) WHERE id = ?', newest, feedId);
    return changes;
  });
}
