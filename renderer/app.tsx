import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Place, Scope } from '../electron/contract/model.ts';
import { useNotices } from './alerts/use-notices.ts';
import { loadParts } from './article/use-parts.ts';
import { RestoredStrip } from './backups/restored-strip.tsx';
import { useFirstRun } from './catalogue/use-first-run.ts';
import { afterSeen } from './client/after-paint.ts';
import { asReaderError } from './client/as-reader-error.ts';
import { queryClient } from './client/query-client.ts';
import { queryKeys, useFeeds } from './client/queries.ts';
import type { FeedsAnswer } from './client/queries.ts';
import { isAlive, onAlive } from './client/transport.ts';
import { useWatches } from './client/watch-queries.ts';
import { useOffers } from './desktop/use-offers.ts';
import { useKeyboard } from './keyboard/use-keyboard.ts';
import { Frame } from './layout/frame.tsx';
import { FaultBoundary } from './layout/fault-boundary.tsx';
import { FaultStrip } from './layout/fault-strip.tsx';
import { LiveRegion } from './layout/live-region.tsx';
import { useOpenKeptLinks } from './layout/use-open-kept-links.ts';
import { useAppearance } from './layout/use-appearance.ts';
import { useLayoutFollower } from './layout/use-layout.ts';
import { useResizeKeys } from './layout/use-resize-keys.ts';
import { LibraryError } from './library-error/library-error.tsx';
import { DialogPlace } from './manage/dialog-place.tsx';
import { changeScope, focusPane } from './state/navigate.ts';
import { followPlace } from './state/place.ts';
import { reopenListing, useListing } from './state/listing.ts';
import { forgetWithLibrary } from './state/undo.ts';
import { useUi } from './state/ui.ts';
import styles from './layout/window.module.css';

function drawingFailed(error: unknown, again: () => void): ReactNode {
  return <LibraryError error={asReaderError(error)} onRetry={async () => again()} />;
}

/** The dialogs, loaded with what articles are drawn with once the first list was seen, so that none is late for what is typed after its key. */
function LaterDialogs() {
  const hasList = useListing((state) => state.shown > 0);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!hasList) return undefined;
    return afterSeen(() => {
      loadParts();
      setWanted(true);
    });
  }, [hasList]);
  return <DialogPlace wanted={wanted} />;
}

/** Shows Today where the source or folder of the scope is gone; what was known may lag behind a source just followed, so it is asked again first. */
async function leaveIfGone(scope: Extract<Scope, { readonly kind: 'feed' | 'folder' }>): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queryKeys.feeds });
  const known = queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds);
  const there = scope.kind === 'feed' ? known?.feeds : known?.folders;
  if (there && !there.some((one) => one.id === scope.id) && useUi.getState().scope === scope) await changeScope({ kind: 'today' });
}

function useScopeThatExists(): void {
  const { data: known } = useFeeds();
  const { data: watches } = useWatches();
  const scope = useUi((state) => state.scope);
  useEffect(() => {
    if (!known || !('id' in scope)) return;
    if (scope.kind === 'watch') {
      if (watches && !watches.watches.some(({ id }) => id === scope.id)) void changeScope({ kind: 'today' });
      return;
    }
    const there = scope.kind === 'feed' ? known.feeds : known.folders;
    if (!there.some((one) => one.id === scope.id)) void leaveIfGone(scope);
  }, [known, watches, scope]);
}

function Reader({ start }: { readonly start: Place | null }) {
  useLayoutFollower();
  useKeyboard();
  useResizeKeys();
  useNotices();
  useOffers();
  useOpenKeptLinks();
  useFirstRun();
  useScopeThatExists();
  useEffect(() => followPlace(), []);
  useEffect(() => forgetWithLibrary(), []);
  useEffect(() => focusPane('list'), []);
  // The list may have been asked for while the library could not be opened.
  useEffect(() => {
    if (useListing.getState().error) void reopenListing();
  }, []);
  return <Frame start={start} />;
}

function useAlive(): boolean {
  const [alive, setAlive] = useState(isAlive);
  useEffect(() => onAlive(setAlive), []);
  return alive;
}

const STOPPED = { code: 'engine-stopped', detail: {} } as const;

function Screen({ start }: { readonly start: Place | null }) {
  useAppearance();
  const { data: known, error, refetch } = useFeeds();
  const alive = useAlive();
  if (error && !known) return <LibraryError error={asReaderError(error)} onRetry={async () => void (await refetch())} />;
  const fault = error ? asReaderError(error) : alive ? null : STOPPED;
  return (
    <div className={styles.window}>
      {fault ? <FaultStrip error={fault} /> : null}
      <RestoredStrip />
      <Reader start={start} />
      <LaterDialogs />
    </div>
  );
}

/** The whole window. `start` is where the reader was when it was last closed. */
export function App({ start }: { readonly start: Place | null }) {
  return (
    <QueryClientProvider client={queryClient}>
      <FaultBoundary instead={drawingFailed}>
        <Screen start={start} />
      </FaultBoundary>
      <LiveRegion />
    </QueryClientProvider>
  );
}
