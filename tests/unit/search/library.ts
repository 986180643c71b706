import type { ArticleId } from '../../../electron/contract/model.ts';
import type { SearchArgs, SearchPage } from '../../../electron/contract/search.ts';
import type { Aliases } from '../../../electron/core/search/aliases.ts';
import { NO_ALIASES } from '../../../electron/core/search/aliases.ts';
import { searchArticles } from '../../../electron/core/search/search-articles.ts';
import { fillStretch } from '../../../electron/core/store/search-index.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from '../store/library.ts';

export interface Written {
  readonly title?: string;
  readonly text?: string;
}

/** A library of one source in which these stand, the first the newest; and their ids. */
export function libraryOf(articles: readonly Written[], { store = testStore(), url = 'https://metals.example/feed', title = null }: { store?: Store; url?: string; title?: string | null } = {}): { store: Store; ids: ArticleId[]; feedId: number } {
  const feedId = follow(store, { url, title }).id;
  const items = articles.map(({ title: headline = 'Untitled', text = '' }, at) => ({ ...incoming({ guid: `${url} ${at}`, title: headline, text: text === '' ? '' : `<p>${text}</p>`, publishedAt: NOON - at * HOUR }), tags: [] }));
  storeDocument(store, feedId, documentOf(items), NOON);
  // A large transaction leaves some for the background.
  while (fillStretch(store));
  const ids = store.all<{ id: ArticleId }>('SELECT id FROM articles WHERE feed_id = ? ORDER BY id DESC', feedId).map(({ id }) => id);
  return { store, ids, feedId };
}

/** One page of a search of everything, exact unless names are given. */
export function find(store: Store, query: string, { aliases, ...options }: Partial<SearchArgs> & { aliases?: Aliases } = {}): SearchPage {
  return searchArticles(store, { aliases: aliases ?? NO_ALIASES, articlesOf: null }, { query, limit: 200, exact: aliases === undefined, ...options }, { asOf: store.stamp(), now: NOON });
}

/** The titles that a search finds, in its order. */
export function titlesOf(store: Store, query: string, options: Parameters<typeof find>[2] = {}): string[] {
  return find(store, query, options).articles.map(({ title }) => title);
}
