import type { BookmarkCounts, Tag } from '../../electron/contract/bookmark.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { narrow, SPANS, toggleTag } from '../state/bookmarks-view.ts';
import type { BookmarkChoice, Span } from '../state/bookmarks-view.ts';
import { sourceTitle } from '../words/source-title.ts';
import type { Words } from '../words/use-words.ts';

const SPAN_WORDS = {
  any: 'bookmarks.spanAny',
  week: 'bookmarks.spanWeek',
  month: 'bookmarks.spanMonth',
  quarter: 'bookmarks.spanQuarter',
  year: 'bookmarks.spanYear',
  older: 'bookmarks.spanOlder',
} as const satisfies Record<Span, string>;

/** The tags that have no chip of their own. */
export function tagsMenu(tags: readonly Tag[], chosen: readonly number[], { format }: Words): readonly MenuItem[] {
  return tags.map(({ id, title, count }) => ({ label: title, keys: format.count(count), checked: chosen.includes(id), onSelect: () => toggleTag(id) }));
}

/** When it was saved, what it lacks, and from which source it is. */
export function filterMenu({ feeds }: BookmarkCounts, { span, highlights, notes, feedId }: BookmarkChoice, words: Words): readonly MenuItem[] {
  const { t, format } = words;
  return [
    ...SPANS.map((one) => ({ label: t(SPAN_WORDS[one]), checked: one === span, onSelect: () => narrow({ span: one }) })),
    { kind: 'line' },
    { label: t('bookmarks.withoutHighlights'), checked: highlights === false, onSelect: () => narrow({ highlights: highlights === false ? null : false }) },
    { label: t('bookmarks.withoutNotes'), checked: notes === false, onSelect: () => narrow({ notes: notes === false ? null : false }) },
    { kind: 'line' },
    { label: t('bookmarks.allSources'), checked: feedId === null, onSelect: () => narrow({ feedId: null }) },
    ...feeds.map((feed) => ({
      label: sourceTitle(feed, words),
      keys: format.count(feed.count),
      checked: feed.feedId === feedId,
      onSelect: () => narrow({ feedId: feed.feedId }),
    })),
  ];
}

export interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  readonly clear: () => void;
}

/** What is chosen in that menu, each with a way to let go of it. */
export function activeFilters({ feeds }: BookmarkCounts, { span, highlights, notes, feedId }: BookmarkChoice, words: Words): readonly ActiveFilter[] {
  const { t } = words;
  const source = feeds.find((feed) => feed.feedId === feedId);
  return [
    ...(feedId === null ? [] : [{ key: 'source', label: source ? sourceTitle(source, words) : t('bookmarks.source'), clear: () => narrow({ feedId: null }) }]),
    ...(span === 'any' ? [] : [{ key: 'span', label: t(SPAN_WORDS[span]), clear: () => narrow({ span: 'any' }) }]),
    ...(highlights === false ? [{ key: 'highlights', label: t('bookmarks.withoutHighlights'), clear: () => narrow({ highlights: null }) }] : []),
    ...(notes === false ? [{ key: 'notes', label: t('bookmarks.withoutNotes'), clear: () => narrow({ notes: null }) }] : []),
  ];
}
