import { useQuery } from '@tanstack/react-query';
import type { Feed, Scope } from '../../electron/contract/model.ts';
import { useCounts, useFeeds, useRefreshProgress } from '../client/queries.ts';
import type { FeedsAnswer } from '../client/queries.ts';
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

/** The sources of a list that is of sources; of a folder, also those in folders below it. */
function sourcesOf(scope: Scope, { feeds, folders }: FeedsAnswer): readonly Feed[] {
  if (scope.kind === 'feed') return feeds.filter(({ id }) => id === scope.id);
  if (scope.kind !== 'folder') return feeds;
  const inside = new Set([scope.id]);
  // A folder may stand before the one that it is in.
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const { id, parentId } of folders) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return feeds.filter(({ folderId }) => folderId !== null && inside.has(folderId));
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
  const sources = known ? sourcesOf(scope, known) : [];
  // What was never asked for, no refresh can have failed to bring.
  const notAsked = sources.length > 0 && sources.every(({ fetchedAt }) => fetchedAt === null);
  const asked = (text: string): string => (notAsked ? t(progress?.running ? 'empty.allAsking' : 'empty.notAsked') : text);
  const again = <Button onClick={() => void refresh(scope)}>{t('empty.refresh')}</Button>;
  // Where no source has brought anything yet, there is nothing older either.
  if (counts?.all === 0 && (scope.kind === 'today' || scope.kind === 'unread' || scope.kind === 'all')) {
    const text = progress?.running ? t('empty.allAsking') : (progress?.offlineSince ?? null) !== null ? t('empty.allOffline') : asked(t('empty.allText'));
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
      return <EmptyState title={t('empty.feedTitle')} text={asked(t('empty.feedText'))} actions={again} />;
    case 'folder':
      return <EmptyState title={t('empty.folderTitle')} text={sources.length === 0 ? t('empty.folderText') : asked(t('empty.folderNone'))} {...(sources.length > 0 && { actions: again })} />;
    case 'watch':
      return <EmptyState title={t('empty.watchTitle')} text={t('empty.watchText')} />;
    case 'all':
      return <EmptyState title={t('empty.allTitle')} actions={again} />;
    default:
      return scope satisfies never;
  }
}
