import { scopeRequest } from '../../electron/contract/first-screen.ts';
import type { ArticleOrder, RefreshProgress, Scope } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys, settingsNow } from '../client/queries.ts';
import type { ListRequest } from './listing.ts';

let offlineOrder: ArticleOrder = 'kept';

/** The order to use while offline, until the window closes. */
export function setOfflineOrder(order: ArticleOrder): void {
  offlineOrder = order;
}

/** What to ask for a scope now: unread only as the person set it, and what is on this device first while offline. */
export function requestFor(scope: Scope): ListRequest {
  return scopeRequest(scope, settingsNow(), queryClient.getQueryData<RefreshProgress>(queryKeys.progress), offlineOrder);
}
