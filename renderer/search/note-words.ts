import type { QueryNote, QueryNoteCode } from '../../electron/contract/search/query-node.ts';
import type { Words } from '../words/use-words.ts';

const KEYS = {
  'quote-unclosed': 'quoteUnclosed',
  'bracket-unclosed': 'bracketUnclosed',
  'bracket-unopened': 'bracketUnopened',
  'operator-alone': 'operatorAlone',
  'value-missing': 'valueMissing',
  'is-unknown': 'isUnknown',
  'date-unknown': 'dateUnknown',
  'feed-unknown': 'feedUnknown',
  'folder-unknown': 'folderUnknown',
  'name-unknown': 'nameUnknown',
  'nothing-in-it': 'nothingInIt',
  'too-long': 'tooLong',
} as const satisfies Record<QueryNoteCode, string>;

/** What a search was made without, in words. What it is about stands before them as it was typed. */
export function noteWords({ what }: Pick<QueryNote, 'what'>, { t }: Pick<Words, 't'>): string {
  return t(`search.notes.${KEYS[what]}`);
}

/** The longest part of a query that a note quotes. */
const MOST = 40;

/** What a note is about, as it was typed, cut where it is long. */
export function quotedPart({ text }: Pick<QueryNote, 'text'>): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
