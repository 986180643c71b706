import { singleSpaced } from './single-spaced.ts';

/** A 53-bit hash of a text, the same on every machine. */
function hashOf(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return inLetters(4294967296 * (2097151 & other) + (one >>> 0));
}

/** A whole number below 2^53 to the base of 36; by halves, for which that is much quicker than at once. */
function inLetters(whole: number): string {
  const high = Math.floor(whole / PART);
  const low = (whole - high * PART).toString(36);
  return high === 0 ? low : high.toString(36) + low.padStart(5, '0');
}

const PART = 36 ** 5;

/** Gives figures of one article their ids: of the sentence and the printed words, and which of several that are alike. */
export class FigureIds {
  readonly #given = new Map<string, number>();
  #sentence = '';
  #hash = '';

  idOf(sentence: string, printed: string): string {
    if (sentence !== this.#sentence) [this.#sentence, this.#hash] = [sentence, hashOf(singleSpaced(sentence))];
    const id = `${this.#hash}-${hashOf(singleSpaced(printed))}`;
    const nth = (this.#given.get(id) ?? 0) + 1;
    this.#given.set(id, nth);
    return nth === 1 ? id : `${id}-${nth}`;
  }
}
