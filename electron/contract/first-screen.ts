import type { ArgsOf, CallAnswer, ReaderMethod } from './api.ts';
import type { ArticleId, ArticleOrder, RefreshProgress, Scope } from './model.ts';
import type { Settings } from './settings.ts';

/** One call as the window would make it, and what it would be answered. */
export interface AnsweredCall {
  readonly method: ReaderMethod;
  readonly args: unknown;
  readonly answer: CallAnswer;
}

export interface FirstScreenApi {
  /** All that the first screen of a window asks, the first page of the list where the reader was among it: one way to the engine and back instead of ten. What fails says so in its own answer. */
  firstScreen(args: Record<string, never>): Promise<{ readonly calls: readonly AnsweredCall[] }>;
}

/** Where a window begins that knows of no other place. */
export const FIRST_SCOPE: Scope = { kind: 'today' };

/** Headlines of the list that a start shows at its top, a few windows full of them; the rest of a first page follows once it was seen. */
export const START_PAGE = 60;
/** Headlines of a list that begins at its top, and of one that is read down to a row. */
export const FIRST_PAGE = 200;
export const RELIST_PAGE = 500;

/** Stories that were told of last, in the sidebar's count. */
export const ALERT_PAGE = 50;

/** What a list of a scope is asked for: unread only as the person set it, and what is on this device first while offline. */
export interface ScopeRequest {
  readonly scope: Scope;
  readonly unreadOnly: boolean;
  readonly order: ArticleOrder;
  /** Reports of one event are one row. */
  readonly stories?: boolean;
}

/** What to ask for a scope under these settings. */
export function scopeRequest(scope: Scope, settings: Pick<Settings, 'unreadOnly' | 'stories'> | undefined, progress: Pick<RefreshProgress, 'offlineSince'> | undefined, offlineOrder: ArticleOrder = 'kept'): ScopeRequest {
  const offline = (progress?.offlineSince ?? null) !== null && scope.kind !== 'offline';
  return { scope, unreadOnly: scope.kind !== 'unread' && (settings?.unreadOnly ?? false), order: offline ? offlineOrder : 'time', stories: scope.kind !== 'bookmarks' && (settings?.stories ?? true) };
}

/** The call for the first page that a start shows of a scope, down to a row where the reader was at one. */
export function firstPageArgs(request: ScopeRequest, topId: ArticleId | null): ArgsOf<'listArticles'> {
  return { ...request, limit: topId === null ? START_PAGE : RELIST_PAGE, cursor: null };
}
