/** Anything but letters and digits, and the point or comma within a number, which is one word: 636.7, 553,000. */
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}.,]|(?<!\p{N})[.,]|[.,](?!\p{N}))+/gu;

/** The search for titles that hold each word of what was typed, the last perhaps a beginning; empty where there is none. */
export function titleQuery(typed: string): string {
  const words = typed.replaceAll(BETWEEN, ' ').trim();
  return words === '' ? '' : words.split(' ').map((word) => `title:${word}*`).join(' ');
}
