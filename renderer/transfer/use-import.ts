import { useEffect, useRef, useState } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import type { Feed, FeedId } from '../../electron/contract/model.ts';
import type { OpmlSummary } from '../../electron/contract/opml.ts';
import type { ArchiveFacts, LinkImport } from '../../electron/contract/transfer.ts';
import { letGo } from '../client/exchange.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { refresh } from '../state/list-actions.ts';
import { showFailure } from '../state/show-failure.ts';
import { noteDone } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { lookInto, type Found } from './look-into.ts';

/** What an import did. */
export type Imported =
  | { readonly kind: 'sources'; readonly summary: OpmlSummary; readonly followedBefore: ReadonlySet<FeedId> }
  | { readonly kind: 'links'; readonly links: LinkImport }
  | { readonly kind: 'archive'; readonly facts: ArchiveFacts };

export interface ImportState {
  readonly name: string | null;
  readonly found: Found | null;
  readonly imported: Imported | null;
  /** The sources that came in are asked now. */
  readonly refreshing: boolean;
  readonly looking: boolean;
  readonly importing: boolean;
  readonly error: ReaderError | null;
  readonly take: (file: File) => void;
  readonly start: () => void;
  /** Stops an import under way; false where there is none. */
  readonly stop: () => boolean;
}

/** The steps of an import: look into a file, do it, keep what was done. */
export function useImport(feeds: readonly Feed[]): ImportState {
  const [found, setFound] = useState<Found | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const [refreshing, setRefreshing] = useState(false);
  const looking = useTask();
  const importing = useTask();

  const inUse = useRef<Found | null>(null);

  // What was looked into and is not imported goes: another file was chosen, or the dialog closed.
  useEffect(
    () => () => {
      if (found && 'file' in found && inUse.current !== found) void letGo(found.file);
    },
    [found],
  );

  const take = (file: File) => {
    importing.reset();
    setFound(null);
    setImported(null);
    setName(file.name);
    looking.run(() => lookInto(file), setFound);
  };
  const start = () => {
    if (!found || importing.busy) return;
    importing.run(
      async () => {
        inUse.current = found;
        try {
          return await importFound(found, feeds);
        } finally {
          inUse.current = null;
        }
      },
      (done) => {
        setImported(done);
        if (done.kind === 'sources' && done.summary.added === 0) return;
        noteDone(() => wordsNow().t('carry.importTitle'), null);
        if (done.kind !== 'sources') return;
        setRefreshing(true);
        void refresh(null).finally(() => setRefreshing(false));
      },
    );
  };
  const stop = (): boolean => {
    // A list of sources goes in within moments, and to its end.
    if (!importing.busy || found?.kind === 'sources') return false;
    call('cancelTransfer', {}).catch(showFailure);
    return true;
  };
  return { name, found, imported, refreshing, looking: looking.busy, importing: importing.busy, error: importing.error ?? looking.error, take, start, stop };
}

async function importFound(found: Found, feeds: readonly Feed[]): Promise<Imported> {
  switch (found.kind) {
    case 'sources': {
      const followedBefore = new Set(feeds.map(({ id }) => id));
      const summary = await call('importOpml', { opml: found.opml });
      // Sources, their counts and what was done are to be seen at once; the events come later.
      await Promise.all([queryKeys.feeds, queryKeys.counts].map((queryKey) => queryClient.refetchQueries({ queryKey })));
      return { kind: 'sources', summary, followedBefore };
    }
    case 'links':
      return { kind: 'links', links: await call('importFile', { file: found.file, name: found.name }) };
    case 'archive':
      return { kind: 'archive', facts: await call('importArchive', { file: found.file, name: found.name }) };
    default:
      return found satisfies never;
  }
}
