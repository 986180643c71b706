import { quoteOf, selectedRange } from '../evidence/selection.ts';

/** Longer passages are not what one looks for again. */
const LONGEST = 60;

/** The words that are selected in the open article, where they are few; else empty. */
export function selectedWords(): string {
  const range = selectedRange();
  const words = (range && quoteOf(range)?.quote) ?? '';
  return words.length > LONGEST ? '' : words;
}
