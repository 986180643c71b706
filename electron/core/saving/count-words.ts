const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu;

/** Words of a text; in Chinese, Japanese and Korean each character counts. */
export function countWords(text: string): number {
  const characters = text.match(CHARACTER)?.length ?? 0;
  return characters + (text.replace(CHARACTER, ' ').match(WORD)?.length ?? 0);
}
