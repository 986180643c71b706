const ODD_SPACE = /[^\S ]/;

/** Every run of spaces of any kind as one space. Most texts have single spaces only, which two quick looks tell. */
export function foldSpaces(text: string): string {
  if (!text.includes('  ') && !ODD_SPACE.test(text)) return text.trim();
  // Single spaces, most of all there are, are no match: this takes a fraction of what replacing every space takes.
  return text.replace(/\s\s+|[^\S ]/g, ' ').trim();
}
