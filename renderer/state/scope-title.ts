import type { Scope } from '../../electron/contract/model.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import type { Words } from '../words/use-words.ts';

/** What a scope is called; the folder's or source's own title, empty while it is not known. */
export function scopeTitle(scope: Scope, known: FeedsAnswer | undefined, { t }: Words): string {
  switch (scope.kind) {
    case 'feed':
      return known?.feeds.find((feed) => feed.id === scope.id)?.title ?? '';
    case 'folder':
      return known?.folders.find((folder) => folder.id === scope.id)?.title ?? '';
    case 'all':
    case 'today':
    case 'unread':
    case 'bookmarks':
    case 'offline':
      return t(`scopes.${scope.kind}`);
    default:
      return scope satisfies never;
  }
}
