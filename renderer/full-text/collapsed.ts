/** Words of a heading, with single blanks between them. */
export function collapsed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
