import { elementNames } from '../entities/element-names.ts';
import type { ListedArticle } from '../state/ask-listing.ts';
import { storyCount } from '../state/story-count.ts';
import { headlineTitle } from '../words/headline-title.ts';
import type { Words } from '../words/use-words.ts';
import { keptWords } from './kept-words.ts';
import { rowTime } from './row-time.ts';

const ENDS_SENTENCE = /[.!?…。！？]\s*$/u;

/**
 * What assistive technology says of a headline: "Unread. Dysprosium oxide climbs. Oxide & Alloy, 08:42. Dysprosium. 6 sources. Bookmarked."
 */
export function rowName(row: ListedArticle, words: Words, { open = false }: { readonly open?: boolean } = {}): string {
  const { t } = words;
  const title = headlineTitle(row, words);
  const parts = [
    row.read ? '' : t('row.unread'),
    ENDS_SENTENCE.test(title) ? title : t('row.sentence', { title }),
    t('row.sourceAndTime', { source: row.feedTitle, time: rowTime(row, Date.now(), words) }),
    row.elements.length === 0 ? '' : t('row.sentence', { title: elementNames(row.elements, words) }),
    row.snippet ? t(`search.foundIn.${row.snippet.field}`, { passage: row.snippet.text }) : '',
    row.story ? t('stories.said', { what: open ? t('stories.opened', { what: storyCount(row.story, t) }) : storyCount(row.story, t) }) : '',
    row.raised ? t('row.raised') : '',
    row.bookmarked ? t('row.bookmarked') : '',
    row.highlighted ? t('row.highlighted') : '',
    keptWords(row.kept, t),
    row.revisedAt === null ? '' : t('row.revised'),
  ];
  return parts.filter(Boolean).join(t('row.joiner'));
}
