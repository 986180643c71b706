import { beforeEach, describe, expect, it } from 'vitest';
import type { BookmarkOrder, BookmarkSummary } from '../../../../electron/contract/bookmark.ts';
import { bookmarkItems } from '../../../../renderer/bookmarks/bookmark-items.ts';
import { bookmarkMarkdown } from '../../../../renderer/bookmarks/bookmark-markdown.ts';
import { addedWords, bookmarkName } from '../../../../renderer/bookmarks/bookmark-name.ts';
import { chipWidth, fitChips } from '../../../../renderer/bookmarks/fit-chips.ts';
import { actedOn, chooseBookmark, extendBy, extendTo, filterOf, isNarrowed, markAll, narrow, NO_CHOICE, showRows, toggleMark, toggleTag, useBookmarksView } from '../../../../renderer/state/bookmarks-view.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const noon = (year: number, month: number, day: number): number => new Date(year, month - 1, day, 12).getTime();

function bookmark(id: number, given: Partial<BookmarkSummary> = {}): BookmarkSummary {
  return {
    id, feedId: 1, feedTitle: 'Oxide & Alloy', title: `Article ${id}`, summary: '', url: `https://oxide.example/${id}`, lang: 'en', publishedAt: null, publishedDay: null,
    arrivedAt: 0, sortAt: noon(2026, 11, 18), revisedAt: null, read: true, bookmarked: true, pinned: false, highlighted: false, raised: false, kept: 'headline', thumbnail: null, elements: [], story: null,
    bookmarkedAt: noon(2026, 11, 20), tags: [], firstHighlight: null, highlights: 0, notes: 0, note: '', hit: null, ...given,
  };
}

function shown(rows: readonly BookmarkSummary[], order: BookmarkOrder): string[] {
  return bookmarkItems(rows, order).map((item) => {
    if (item.kind === 'row') return `${item.key}${item.last ? '.' : ''}`;
    return item.kind === 'source' ? item.title : new Date(item.at).toDateString();
  });
}

const view = () => useBookmarksView.getState();
const marked = () => [...view().marked].toSorted((one, other) => one - other);

