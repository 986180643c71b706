import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeAs, LATIN } from './decode-as.ts';
import { guessEncoding } from './guess-encoding.ts';
import { ebcdicOf } from './rare-encodings.ts';

/** How much of a document's head is searched for what it says of its own encoding. */
const HEAD = 2048;
/** Damaged characters for each whole one beyond ASCII in a text that is still taken for UTF-8: by chance such bytes hold far fewer whole ones. */
const DAMAGE = 1 / 3;

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return ebcdicOf(bytes);
}

/** XML 1.0 appendix F: a document begins with ASCII, so its zero bytes tell the width and order. */
function widthOf(bytes: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  const head = bytes.subarray(0, HEAD);
  for (let at = 0; at < head.length; at++) {
    if (head[at] === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const [even, odd] = [first + third, second + fourth];
  // Single zero bytes are dirt, not UTF-16.
  const enough = Math.min(2, head.length / 8);
  if (even <= enough && odd <= enough) return null;
  const quarter = head.length / 4;
  if (third > quarter * 0.9 && fourth > quarter * 0.9 && first < quarter / 2) return 'utf-32le';
  if (first > quarter * 0.9 && second > quarter * 0.9 && fourth < quarter / 2) return 'utf-32be';
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
  const whole = beyondAscii - damaged;
  return whole > 0 && damaged <= Math.max(1, whole * DAMAGE) ? text : null;
}

/** What header and document say of the encoding, as far as it can be true. */
function claimsOf(bytes: Uint8Array, contentType: string | null): string[] {
  return [declaredBy(contentType), declaredIn(bytes)].filter((label) => label !== null && !/^(utf-?(16|32)|ucs|unicode)/.test(label)) as string[];
}

/** ISO-2022-JP's way into JIS X 0208: an escape, which no other text has. */
const INTO_JIS = [Buffer.from('\x1b$B'), Buffer.from('\x1b$@')];

/** Seven-bit encodings with escapes are valid UTF-8 too; only the label, or the escapes themselves, tell. */
function escapedIn(bytes: Uint8Array, claims: readonly string[]): string | undefined {
  const claimed = claims.find((label) => /^(iso-2022-(jp|kr|cn)|hz(-gb-2312)?|utf-7)$/.test(label));
  if (claimed !== undefined) return claimed;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return INTO_JIS.some((escape) => buffer.includes(escape)) ? 'iso-2022-jp' : undefined;
}

/** Behind all byte order marks of UTF-8 but the last: some publishers put one document's mark before another's. */
function markedOnce(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (markOf(bytes.subarray(at + 3)) === 'utf-8') at += 3;
  return at === 0 ? bytes : bytes.subarray(at);
}

/** A document's bytes as valid UTF-8, perhaps with a byte order mark: most come so and stay as they are. See decodeText. */
export function utf8Of(bytes: Uint8Array, contentType: string | null): Uint8Array {
  if (isUtf8(bytes)) {
    const certain = markOf(bytes) ?? widthOf(bytes);
    if (certain === 'utf-8') return markedOnce(bytes);
    if (certain === null && escapedIn(bytes, claimsOf(bytes, contentType)) === undefined) return bytes;
  }
  return Buffer.from(decodeText(bytes, contentType));
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
