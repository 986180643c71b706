import type { ReaderApi } from '../../contract/api.ts';
import { feedsBelow } from '../feeds-below.ts';
import type { MethodParts } from './method-parts.ts';

export type RefreshingMethods = Pick<
  ReaderApi,
  'refresh' | 'cancelRefresh' | 'refreshProgress'
>;

/** Asking the feeds. */
export function refreshingMethods({ store, refresher, progress }: MethodParts): RefreshingMethods {
  return {
    refresh: async ({ feedIds, folderId, onlyDue }) =>
      refresher.refresh({ feedIds: feedIds ?? (folderId ? feedsBelow(store, folderId) : null), onlyDue, named: feedIds !== undefined && onlyDue !== true }),
    async cancelRefresh() {
      refresher.cancel();
      return {};
    },
    refreshProgress: async () => progress(),
  };
}
