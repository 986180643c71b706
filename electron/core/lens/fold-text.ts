/** Width, dashes and spaces of which a character has another form, by that character. */
const FORMS = /[\uff01-\uff5e‐‑‒–—―−〜﹣\u3000\u00a0\u2009\u202f￥‘’]/g;

/**
 * A text as numbers and words are looked for in it: full-width forms folded, every dash as `-`, every space as a space, every
 * apostrophe as `'`. Character for character, so that a place in it is the same place in the text.
 */
export function foldText(text: string): string {
  return text.replace(FORMS, (character) => {
    const code = character.charCodeAt(0);
    if (code === 0xff5e) return '-';
    if (code >= 0xff01 && code < 0xff5e) return String.fromCharCode(code - 0xfee0);
    if (character === '￥') return '¥';
    if (character === '‘' || character === '’') return "'";
    return code === 0x3000 || code === 0xa0 || code === 0x2009 || code === 0x202f ? ' ' : '-';
  });
}

/** A folded text of Cyrillic letters with points for its decimal commas: 1,68 млн. Other texts stay as they are. */
export function withDecimalPoints(folded: string): string {
  const cyrillic = folded.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  return cyrillic > 8 && cyrillic * 2 > folded.length / 2 ? folded.replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, '.') : folded;
}
