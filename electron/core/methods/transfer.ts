import type { ReaderApi } from '../../contract/api.ts';
import { exportOpml, importOpml } from '../opml-library.ts';
import type { MethodParts } from './method-parts.ts';

export type TransferMethods = Pick<
  ReaderApi,
  'importOpml' | 'exportOpml'
>;

/** Subscription lists in and out. */
export function transferMethods({ store, logins, now, announce, unattended, refreshInBackground }: MethodParts): TransferMethods {
  return {
    async importOpml({ opml }) {
      const { summary, feedIds, logins: found } = importOpml(store, opml);
      for (const [feedId, login] of found) await logins.keep(feedId, login);
      announce({ kind: 'feeds' });
      if (unattended && feedIds.length > 0) void refreshInBackground({ feedIds });
      return summary;
    },
    exportOpml: async () => ({ opml: exportOpml(store, now()) }),
  };
}
