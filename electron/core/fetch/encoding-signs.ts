import { canonicalLabel } from './encoding-labels.ts';
import { ebcdicOf } from './rare-encodings.ts';

/** How much of a document's head is searched for what it says of its own encoding. */
const HEAD = 2048;
/** The encoding that a byte order mark, or a declaration in EBCDIC, names; null where the bytes begin with neither. */
export function markOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return ebcdicOf(bytes);
}

/** XML 1.0 appendix F: a document begins with ASCII, so its zero bytes tell the width and order. */
export function widthOf(bytes: Uint8Array): string | null {
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

/** What header and document say of the encoding, as far as it can be true. */
export function claimsOf(bytes: Uint8Array, contentType: string | null): string[] {
  const labels = [declaredBy(contentType), declaredIn(bytes)].flatMap((label) => (label === null ? [] : [canonicalLabel(label)]));
  return labels.filter((label) => !/^(utf-?(16|32)|ucs|unicode)/.test(label));
}

/** ISO-2022-JP's way into JIS X 0208: an escape, which no other text has. */
const INTO_JIS = [Buffer.from('\x1b$B'), Buffer.from('\x1b$@')];

/** Seven-bit encodings with escapes are valid UTF-8 too; only the label, or the escapes themselves, tell. */
export function escapedIn(bytes: Uint8Array, claims: readonly string[]): string | undefined {
  const claimed = claims.find((label) => /^(iso-2022-(jp|kr|cn)|hz|utf-7)$/.test(label));
  if (claimed !== undefined) return claimed;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return INTO_JIS.some((escape) => buffer.includes(escape)) ? 'iso-2022-jp' : undefined;
}
