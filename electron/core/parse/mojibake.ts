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

function isBeyondAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[^\0-\x7f]/.test(text);
}

function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 0x100 ? code : 0x80 + WINDOWS_1252.indexOf(character);
}

/**
 * Undoes what happens where UTF-8 is taken for Latin-1 and encoded once more: `China’s` where `Chinaâ€™s` was written. Only
 * where all of a text beyond ASCII is of that kind, so that words that end with `É…` stay.
 */
export function withoutMojibake(text: string): string {
  if (!ANY.test(text) || isBeyondAscii(text.replace(SEQUENCE, ''))) return text;
  if (!SURE.test(text) && (text.match(SEQUENCE)?.length ?? 0) < MANY) return text;
  const mended = text.replace(SEQUENCE, (sequence) => Buffer.from(Array.from(sequence, byteOf)).toString('utf8'));
  return mended.includes('\ufffd') ? text : mended;
}
