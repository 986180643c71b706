import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeAs, LATIN } from './decode-as.ts';
import { claimsOf, escapedIn, markOf, widthOf } from './encoding-signs.ts';
import { guessEncoding } from './guess-encoding.ts';
import { plainUtf8 } from './plain-utf8.ts';

/** Damaged characters for each whole one beyond ASCII in a text that is still taken for UTF-8: by chance such bytes hold far fewer whole ones. */
const DAMAGE = 1 / 3;

/** A text of UTF-8 in which a few bytes are damaged, or null where the damage is the rule. */
function mendedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    beyondAscii++;
    if (unit === 0xfffd) damaged++;
  }
  const whole = beyondAscii - damaged;
  return whole > 0 && damaged <= Math.max(1, whole * DAMAGE) ? text : null;
}

/** A document's bytes as valid UTF-8, perhaps with a byte order mark. See decodeText. */
export function utf8Of(bytes: Uint8Array, contentType: string | null): Uint8Array {
  return plainUtf8(bytes, contentType) ?? Buffer.from(decodeText(bytes, contentType));
}

/**
 * The text of a document's bytes: by its byte order mark, else valid UTF-8, else what the header and then the document
 * claim, where that gives a text that somebody may have written, else by the look of the text in every encoding that feeds
 * come in. Labels lie often; bytes that are valid UTF-8 by chance do not occur.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const certain = markOf(bytes) ?? widthOf(bytes);
  if (certain) return (decodeAs(bytes, certain, false) ?? '').replace(/^\uFEFF+/, '');
  const claims = claimsOf(bytes, contentType);
  const escaped = isUtf8(bytes) ? escapedIn(bytes, claims) : undefined;
  if (escaped === undefined && isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const byEscapes = escaped === undefined ? null : decodeAs(bytes, escaped, true);
  const mended = byEscapes ?? mendedUtf8(bytes);
  if (mended !== null) return mended;
  // Any bytes can be Latin-1, which servers claim by default: it is believed last.
  const byTrust = claims.filter((label) => !/^utf-?8$/.test(label)).toSorted((a, b) => Number(LATIN.test(a)) - Number(LATIN.test(b)));
  return decodeAs(bytes, guessEncoding(bytes, byTrust), false) ?? '';
}
