import { WINDOWS_1252 } from './xml-text.ts';

/** What Windows-1252 makes of the bytes 0x80 to 0xbf, which go on with a character of UTF-8. */
const REST = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** A character of UTF-8 whose bytes were taken for Windows-1252. */
const SEQUENCE = new RegExp(`[Â-ß]${REST}|[à-ï]${REST}{2}|[ð-ô]${REST}{3}`, 'g');
const ANY = new RegExp(`[Â-ô]${REST}`);
/** Punctuation as typographers set it and accented letters of the west: what a single one can be taken for. */
const SURE = new RegExp(`â€${REST}|(?<!\\p{Lu})[ÂÃ]${REST}`, 'u');
/** So many are no chance, whatever they become. */
const MANY = 3;

/** HTML's names of the characters from U+00A0, and of those of Windows-1252 that feeds write so. */
const FROM_A0 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml';
const NAMED: ReadonlyMap<string, string> = new Map([
  ...FROM_A0.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ['euro', '€'], ['sbquo', '‚'], ['fnof', 'ƒ'], ['bdquo', '„'], ['hellip', '…'], ['dagger', '†'], ['Dagger', '‡'], ['circ', 'ˆ'], ['permil', '‰'], ['Scaron', 'Š'], ['lsaquo', '‹'], ['OElig', 'Œ'],
  ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['bull', '•'], ['ndash', '–'], ['mdash', '—'], ['tilde', '˜'], ['trade', '™'], ['scaron', 'š'], ['rsaquo', '›'], ['oelig', 'œ'],
]);
/** How such a character begins where it is written by names. */
const BY_NAME = /&(?:[Aa]circ|Atilde);/;

/** A space that does not break is HTML's business, not a sign of either. */
function isBeyondAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[^\0-\x7f\xa0]/.test(text);
}

function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 0x100 ? code : 0x80 + WINDOWS_1252.indexOf(character);
}

function mendedCharacters(text: string): string {
  if (!ANY.test(text) || isBeyondAscii(text.replace(SEQUENCE, ''))) return text;
  if (!SURE.test(text) && (text.match(SEQUENCE)?.length ?? 0) < MANY) return text;
  const mended = text.replace(SEQUENCE, (sequence) => Buffer.from(Array.from(sequence, byteOf)).toString('utf8'));
  return mended.includes('\ufffd') ? text : mended;
}

/**
 * Undoes what happens where UTF-8 is taken for Latin-1 and encoded once more: `China’s` where `Chinaâ€™s` was written. Only
 * where all of a text beyond ASCII is of that kind, so that words that end with `É…` stay.
 */
export function withoutMojibake(text: string): string {
  if (!text.includes('&') || !BY_NAME.test(text)) return mendedCharacters(text);
  const spelt = text.replaceAll(/&([A-Za-z]{3,6}[1-4]{0,2});/g, (written, name: string) => NAMED.get(name) ?? written);
  const mended = mendedCharacters(spelt);
  return mended === spelt ? text : mended;
}
