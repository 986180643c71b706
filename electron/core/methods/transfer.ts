import type { ReaderApi } from '../../contract/api.ts';
import { exportOpml } from '../export-opml.ts';
import type { OpmlImporter } from '../import-opml.ts';
import type { MethodParts } from './method-parts.ts';

export type TransferMethods = Pick<
  ReaderApi,
  'previewOpml' | 'importOpml' | 'importProgress' | 'exportOpml'
>;

/** Subscription lists in and out. */
export function transferMethods({ store, now, unattended, refreshInBackground, share }: MethodParts, importer: OpmlImporter): TransferMethods {
  return {
    previewOpml: ({ opml }) => importer.preview(opml),
    async importOpml({ opml }) {
      const { summary, feedIds } = await importer.run(opml);
      if (unattended && feedIds.length > 0) void refreshInBackground({ feedIds });
      return summary;
    },
    importProgress: async () => importer.progress(),
    exportOpml: async (args) => ({ opml: await exportOpml(store, now(), share, args) }),
  };
}
