const TWO = / {2}/;
/** Those of Latin-1 that are no plain space: to look for each takes a fraction of what a class of them takes. */
const ODD = ['\n', '\t', '\r', '\u00a0', '\v', '\f'];
/** All others; of a text in Latin-1, most there are, not looked for at all. */
const ODD_BEYOND = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

function hasOdd(text: string): boolean {
  for (const space of ODD) if (text.indexOf(space) !== -1) return true;
  return ODD_BEYOND.test(text);
}

/** Every run of spaces of any kind as one space. Most texts have single spaces only, which a few quick looks tell. */
export function foldSpaces(text: string): string {
  if (!TWO.test(text) && !hasOdd(text)) return text.trim();
  // Single spaces, most of all there are, are no match: this takes a fraction of what replacing every space takes.
  return text.replace(/\s\s+|[^\S ]/g, ' ').trim();
}
