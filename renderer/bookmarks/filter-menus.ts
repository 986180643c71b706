import type { BookmarkCounts, Tag } from '../../electron/contract/bookmark.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { narrow, SPANS, toggleTag } from '../state/bookmarks-view.ts';
import type { BookmarkChoice, Span } from '../state/bookmarks-view.ts';
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
export function tagsMenu(tags: readonly Tag[], chosen: readonly number[], { t, format }: Words): readonly MenuItem[] {
  return tags.map(({ id, title, count }) => ({ label: t('bookmarks.menuTag', { tag: title, used: format.count(count) }), checked: chosen.includes(id), onSelect: () => toggleTag(id) }));
}

export function sourceMenu({ feeds }: BookmarkCounts, { feedId }: BookmarkChoice, { t, format }: Words): readonly MenuItem[] {
  return [
    { label: t('bookmarks.allSources'), checked: feedId === null, onSelect: () => narrow({ feedId: null }) },
    { kind: 'line' },
    ...feeds.map((feed) => ({
      label: t('bookmarks.menuTag', { tag: feed.title, used: format.count(feed.count) }),
      checked: feed.feedId === feedId,
      onSelect: () => narrow({ feedId: feed.feedId }),
    })),
  ];
}

/** When it was saved, and what it lacks. */
export function timeMenu({ span, highlights, notes }: BookmarkChoice, { t }: Words): readonly MenuItem[] {
  return [
    ...SPANS.map((one) => ({ label: t(SPAN_WORDS[one]), checked: one === span, onSelect: () => narrow({ span: one }) })),
    { kind: 'line' },
    { label: t('bookmarks.withoutHighlights'), checked: highlights === false, onSelect: () => narrow({ highlights: highlights === false ? null : false }) },
    { label: t('bookmarks.withoutNotes'), checked: notes === false, onSelect: () => narrow({ notes: notes === false ? null : false }) },
  ];
}

/** What the chip of the time says: what is chosen in its menu, or its name. */
export function timeWords({ span, highlights, notes }: BookmarkChoice, { t }: Words): string {
  const parts = [span === 'any' ? '' : t(SPAN_WORDS[span]), highlights === false ? t('bookmarks.withoutHighlights') : '', notes === false ? t('bookmarks.withoutNotes') : ''].filter(Boolean);
  return parts.length === 0 ? t('bookmarks.time') : parts.join(t('bookmarks.tagJoiner'));
}
