import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { findQuote } from '../../electron/contract/text-quote.ts';
import { mapText, partsOf } from '../evidence/text-map.ts';
import type { TextMap } from '../evidence/text-map.ts';

/** Where a figure stands in the page. */
export interface FigureOnPage {
  readonly id: string;
  /** Null where its words are gone. */
  readonly words: Range | null;
  /** Looked for when it is asked for: one sentence is shown at a time. */
  readonly sentence: () => Range | null;
  /** The words here are not those that were read. */
  readonly moved: boolean;
}

function rangeAt(map: TextMap, start: number, end: number): Range | null {
  const parts = partsOf(map, start, end);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.to);
  return range;
}

/** Finds the figures of an article below its title and its text. What is not there any more is not in the answer. */
export function placeFigures(figures: readonly PlacedFigure[], title: Element | null, text: Element | null): FigureOnPage[] {
  const maps = { title: title ? mapText(title) : null, text: text ? mapText(text) : null };
  return figures.flatMap(({ id, place, quote, sentenceQuote }) => {
    const map = maps[place.field];
    if (!map) return [];
    let found: Range | null | undefined;
    const sentence = (): Range | null => {
      if (found !== undefined) return found;
      const at = findQuote(map.bare, sentenceQuote);
      found = at && rangeAt(map, at.start, at.end);
      return found;
    };
    const words = findQuote(map.bare, quote);
    if (!words && !sentence()) return [];
    return [{ id, words: words && rangeAt(map, words.start, words.end), sentence, moved: words?.place !== 'here' }];
  });
}
