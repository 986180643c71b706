import { useQuery } from '@tanstack/react-query';
import type { Scope } from '../../electron/contract/model.ts';
import { useCounts, useFeeds, useRefreshProgress } from '../client/queries.ts';
import { NoSources } from '../add-source/no-sources.tsx';
import { NoBookmarks } from '../bookmarks/no-bookmarks.tsx';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { refresh, toggleUnreadOnly } from '../state/list-actions.ts';
import type { ListRequest } from '../state/listing.ts';
import { openScope } from '../state/navigate.ts';
import { scopeKey } from '../state/scope-key.ts';
import { useWords } from '../words/use-words.ts';

/** How many headlines the scope holds when read ones count; undefined until known. */
function useReadTotal(scope: Scope, asked: boolean): number | undefined {
  const whole: Scope = scope.kind === 'unread' ? { kind: 'all' } : scope;
  const { data } = useQuery({
    queryKey: ['total', scopeKey(whole)],
    queryFn: async () => (await call('listArticles', { scope: whole, limit: 1, unreadOnly: false })).total,
    enabled: asked,
    staleTime: 0,
    gcTime: 0,
  });
  return asked ? data : 0;
}

/** What stands in place of an empty list: why it is empty, and the next thing to do. */
export function ListEmpty({ request }: { readonly request: ListRequest }) {
  const { t, format } = useWords();
  const { data: known } = useFeeds();
  const { data: progress } = useRefreshProgress();
  const { data: counts } = useCounts();
  const { scope } = request;
  const unreadOnly = request.unreadOnly || scope.kind === 'unread';
  const total = useReadTotal(scope, unreadOnly);

  if (known?.feeds.length === 0 && scope.kind !== 'bookmarks' && scope.kind !== 'offline') return <NoSources />;
  if (total === undefined) return null;
  const nextAt = progress?.nextAt ?? null;
  const next = nextAt === null ? null : format.timeOrDate(nextAt);
  if (total > 0) {
    const text = next === null ? t('empty.allReadPlain', { count: total }) : t('empty.allReadText', { count: total, time: next });
    const show = () => void (scope.kind === 'unread' ? openScope({ kind: 'all' }) : toggleUnreadOnly());
    return <EmptyState title={t('empty.allReadTitle')} text={text} actions={<Button onClick={show}>{t('list.showAll')}</Button>} />;
  }
  const again = <Button onClick={() => void refresh(scope)}>{t('empty.refresh')}</Button>;
  // Where no source has brought anything yet, there is nothing older either.
  if (counts?.all === 0 && (scope.kind === 'today' || scope.kind === 'unread' || scope.kind === 'all')) {
    const text = progress?.running ? t('empty.allAsking') : (progress?.offlineSince ?? null) !== null ? t('empty.allOffline') : t('empty.allText');
    return <EmptyState title={t('empty.allTitle')} text={[text, ...(next === null || progress?.running ? [] : [t('empty.todayNext', { time: next })])].join(t('row.joiner'))} actions={again} />;
  }
  switch (scope.kind) {
    case 'bookmarks':
      return <NoBookmarks />;
    case 'offline':
      return <EmptyState title={t('empty.offlineTitle')} text={t('empty.offlineText')} />;
    case 'today':
      return <EmptyState title={t('empty.todayTitle')} text={[t('empty.todayText'), ...(next === null ? [] : [t('empty.todayNext', { time: next })])].join(t('row.joiner'))} actions={again} />;
    case 'unread':
      return <EmptyState title={t('empty.unreadTitle')} actions={again} />;
    case 'feed':
      return <EmptyState title={t('empty.feedTitle')} text={t('empty.feedText')} actions={again} />;
    case 'folder':
      return <EmptyState title={t('empty.folderTitle')} text={t('empty.folderText')} />;
    case 'watch':
      return <EmptyState title={t('empty.watchTitle')} text={t('empty.watchText')} />;
    case 'all':
      return <EmptyState title={t('empty.allTitle')} actions={again} />;
    default:
      return scope satisfies never;
  }
}
