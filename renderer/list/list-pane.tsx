import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useFeeds } from '../client/queries.ts';
import { ErrorState } from '../components/error-state.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { PrepareStrip } from '../offline/prepare-strip.tsx';
import { StorageStrip } from '../offline/storage-strip.tsx';
import { NarrowFoot } from '../sidebar/narrow-foot.tsx';
import { ResultLine } from '../search/result-line.tsx';
import { SearchBar } from '../search/search-bar.tsx';
import { SearchEmpty } from '../search/search-empty.tsx';
import { reopenListing, useListing } from '../state/listing.ts';
import { showNew } from '../state/navigate.ts';
import { useSearchView } from '../state/search-view.ts';
import { scopeTitle } from '../state/scope-title.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { followListing } from './follow-listing.ts';
import { HeadlineList } from './headline-list.tsx';
import { ListBar } from './list-bar.tsx';
import { ListEmpty } from './list-empty.tsx';
import { MoreFailed } from './more-failed.tsx';
import { NewLine } from './new-line.tsx';
import { Skeleton } from './skeleton.tsx';
import { SourceStrip } from './source-strip.tsx';
import { useListAsSet } from './use-list-as-set.ts';
import styles from './list.module.css';

/** How long the old list stays before grey bars say that the new one takes its time. */
const PATIENCE_MS = 300;
const NEW_LINE = 30;

function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => {
      setSlow(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}

/** The list pane: its bar, what is new, what is wrong, and the headlines; or the search field and what it finds. */
export function ListPane() {
  const words = useWords();
  const { t } = words;
  const paneRef = useRef<HTMLDivElement>(null);
  const scope = useUi((state) => state.scope);
  const layout = useUi((state) => state.layout);
  const { request, opening, shown, rows, total, asOf, arrived, error, moreError, search, start, opened, nextCursor } = useListing();
  const isOpen = useSearchView((state) => state.open);
  const { data: known } = useFeeds();
  const isOld = opening !== shown;
  const slow = useSlow(isOld);
  useListAsSet();
  const feed = scope.kind === 'feed' ? known?.feeds.find((one) => one.id === scope.id) : undefined;
  const label = search ? t('search.resultsName') : t('list.nameOf', { scope: scopeTitle(scope, known, words) });
  const hasNew = arrived > 0 && rows.length > 0;

  useEffect(followListing, []);

  // The line takes room above the rows; where the reader has scrolled, the rows keep their place on the screen.
  const hadNewRef = useRef(false);
  useLayoutEffect(() => {
    const list = paneRef.current?.querySelector<HTMLElement>('[data-headlines]');
    if (list && hasNew !== hadNewRef.current && list.scrollTop >= NEW_LINE) list.scrollTop += hasNew ? NEW_LINE : -NEW_LINE;
    hadNewRef.current = hasNew;
  }, [hasNew]);

  const body = () => {
    // While somebody types the rows of a moment ago are better than none.
    if (slow && !search) return <Skeleton />;
    if (!request || shown === 0) return null;
    if (error) return <ErrorState error={error} onRetry={() => void reopenListing()} />;
    if (rows.length === 0) return search ? <SearchEmpty answer={search} /> : <ListEmpty request={request} />;
    return <HeadlineList key={search ? 'found' : 'scope'} label={label} rows={rows} opened={opened} total={total} whole={nextCursor === null} order={search ? 'found' : request.order} drawn={shown} old={isOld} start={start} />;
  };

  return (
    <div className={styles.inner} ref={paneRef}>
      {isOpen ? <SearchBar /> : <ListBar />}
      {slow ? (
        <div className={styles.progress}>
          <ProgressBar label={t('list.loadingName')} value={null} />
        </div>
      ) : null}
      {search ? <ResultLine /> : null}
      {feed && !search ? <SourceStrip feed={feed} /> : null}
      {scope.kind === 'offline' && !search ? (
        <>
          <StorageStrip />
          <PrepareStrip />
        </>
      ) : null}
      {hasNew ? <NewLine count={arrived} since={asOf} onShow={() => void showNew()} /> : null}
      {body()}
      {moreError ? <MoreFailed error={moreError} /> : null}
      {layout === 'narrow' ? <NarrowFoot className={styles.foot} /> : null}
    </div>
  );
}
