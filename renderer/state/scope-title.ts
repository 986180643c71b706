import type { Scope } from '../../electron/contract/model.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { watchNow } from '../client/watch-queries.ts';
import { watchName } from '../watch/watch-name.ts';
import type { Words } from '../words/use-words.ts';

/** What a scope is called; the title of a folder, source or watchlist, empty while it is not known. */
export function scopeTitle(scope: Scope, known: FeedsAnswer | undefined, words: Words): string {
  switch (scope.kind) {
    case 'feed':
      return known?.feeds.find((feed) => feed.id === scope.id)?.title ?? '';
    case 'folder':
      return known?.folders.find((folder) => folder.id === scope.id)?.title ?? '';
    case 'watch': {
      const watch = watchNow(scope.id);
      return watch ? watchName(watch, words) : '';
    }
    case 'all':
    case 'today':
    case 'unread':
    case 'bookmarks':
    case 'offline':
      return words.t(`scopes.${scope.kind}`);
    default:
      return scope satisfies never;
  }
}
