import { foldText } from '../../contract/search/fold.ts';
import { createMatcher, type Light } from '../../contract/search/match-text.ts';
import { runsOf } from '../../contract/search/tokens.ts';
import type { Snippet } from '../../contract/search.ts';
import { snippetOf } from './snippet.ts';

/**
 * UTF-16 units that are looked at together, and what of those around them a passage may have. Characters of scripts without spaces
 * take twice the width of letters.
 */
const OF_LETTERS = { piece: 400, before: 80, after: 260 };
const OF_CHARACTERS = { piece: 200, before: 40, after: 130 };
/** Looks around what joins, which is seldom, rather than behind each letter. */
const HAS_JOINED = /(?<=\p{L})[-.]\p{L}/u;

/** The first passage of a text that a query lights, or null. */
export type PassageFinder = (text: string, field: Snippet['field']) => Snippet | null;

/**
 * Looks for passages by pieces: telling where everything stands in a whole text takes ten times as long as telling that a piece
 * cannot hold it.
 */
export function createPassageFinder(lights: readonly Light[]): PassageFinder {
  const match = createMatcher(lights);
  const symbols = lights.flatMap((light) => (light.kind === 'symbol' ? [light.symbol] : []));
  const words = [...new Set(lights.flatMap((light) => (light.kind === 'words' ? [longestOf(light.text)] : [])))];

  const mayHold = (piece: string): boolean => {
    if (symbols.some((symbol) => piece.includes(symbol))) return true;
    const folded = foldText(piece);
    if (words.some((word) => folded.includes(word))) return true;
    // "rare-earth" holds rareearth.
    return HAS_JOINED.test(folded) && words.some((word) => folded.replace(/[-.]/g, '').includes(word));
  };

  return (text, field) => {
    const { piece, before, after } = isOfCharacters(text.slice(0, 300)) ? OF_CHARACTERS : OF_LETTERS;
    for (let at = 0; at < text.length; at += piece) {
      if (!mayHold(text.slice(at, at + piece + before))) continue;
      const from = startOf(text, at - before);
      const region = text.slice(from, endOf(text, at + piece + after));
      const snippet = snippetOf(region, match(region), { field, before: from > 0, after: from + region.length < text.length });
      if (snippet) return snippet;
    }
    return null;
  };
}

/** A third of it are kana or Han. */
function isOfCharacters(head: string): boolean {
  let count = 0;
  for (let at = 0; at < head.length; at++) {
    const unit = head.charCodeAt(at);
    if ((unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff)) count++;
  }
  return count > head.length / 3;
}

function longestOf(folded: string): string {
  return runsOf(folded).reduce((longest, { text }) => (text.length > longest.length ? text : longest), '');
}

/** Never in the midst of a word, which would be taken for a shorter one. */
function startOf(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 60).search(/\s/);
  return space === -1 ? at : at + space + 1;
}

function endOf(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - 60, at).search(/\s\S*$/);
  return space === -1 ? at : at - 60 + space;
}
