const PLURAL = /^[a-z]{4,}$/;

/** An English word, folded, in its other number, as far as the common rules go; null where they say nothing. */
export function otherNumber(word: string): string | null {
  if (!PLURAL.test(word)) return null;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return null;
  if (word.endsWith('s')) return word.slice(0, -1);
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
