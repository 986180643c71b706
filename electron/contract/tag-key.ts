/** A title as a tag bears it: blanks of every kind are one space, and none stand around it. */
export function tagTitle(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** By which a tag is known: two titles with one key are one tag. Neither case nor width tells tags apart. The library keeps it beside each tag. */
export function tagKey(title: string): string {
  return tagTitle(title).normalize('NFKC').toLowerCase();
}
