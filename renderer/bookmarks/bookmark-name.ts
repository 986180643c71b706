import type { BookmarkOrder, BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { headlineTitle } from '../words/headline-title.ts';
import type { Words } from '../words/use-words.ts';
import { keptWords } from '../list/kept-words.ts';
import { dayOf } from './bookmark-items.ts';

const ENDS_SENTENCE = /[.!?…。！？]\s*$/u;

/** "3 highlights, 2 notes"; '' where there is neither. */
export function addedWords({ highlights, notes }: Pick<BookmarkSummary, 'highlights' | 'notes'>, { t }: Pick<Words, 't'>): string {
  const first = highlights > 0 ? t('bookmarks.highlightCount', { count: highlights }) : '';
  const second = notes > 0 ? t('bookmarks.noteCount', { count: notes }) : '';
  return first && second ? t('bookmarks.pair', { first, second }) : first || second;
}

/** The day that a row shows: when it was saved, or published, as the list is ordered. */
export function rowDay(row: BookmarkSummary, order: BookmarkOrder, { format }: Words): string {
  return order !== 'saved' && row.publishedDay !== null ? format.shortDay(row.publishedDay) : format.shortDate(dayOf(row, order));
}

/** What assistive technology says of a bookmark: title, source and day, the first highlight, how much was added, tags. */
export function bookmarkName(row: BookmarkSummary, order: BookmarkOrder, marked: boolean, words: Words): string {
  const { t } = words;
  const title = headlineTitle(row, words);
  const added = addedWords(row, words);
  const parts = [
    marked ? t('bookmarks.rowMarked') : '',
    ENDS_SENTENCE.test(title) ? title : t('row.sentence', { title }),
    t('bookmarks.rowSource', { source: row.feedTitle, date: rowDay(row, order, words) }),
    row.hit?.snippet ? t('row.sentence', { title: row.hit.snippet.text.replace(ENDS_SENTENCE, '') }) : row.firstHighlight ? t('row.sentence', { title: t('bookmarks.rowQuote', { quote: row.firstHighlight.quote.replace(ENDS_SENTENCE, '') }) }) : '',
    added === '' ? '' : t('bookmarks.rowAdded', { added }),
    row.tags.length > 0 ? t('bookmarks.rowTags', { tags: row.tags.map((tag) => tag.title).join(t('bookmarks.tagJoiner')) }) : '',
    keptWords(row.kept, t),
  ];
  return parts.filter(Boolean).join(t('row.joiner'));
}
