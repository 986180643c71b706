/** Values of a sketch: similarity is told to about a twentieth. */
export const SKETCH_SIZE = 64;
const SHINGLE = 4;
/** Words of a text that are looked at: a copy shows itself in its first pages. */
const MOST_WORDS = 2000;

const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\d]+(?:[.,]\d+)*/gu;

/** Words of a folded text in lower case; each Chinese or Japanese character is one. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORDS)?.slice(0, MOST_WORDS) ?? [];
}

/** FNV-1a, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Odd factors and offsets of the hash functions, the same for ever: sketches are stored. */
const FACTORS = Uint32Array.from({ length: SKETCH_SIZE }, (_, at) => hashText(`factor ${at}`) | 1);
const OFFSETS = Uint32Array.from({ length: SKETCH_SIZE }, (_, at) => hashText(`offset ${at}`));

/**
 * MinHash of the runs of four words: the share of equal places in two sketches estimates the share of runs that their texts have
 * in common (Broder 1997). Each value is the low 16 bits of a minimum. Null of a text of fewer than eight words.
 */
export function sketchOf(words: readonly string[]): Uint16Array | null {
  if (words.length < 2 * SHINGLE) return null;
  const hashes = new Int32Array(words.length);
  for (const [at, word] of words.entries()) hashes[at] = hashText(word);
  const runs = new Int32Array(words.length - SHINGLE + 1);
  for (let at = 0; at < runs.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = at; next < at + SHINGLE; next++) hash = Math.imul(hash ^ (hashes[next] ?? 0), 0x01000193);
    runs[at] = hash;
  }
  const least = new Uint16Array(SKETCH_SIZE);
  // Row by row, so that factor, offset and minimum stay at hand; and with the highest bit turned over, so that signed numbers
  // compare as the hashes do without a sign: a third less time.
  for (let row = 0; row < SKETCH_SIZE; row++) {
    const offset = (OFFSETS[row] ?? 0) | 0;
    const factor = (FACTORS[row] ?? 1) | 0;
    let minimum = 0x7fffffff;
    for (let at = 0; at < runs.length; at++) {
      const mixed = Math.imul((runs[at] ?? 0) ^ offset, factor);
      const value = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ 0x80000000;
      if (value < minimum) minimum = value;
    }
    least[row] = minimum & 0xffff;
  }
  return least;
}

/** 0 to 1. */
export function sketchSimilarity(one: Uint16Array | null, other: Uint16Array | null): number {
  if (!one || !other) return 0;
  let equal = 0;
  for (let row = 0; row < SKETCH_SIZE; row++) if (one[row] === other[row]) equal += 1;
  return equal / SKETCH_SIZE;
}
