import type { TextQuote } from '../../electron/contract/bookmark.ts';
import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { findQuote } from '../../electron/contract/text-quote.ts';
import { mapText, partsOf } from '../evidence/text-map.ts';
import type { TextMap } from '../evidence/text-map.ts';

/** Where a figure stands in the page. */
export interface FigureOnPage {
  readonly id: string;
  /** Null where its words are gone. */
  readonly words: Range | null;
  readonly sentence: Range | null;
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

function find(map: TextMap, quote: TextQuote) {
  return findQuote(map.bare, quote);
}

/** Finds the figures of an article below its title and its text. What is not there any more is not in the answer. */
export function placeFigures(figures: readonly PlacedFigure[], title: Element | null, text: Element | null): FigureOnPage[] {
  const maps = { title: title ? mapText(title) : null, text: text ? mapText(text) : null };
  const sentences = new Map<string, ReturnType<typeof findQuote>>();
  return figures.flatMap((figure) => {
    const map = maps[figure.place.field];
    if (!map) return [];
    const key = `${figure.place.field} ${figure.sentence.start}`;
    const sentence = sentences.get(key) ?? find(map, figure.sentenceQuote);
    sentences.set(key, sentence);
    const words = find(map, figure.quote);
    if (!words && !sentence) return [];
    return [
      {
        id: figure.id,
        words: words ? rangeAt(map, words.start, words.end) : null,
        sentence: sentence ? rangeAt(map, sentence.start, sentence.end) : null,
        moved: words?.place !== 'here',
      },
    ];
  });
}
