import type { TOptions } from 'i18next';
import type { Locale } from './resolve-language.ts';
import { wholeNumber } from './whole-number.ts';

/** A piece of a sentence: words, or the name of what is put there. */
type Piece = string | { readonly name: string; readonly number: boolean };

/** What options mean to the library apart from values of the sentence; with any of them it is asked itself. */
const ITS_OWN: ReadonlySet<string> = new Set(['lng', 'lngs', 'fallbackLng', 'ns', 'context', 'defaultValue', 'ordinal', 'returnObjects', 'returnDetails', 'joinArrays', 'postProcess', 'interpolation', 'skipInterpolation', 'replace', 'keySeparator', 'nsSeparator', 'formatParams']);

const PLACE = /\{\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}\}/g;

/** Null where the sentence needs more than values and whole numbers. */
function piecesOf(sentence: string): readonly Piece[] | null {
  if (sentence.includes('$t(')) return null;
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: format, index } of sentence.matchAll(PLACE)) {
    if (format !== undefined && format !== 'number') return null;
    pieces.push(sentence.slice(end, index), { name, number: format === 'number' });
    end = index + whole.length;
  }
  const rest = sentence.slice(end);
  return rest.includes('{{') ? null : [...pieces, rest];
}

function lookUp(words: object, key: string): string | undefined {
  let at: unknown = words;
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return typeof at === 'string' ? at : undefined;
}

/** Says the sentence of a key with its values; undefined where it is for the library to say. */
export type Say = (key: unknown, options?: unknown) => string | undefined;

/**
 * What i18next says of a language's words, for the sentences that they are made of: values, whole numbers and plurals. It is asked
 * a thousand times for the first screen, and reads key, options and sentence anew each time: a fifth of all drawing.
 */
export function createSay(locale: Locale, words: object): Say {
  let numbers: Intl.NumberFormat | null = null;
  const known = new Map<string, readonly Piece[] | null>();

  function pieces(key: string): readonly Piece[] | null {
    const had = known.get(key);
    if (had !== undefined) return had;
    const sentence = lookUp(words, key);
    const read = sentence === undefined ? null : piecesOf(sentence);
    known.set(key, read);
    return read;
  }

  return (key, options) => {
    if (typeof key !== 'string') return undefined;
    if (options === undefined) {
      const plain = pieces(key);
      return plain?.length === 1 && typeof plain[0] === 'string' ? plain[0] : undefined;
    }
    if (typeof options !== 'object' || options === null) return undefined;
    const values = options as TOptions;
    for (const name of Object.keys(values)) if (ITS_OWN.has(name)) return undefined;
    const { count } = values;
    if (count !== undefined && typeof count !== 'number') return undefined;
    const sentence = (count === undefined ? null : pieces(`${key}_${locale === 'en' && Math.abs(count) === 1 ? 'one' : 'other'}`)) ?? pieces(key);
    if (!sentence) return undefined;
    let said = '';
    for (const piece of sentence) {
      if (typeof piece === 'string') {
        said += piece;
        continue;
      }
      const value: unknown = values[piece.name];
      if (piece.number ? typeof value !== 'number' : typeof value !== 'string' && typeof value !== 'number') return undefined;
      said += piece.number ? (wholeNumber(value as number) ?? (numbers ??= new Intl.NumberFormat(locale)).format(value as number)) : String(value);
    }
    return said;
  };
}
