import { TextDecoder } from 'node:util';
import { fromTable } from './byte-table.ts';
import { fromEbcdic, isEbcdic } from './ebcdic.ts';
import { canonicalLabel } from './encoding-labels.ts';

/** What an XML declaration in EBCDIC calls its page, or null where the bytes begin with none (XML 1.0 appendix F). */
export function ebcdicOf(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x4c || bytes[1] !== 0x6f || bytes[2] !== 0xa7 || bytes[3] !== 0x94) return null;
  // Quotation marks are elsewhere in some pages.
  const label = canonicalLabel(/encoding\s{0,9}=\s{0,9}[^\w\s]([\w.:-]{2,40})[^\w.:-]/i.exec(fromEbcdic(bytes.subarray(0, 200), 'cp037'))?.[1] ?? '');
  return isEbcdic(label) ? label : 'cp037';
}

/** Bytes of two to a character, without their high bits, as `label` has them with these. */
function highPairs(label: string): (pairs: string) => string {
  const decoder = new TextDecoder(label);
  return (pairs) => decoder.decode(Buffer.from(pairs, 'latin1').map((byte) => byte | 0x80));
}

/** RFC 1843: Chinese between `~{` and `~}`, two characters of ASCII for each, `~~` for a tilde. */
function fromHz(text: string): string {
  const chinese = highPairs('gb18030');
  return text.replace(/~(?:\{((?:[!-}][!-~])*)(?:~\}|$|(?=[\r\n]))|~|\r?\n)/g, (mark, pairs?: string) => (pairs === undefined ? (mark === '~~' ? '~' : '') : chinese(pairs)));
}

/** RFC 1557: Korean between shift out and shift in, behind an escape at the beginning. */
function fromIso2022Kr(text: string): string {
  const korean = highPairs('euc-kr');
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll('\x1b$)C', '').replace(/\x0e([^\x0f\r\n]*)(?:\x0f|$|(?=[\r\n]))/g, (_, shifted: string) => shifted.replace(/(?:[!-~]{2})+/g, korean));
}

/** Kazakh, Bashkir and their neighbours in Cyrillic: from byte 0x80 to 0xbf, behind which it is Windows' own. */
const PTCP_154 = 'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ';

function fromPtcp154(bytes: Uint8Array): string {
  const russian = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return fromTable(bytes, `${russian.slice(0, 0x80)}${PTCP_154}${russian.slice(0xc0)}`);
}

/** Text in encodings that neither Node nor iconv-lite knows, by their canonical labels; null for every other. */
export function decodeRare(bytes: Uint8Array, label: string): string | null {
  if (isEbcdic(label)) return fromEbcdic(bytes, label);
  if (label === 'ptcp154') return fromPtcp154(bytes);
  if (label !== 'hz' && label !== 'iso-2022-kr') return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return label === 'hz' ? fromHz(text) : fromIso2022Kr(text);
}
