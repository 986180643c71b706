import type { TransferApi } from '../../contract/transfer.ts';
import { dropIncoming, incomingFile } from '../exchange/exchange-file.ts';
import { exportArticles } from '../export-articles.ts';
import type { Transfers } from '../transfers.ts';
import type { MethodParts } from './method-parts.ts';

/** Articles out as files, links in from files. */
export function transferFileMethods({ store, ingest, now, info, announce }: MethodParts, transfers: Transfers): TransferApi {
  const take = async (file: string, name: string, dryRun: boolean): ReturnType<TransferApi['importFile']> => {
    const { path } = await incomingFile(store.profile, file);
    const [{ openLinkFile }, { importLinks, requireLinks }] = await Promise.all([import('../transfer/read-links.ts'), import('../import-links.ts')]);
    return transfers.run('import', async (transfer) => requireLinks(await importLinks(store, await openLinkFile(path, name), { now: now(), dryRun, transfer, markup: (job) => ingest.markup(job) }), name));
  };
  return {
    exportArticles: (args) => transfers.run('export', (transfer) => exportArticles(store, args, { version: info.version, now: now(), transfer })),
    previewImport: ({ file, name }) => take(file, name, true),
    async importFile({ file, name }) {
      try {
        const done = await take(file, name, false);
        // One that was stopped stays, to be gone on with.
        await dropIncoming(store.profile, file);
        return done;
      } finally {
        announce({ kind: 'articles', feedIds: [] });
        announce({ kind: 'status', articleIds: 'many' });
      }
    },
    transferProgress: async () => transfers.progress(),
    async cancelTransfer() {
      transfers.cancel();
      return {};
    },
  };
}
