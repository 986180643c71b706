const OTHER_LETTERS = /[^\p{Script=Latin}\p{Script=Han}\P{L}]/gu;
const MAY_BE = /[\u0370-\u1dff\u3040-\u30ff\u3130-\u318f\uac00-\ud7af]/;
const FEWEST = 8;
const MOST_WORDS = 6;

/** Whether some words are mostly of a script that the lens has no grammar of: Arabic, Cyrillic. */
export function isForeign(words: string): boolean {
  // Most sentences have none of these, and are asked for each of their figures.
  if (!MAY_BE.test(words)) return false;
  const others = words.match(OTHER_LETTERS)?.length ?? 0;
  return others > FEWEST && others * 2 > (words.match(/\p{L}/gu)?.length ?? 0);
}

/** The words that lead to a figure of such a sentence, as they stand; empty where it opens its statement. */
export const foreignSubject = (lead: string): string => (lead.split(/[,،;؛:]/).at(-1) ?? '').trim().split(/\s+/).slice(-MOST_WORDS).join(' ');

/** How many of the unified ideographs, of the first extension or the block, are in some words. */
export function hanIn(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) count += 1;
  }
  return count;
}
