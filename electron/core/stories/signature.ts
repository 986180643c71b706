import { conceptsOf } from './concepts.ts';
import { countriesIn } from './countries.ts';
import { datesAndNoticesIn } from './dates-and-notices.ts';
import { decimalKey, decimalOf, significance } from '../lens/number/decimal.ts';
import { foldText } from '../lens/fold-text.ts';
import { namesOf } from './names.ts';
import { numbersIn } from './numbers.ts';
import { soundsOf } from './sounds.ts';
import { hashText, sketchOf, wordsOf } from './sketch.ts';
import { termsOf } from './terms.ts';
import { topicsOf } from './topics.ts';
import type { Topic } from './topics.ts';
import type { NumberUnit } from './unit-words.ts';

/** What a text is known by when stories are sought. */
export interface StoryText {
  readonly title: string;
  /** Plain, of all of the article that is had. */
  readonly text: string;
  /** As the gazetteer names what is in it: `element:Dy`, `company:lynas`; left out where none was asked. */
  readonly entities?: readonly string[];
}

/** A number without its place. */
export interface SignedNumber {
  /** See decimalKey. */
  readonly key: string;
  readonly unit: NumberUnit | null;
  /** Significant digits. */
  readonly digits: number;
}

/** What remains of an article when two are compared: some 500 bytes, whatever its length. */
export interface StorySignature {
  readonly sketch: Uint16Array | null;
  /** Hashes of the words of the title. */
  readonly title: readonly number[];
  /** See termsOf. */
  readonly terms: readonly number[];
  readonly numbers: readonly SignedNumber[];
  readonly entities: readonly string[];
  readonly names: readonly string[];
  /** See soundsOf. */
  readonly sounds: readonly string[];
  readonly notices: readonly string[];
  readonly days: readonly string[];
  /** What the text is as of: days in the title or the first sentence, or the only one that it names. */
  readonly asOf: readonly string[];
  readonly quarters: readonly string[];
  readonly topics: readonly Topic[];
  /** See conceptsOf. */
  readonly concepts: readonly number[];
}

/** The key of a number when it is rounded to so many digits; null for fewer than three, or where it has no more. */
export function roundedTo({ key, digits }: SignedNumber, to: number): string | null {
  if (to < 3 || digits <= to) return null;
  const [written = '0', exponent = '0'] = key.split('e');
  const part = 10n ** BigInt(digits - to);
  return decimalKey(decimalOf(`${(BigInt(written) + part / 2n) / part}`, Number(exponent) + digits - to));
}

const MOST_NUMBERS = 48;
const MOST_ENTITIES = 32;
const MOST_COUNTRIES = 6;
const MOST_DAYS = 12;
/** Characters that are looked at. */
const MOST_TEXT = 12_000;
/** Characters in which the day stands that a text is as of, behind the title. */
const LEAD = 120;

/** The signature of an article. Pure, and total: no text makes it throw. */
export function signatureOf({ title, text, entities = [] }: StoryText): StorySignature {
  const foldedTitle = foldText(title.slice(0, 500));
  const body = foldText(text.slice(0, MOST_TEXT));
  const all = `${foldedTitle}\n${body}`;
  const { days, notices, quarters, covers } = datesAndNoticesIn(all);
  const words = wordsOf(all);
  const numbers = signed(numbersIn(all, covers));
  const topics = topicsOf(all.slice(0, 3000));
  const names = namesOf(foldedTitle, body);
  const titleWords = wordsOf(foldedTitle);
  return {
    sketch: sketchOf(words),
    title: [...new Set(titleWords.map(hashText))],
    terms: termsOf(foldedTitle, body),
    numbers,
    entities: [...new Set(entities)].slice(0, MOST_ENTITIES).concat(countriesIn(all).slice(0, MOST_COUNTRIES)),
    names,
    sounds: soundsOf(all.slice(0, 3000), names),
    notices,
    days: days.slice(0, MOST_DAYS),
    asOf: days.length === 1 ? days : datesAndNoticesIn(all.slice(0, foldedTitle.length + 1 + LEAD)).days.slice(0, 3),
    quarters,
    topics: isPriceList(numbers) && !topics.includes('prices') ? ['prices', ...topics] : topics,
    concepts: conceptsOf(foldedTitle, body),
  };
}

/** Hardly anything but amounts of money: a list of prices, whatever its words. */
function isPriceList(numbers: readonly SignedNumber[]): boolean {
  const amounts = numbers.filter(({ unit }) => unit !== null && unit !== '%' && unit !== 'pp' && unit !== 't' && unit !== 'kg').length;
  return amounts >= 6 && amounts > numbers.length * 0.8;
}

function signed(found: ReturnType<typeof numbersIn>): SignedNumber[] {
  const numbers = new Map<string, SignedNumber>();
  for (const { key, unit, value } of found) {
    // What a few texts in ten hold says nothing: small counts.
    if (value.digits === 0n || (unit === null && value.exponent >= 0 && significance(value) === 1 && value.exponent < 2)) continue;
    numbers.set(`${key}|${unit ?? ''}`, { key, unit, digits: significance(value) });
  }
  return [...numbers.values()].slice(0, MOST_NUMBERS);
}