describe('bookmarkItems', () => {
  it('puts a head over each month of the day that the order goes by', () => {
    const rows = [bookmark(3), bookmark(2, { sortAt: noon(2026, 10, 1) }), bookmark(1, { bookmarkedAt: noon(2025, 11, 20) })];
    expect(shown(rows, 'saved')).toEqual(['Sun Nov 01 2026', '3', '2.', 'Sat Nov 01 2025', '1.']);
    expect(shown(rows, 'published')).toEqual(['Sun Nov 01 2026', '3.', 'Thu Oct 01 2026', '2.', 'Sun Nov 01 2026', '1.']);
  });

  it('puts a head over each source, also over two of one name', () => {
    expect(shown([bookmark(1), bookmark(2, { feedId: 2 })], 'source')).toEqual(['Oxide & Alloy', '1.', 'Oxide & Alloy', '2.']);
  });

  it('gives each head a key of its own where a month comes twice', () => {
    const keys = bookmarkItems([bookmark(1), bookmark(2, { sortAt: 0 }), bookmark(3)], 'published').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('filterOf', () => {
  const today = noon(2026, 11, 26);

  it('asks for nothing where nothing is chosen', () => {
    expect(filterOf({ ...NO_CHOICE, text: '  ' }, today)).toEqual({});
    expect(isNarrowed(NO_CHOICE)).toBe(false);
  });

  it('joins what is chosen; without differs from with', () => {
    const choice = { text: ' mud ', exact: false, tagIds: [3], feedId: 7, span: 'week', highlights: true, notes: false } as const;
    expect(filterOf(choice, today)).toEqual({ text: 'mud ', tagIds: [3], feedId: 7, from: today - 6 * 86_400_000, highlights: true, notes: false });
    expect(filterOf({ ...NO_CHOICE, span: 'older' }, today)).toEqual({ to: today - 364 * 86_400_000 });
    expect(isNarrowed({ ...NO_CHOICE, notes: false })).toBe(true);
  });
});

describe('What is chosen', () => {
  beforeEach(() => {
    useBookmarksView.setState(useBookmarksView.getInitialState());
    showRows([1, 2, 3, 4, 5].map((id) => bookmark(id)), true);
  });

  it('is the first at first, and what took its place where it is gone', () => {
    expect(view().chosen).toBe(1);
    chooseBookmark(3);
    showRows([1, 2, 4, 5].map((id) => bookmark(id)), false);
    expect(view().chosen).toBe(4);
    chooseBookmark(5);
    showRows([1, 2, 4].map((id) => bookmark(id)), false);
    expect(view().chosen).toBe(4);
    showRows([bookmark(9), bookmark(8)], true);
    expect(view().chosen).toBe(9);
    showRows([], true);
    expect(view().chosen).toBeNull();
  });

  it('grows and shrinks from where it was begun, and leaves what was marked apart', () => {
    toggleMark(5);
    chooseBookmark(2);
    toggleMark(2);
    extendBy(1);
    extendBy(1);
    expect(marked()).toEqual([2, 3, 4, 5]);
    expect(view().chosen).toBe(4);
    extendBy(-1);
    expect(marked()).toEqual([2, 3, 5]);
    extendTo(1);
    expect(marked()).toEqual([1, 2, 5]);
  });

  it('is acted on in the order of the list, and alone where nothing is marked', () => {
    chooseBookmark(4);
    expect(actedOn()).toEqual([4]);
    markAll([5, 1, 3]);
    expect(actedOn()).toEqual([1, 3, 5]);
  });

  it('lets go of marks with the rows, and with another filter', () => {
    markAll([1, 2]);
    showRows([bookmark(2)], false);
    expect(marked()).toEqual([2]);
    narrow({ text: 'mud' });
    expect(marked()).toEqual([]);
    toggleTag(3);
    toggleTag(4);
    toggleTag(3);
    expect(view().choice).toMatchObject({ text: 'mud', tagIds: [4] });
  });
});

describe('Chips', () => {
  it('that fit are as many as leave room for the one that opens the rest, which the last needs not', () => {
    expect(fitChips([50, 50, 50], 168, 60)).toBe(3);
    expect(fitChips([50, 50, 50], 167, 60)).toBe(1);
    expect(fitChips([50, 50, 50, 50], 178, 60)).toBe(2);
    expect(fitChips([], 0, 60)).toBe(0);
  });

  it('are wider with Chinese, and never wider than they are drawn', () => {
    expect(chipWidth('稀土配额', '3')).toBeGreaterThan(chipWidth('quot', '3'));
    expect(chipWidth('a very long tag that nobody would want to read in whole', '3')).toBe(160);
  });
});

describe('What is said of a bookmark', () => {
  const words = wordsNow();
  const row = bookmark(1, { title: 'Mud holds up ore', firstHighlight: { quote: 'We are short of mud.', note: '' }, highlights: 3, notes: 2, tags: [{ id: 1, title: 'prices' }, { id: 2, title: 'Myanmar' }], kept: 'full' });

  it('names title, source, day, highlight, what was added, tags', () => {
    expect(bookmarkName(row, 'published', true, words)).toMatch(/^Chosen\. Mud holds up ore\. Oxide & Alloy, 18 Nov( 2026)?\. Highlighted: We are short of mud\. 3 highlights, 2 notes\. Tags: prices, Myanmar\. Kept on this device\.$/);
    expect(bookmarkName(bookmark(2), 'saved', false, words)).toMatch(/^Article 2\. Oxide & Alloy, 20 Nov( 2026)?\. Summary only\.$/);
    expect(addedWords({ highlights: 0, notes: 1 }, words)).toBe('1 note');
  });

  it('is Markdown that a sign of the text cannot break', () => {
    const highlight = { id: 1, articleId: 1, quote: 'Two *lines*\nof it', prefix: '', suffix: '', start: 0, note: 'a [note]', createdAt: 0, changedAt: 0, place: 'here', paragraph: 1, inOtherText: false } as const;
    const text = bookmarkMarkdown(bookmark(1, { title: 'A [title]_', url: 'https://oxide.example/a>b' }), { note: '', highlights: [highlight], tags: [{ id: 1, title: 'ore prices' }] }, words);
    expect(text.split('\n\n')).toEqual([
      String.raw`**[A \[title\]\_](<https://oxide.example/a%3Eb>)**`,
      expect.stringMatching(/^Oxide & Alloy · .* · #ore-prices$/),
      '> Two \\*lines\\*\n> of it',
      'a \\[note\\]\n',
    ]);
  });
});
