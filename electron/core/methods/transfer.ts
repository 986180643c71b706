import type { ReaderApi } from '../../contract/api.ts';
import { exportOpml, importOpml } from '../opml-library.ts';
import type { MethodParts } from './method-parts.ts';

export type TransferMethods = Pick<
  ReaderApi,
  'importOpml' | 'importProgress' | 'exportOpml'
>;

/** Subscription lists in and out. */
export function transferMethods({ store, now, announce, unattended, refreshInBackground }: MethodParts): TransferMethods {
  return {
    async importOpml({ opml }) {
      const { summary, feedIds } = importOpml(store, opml);
      announce({ kind: 'feeds' });
      if (unattended && feedIds.length > 0) void refreshInBackground({ feedIds });
      return summary;
    },
    importProgress: async () => ({ running: false, done: 0, total: 0, added: 0 }),
    exportOpml: async () => ({ opml: exportOpml(store, now()) }),
  };
}
