import { operatorValue } from '../../electron/contract/search/operator-value.ts';
import type { Folder, FolderId, Scope } from '../../electron/contract/model.ts';
import type { Watched } from '../../electron/contract/watch.ts';
import { feedsNow } from '../client/queries.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { entitiesNow, watchNow } from '../client/watch-queries.ts';
import { useSearchView } from '../state/search-view.ts';
import type { SearchView } from '../state/search-view.ts';
import { useUi } from '../state/ui.ts';
import { entityQuery } from './entity-query.ts';
import { narrowed } from './query-edit.ts';

function pathOf(folderId: FolderId, folders: readonly Folder[]): string {
  const titles: string[] = [];
  for (let folder = folders.find(({ id }) => id === folderId); folder && titles.length < folders.length; folder = folders.find(({ id }) => id === folder?.parentId)) titles.unshift(folder.title);
  return titles.join('/');
}

/** What the query of a list would be; null where a list says nothing of what an article is about or where it stood. */
function queryOf(scope: Scope, known: FeedsAnswer | undefined): string | null {
  switch (scope.kind) {
    case 'feed': {
      const feed = known?.feeds.find(({ id }) => id === scope.id);
      return feed ? `feed:${operatorValue(feed.title)}` : null;
    }
    case 'folder': {
      const path = pathOf(scope.id, known?.folders ?? []);
      return path === '' ? null : `folder:${operatorValue(path)}`;
    }
    case 'watch': {
      const watched = watchNow(scope.id)?.watched;
      if (watched?.kind === 'search') return `(${watched.query})`;
      const entity = watched && entitiesNow()?.get(watched.entityId);
      return entity ? entityQuery(entity) : null;
    }
    // Read, kept or of today is what an article is for a while: what is kept for later cannot mean it.
    case 'all':
    case 'today':
    case 'unread':
    case 'bookmarks':
    case 'offline':
      return null;
    default:
      return scope satisfies never;
  }
}

/** A search of `scope` as it is kept, for a watchlist or a rule: there no list stands around it, so the one that it was made in is written into it. */
export function keptQuery({ text, inScope }: Pick<SearchView, 'text' | 'inScope'>, scope: Scope): string {
  const query = text.trim();
  const around = inScope && query !== '' ? queryOf(scope, feedsNow()) : null;
  return around === null ? query : narrowed(query, [around]);
}

/** What the field searches for now, to be watched; nothing where it is not open or empty. */
export function searchToWatch(): { readonly watched?: Watched } {
  const view = useSearchView.getState();
  const query = keptQuery(view, useUi.getState().scope);
  return view.open && query !== '' ? { watched: { kind: 'search', query, exact: view.exact } } : {};
}
