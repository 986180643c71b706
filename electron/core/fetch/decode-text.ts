import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

/** How much of a document's head is searched for what it says of its own encoding. */
const HEAD = 2048;
/** Share of characters that may be damaged in a text that is still taken for UTF-8 with a few bad bytes. */
const DAMAGE = 0.02;

/** Labels of Latin-1 and its kin; Node's own windows-1252 is wrong in some versions (nodejs/node#56542). */
const LATIN = /^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii|ansi_x3\.4-1968)$/;

function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  if (!LATIN.test(label)) {
    let decoder: TextDecoder | null = null;
    try {
      decoder = new TextDecoder(label, { fatal });
    } catch {
      // A label that this build of ICU does not know; iconv-lite may.
    }
    if (decoder) {
      try {
        return decoder.decode(bytes);
      } catch {
        // With `fatal`, bytes that the encoding cannot have: an answer, not a fault.
        return null;
      }
    }
    if (!iconv.encodingExists(label)) return null;
  }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), LATIN.test(label) ? 'windows-1252' : label);
  return fatal && text.includes('\uFFFD') ? null : text;
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** XML 1.0 appendix F: a document begins with ASCII, so its zero bytes tell the width and order. */
function widthOf(bytes: Uint8Array): string | null {
  let even = 0;
  let odd = 0;
  const head = bytes.subarray(0, HEAD);
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  // Single zero bytes are dirt, not UTF-16.
  const enough = Math.min(2, head.length / 8);
  if (even <= enough && odd <= enough) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString('latin1');
  const xml = /<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})["']/i.exec(head);
  return (xml ?? /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(head))?.[1]?.toLowerCase() ?? null;
}

function declaredBy(contentType: string | null): string | null {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

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
  return damaged <= Math.max(1, beyondAscii * DAMAGE) && beyondAscii > damaged ? text : null;
}

/** What header and document say of the encoding, as far as it can be true. */
function claimsOf(bytes: Uint8Array, contentType: string | null): string[] {
  return [declaredBy(contentType), declaredIn(bytes)].filter((label) => label !== null && !/^(utf-?(16|32)|ucs|unicode)/.test(label)) as string[];
}

/** Seven-bit encodings with escapes are valid UTF-8 too; only the label tells. */
function escapedClaim(claims: readonly string[]): string | undefined {
  return claims.find((label) => /^(iso-2022-(jp|kr|cn)|hz-gb-2312|utf-7)$/.test(label));
}

/** A document's bytes as valid UTF-8, perhaps with a byte order mark: most come so and stay as they are. See decodeText. */
export function utf8Of(bytes: Uint8Array, contentType: string | null): Uint8Array {
  if (isUtf8(bytes)) {
    const certain = markOf(bytes) ?? widthOf(bytes);
    if (certain === 'utf-8' || (certain === null && escapedClaim(claimsOf(bytes, contentType)) === undefined)) return bytes;
  }
  return Buffer.from(decodeText(bytes, contentType));
}

/**
 * The text of a document's bytes: by its byte order mark, else valid UTF-8, else what the header and then the document
 * claim, as far as the bytes can be that. Labels lie often; bytes that are valid UTF-8 by chance do not occur.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const certain = markOf(bytes) ?? widthOf(bytes);
  if (certain) return (decodeAs(bytes, certain, false) ?? '').replace(/^\uFEFF/, '');
  const claims = claimsOf(bytes, contentType);
  const escaped = escapedClaim(claims);
  if (!escaped && isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  // Any bytes can be Latin-1, which servers claim by default: it is believed last.
  const byTrust = claims.toSorted((a, b) => Number(LATIN.test(a)) - Number(LATIN.test(b)));
  for (const label of escaped ? [escaped] : byTrust) {
    const text = decodeAs(bytes, label, true);
    if (text !== null) return text;
  }
  const mended = mendedUtf8(bytes);
  if (mended !== null) return mended;
  // Statistics over the bytes would go here, before what is left: the first claim with its damage.
  const claimed = claims.find((label) => !/^utf-?8$/.test(label));
  return (claimed ? decodeAs(bytes, claimed, false) : null) ?? decodeAs(bytes, 'windows-1252', false) ?? '';
}
