import type { ArticleTag, BookmarkFilter, TextQuote } from '../../electron/contract/bookmark.ts';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import type { RuleId } from '../../electron/contract/rules.ts';
import type { Watched, WatchId } from '../../electron/contract/watch.ts';
import type { SettingsPlace } from '../../electron/contract/settings-place.ts';
import type { ArticleId, FeedId, FolderId } from '../../electron/contract/model.ts';

/** Which dialog is asked for, with what it is about. */
export type DialogRequest =
  | { readonly kind: 'add'; readonly url?: string; /** False where the address is asked only once the person wants it. */ readonly asked?: boolean }
  | { readonly kind: 'save'; readonly url?: string }
  /** Those that `takeGivenFiles` gives. */
  | { readonly kind: 'save-files' }
  | ({ readonly kind: 'settings' } & SettingsPlace)
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' }
  /** Over an empty library. */
  | { readonly kind: 'first-run' }
  /** The sources to begin with, opened again. */
  | { readonly kind: 'catalogue' }
  /** `library`: for an archive that takes the place of the library. */
  | { readonly kind: 'import'; readonly library?: boolean }
  | { readonly kind: 'export' }
  | { readonly kind: 'export-articles'; readonly articleIds?: readonly ArticleId[]; readonly filter?: BookmarkFilter; readonly library?: boolean }
  | { readonly kind: 'rename-feed'; readonly feedId: FeedId }
  | { readonly kind: 'move-feed'; readonly feedId: FeedId }
  | { readonly kind: 'feed-address'; readonly feedId: FeedId }
  /** `datesLost`: opened because its articles come without dates now, which the person may take as it is. */
  | { readonly kind: 'page-rules'; readonly feedId: FeedId; readonly datesLost?: boolean }
  | { readonly kind: 'credentials'; readonly feedId: FeedId }
  | { readonly kind: 'unsubscribe'; readonly feedId: FeedId }
  | { readonly kind: 'new-folder'; readonly parentId: FolderId | null }
  | { readonly kind: 'rename-folder'; readonly folderId: FolderId }
  | { readonly kind: 'tag-bookmarks'; readonly articleIds: readonly ArticleId[] }
  | { readonly kind: 'rename-tag'; readonly tag: ArticleTag }
  | { readonly kind: 'merge-tag'; readonly tag: ArticleTag }
  | { readonly kind: 'watch'; readonly watchId?: WatchId; readonly watched?: Watched }
  | { readonly kind: 'rule'; readonly ruleId?: RuleId; readonly query?: string }
  /** A figure that is fixed, or words that become one. */
  | { readonly kind: 'figure'; readonly articleId: ArticleId; readonly figure?: PlacedFigure; readonly quote?: TextQuote }
  | { readonly kind: 'usd-rate' }
  | { readonly kind: 'lens-changes' }
  | { readonly kind: 'delete-folder'; readonly folderId: FolderId };
