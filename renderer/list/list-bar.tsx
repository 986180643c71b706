import type { Counts, Scope } from '../../electron/contract/model.ts';
import type { Watch } from '../../electron/contract/watch.ts';
import { useCounts, useFeeds, useRefreshProgress, useSettings } from '../client/queries.ts';
import { useWatches } from '../client/watch-queries.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Segment } from '../components/segment.tsx';
import { PageBar } from '../layout/page-bar.tsx';
import { markAllRead, toggleUnreadOnly } from '../state/list-actions.ts';
import { useListing } from '../state/listing.ts';
import { openSearch } from '../search/search-commands.ts';
import { reorder, showOverview } from '../state/navigate.ts';
import { scopeTitle } from '../state/scope-title.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './list.module.css';

/** The number beside the title: unread where reading is the task, else how many there are. */
function countText(scope: Scope, counts: Counts | undefined, watch: Watch | undefined, { t, format }: Words): string {
  if (!counts) return '';
  const unread = (count: number): string => (count === 0 ? '' : t('common.unread', { count }));
  switch (scope.kind) {
    case 'today':
      return unread(counts.today);
    case 'all':
      return unread(counts.unread);
    case 'feed':
      return unread(counts.feeds[scope.id] ?? 0);
    case 'folder':
      return unread(counts.folders[scope.id] ?? 0);
    case 'unread':
      return format.count(counts.unread);
    case 'bookmarks':
      return format.count(counts.bookmarks);
    case 'offline':
      return t('common.listPair', { first: format.count(counts.offline), second: format.bytes(counts.offlineBytes) });
    case 'watch':
      return watch ? unread(watch.unread) : '';
    default:
      return scope satisfies never;
  }
}

/** The bar over the list: where we are, how much is unread, and what can be done with all of it. */
export function ListBar() {
  const words = useWords();
  const { t } = words;
  const scope = useUi((state) => state.scope);
  const order = useListing((state) => state.request?.order ?? 'time');
  const { data: known } = useFeeds();
  const { data: counts } = useCounts();
  const { data: settings } = useSettings();
  const { data: progress } = useRefreshProgress();
  const watch = useWatches().data?.watches.find(({ id }) => scope.kind === 'watch' && id === scope.id);
  const unreadOnly = settings?.unreadOnly ?? false;
  const offline = (progress?.offlineSince ?? null) !== null && scope.kind !== 'offline' && counts?.all !== 0;
  return (
    <PageBar className={styles.bar} title={scopeTitle(scope, known, words)} named count={known?.feeds.length === 0 ? '' : countText(scope, counts, watch, words)}>
      {offline ? (
        <Segment
          label={t('list.order')}
          value={order}
          options={[
            { value: 'kept', label: t('offline.keptFirst') },
            { value: 'time', label: t('offline.byTime') },
          ]}
          onChange={(next) => void reorder(next)}
        />
      ) : null}
      {scope.kind === 'watch' ? <IconButton icon="activity" label={t('watch.showOverview')} onClick={showOverview} /> : null}
      {scope.kind === 'unread' ? null : (
        <IconButton className={offline ? styles.spare : undefined} icon="filter" label={t('list.unreadOnly')} keys="U" pressed={unreadOnly} onClick={() => void toggleUnreadOnly()} />
      )}
      {counts?.all === 0 ? null : (
        <IconButton
          className={offline ? styles.spare : undefined}
          icon="check-all"
          label={t('list.markAllRead')}
          keys="Shift+A"
          onClick={(event) => {
            // The second half of a double click would find nothing, and put that in the place of Undo.
            if (event.detail < 2) void markAllRead();
          }}
        />
      )}
      {counts?.all === 0 ? null : <IconButton icon="search" label={t('search.open')} keys="/" onClick={openSearch} />}
    </PageBar>
  );
}
