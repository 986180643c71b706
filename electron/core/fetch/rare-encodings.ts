import { TextDecoder } from 'node:util';

/** IBM's code page 37: the character of Latin-1 that each byte of EBCDIC stands for. */
const PAGE_37 =
  '000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a' +
  '20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22' +
  'd8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7' +
  '7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f';
/** Where page 500, of Belgium, Switzerland and the international set, differs; and page 1140, by its euro. */
const PAGE_500: ReadonlyMap<number, string> = new Map([[0x4a, '['], [0x4f, '!'], [0x5a, ']'], [0x5f, '^'], [0xb0, '¢'], [0xba, '¬'], [0xbb, '|']]);
const PAGE_1140: ReadonlyMap<number, string> = new Map([[0x9f, '€']]);
const LIKE_500 = /^(?:(?:cs)?ibm-?500|cp-?500|ebcdic[-_]cp[-_](?:be|ch))$/;
const LIKE_1140 = /^(?:ibm-?0?1140|cp-?0?1140)$/;
const LIKE_37 = /^(?:(?:cs)?ibm-?0?3[79]|cp-?0?37|ebcdic[-_]cp[-_](?:us|ca|wt|nl))$/;

function fromEbcdic(bytes: Uint8Array, label: string): string {
  const other = LIKE_500.test(label) ? PAGE_500 : (LIKE_1140.test(label) ? PAGE_1140 : null);
  const table = Buffer.from(PAGE_37, 'hex');
  const text = Buffer.from(bytes.map((byte) => table[byte] ?? byte)).toString('latin1');
  return other === null ? text : Array.from(bytes, (byte, at) => other.get(byte) ?? text.charAt(at)).join('');
}

/** What an XML declaration in EBCDIC calls its page, or null where the bytes begin with none (XML 1.0 appendix F). */
export function ebcdicOf(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x4c || bytes[1] !== 0x6f || bytes[2] !== 0xa7 || bytes[3] !== 0x94) return null;
  const label = /encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})["']/i.exec(fromEbcdic(bytes.subarray(0, 200), 'cp037'))?.[1]?.toLowerCase() ?? '';
  return LIKE_500.test(label) || LIKE_1140.test(label) ? label : 'cp037';
}

/** RFC 1843: Chinese between `~{` and `~}`, two characters of ASCII for each, `~~` for a tilde. */
function fromHz(bytes: Uint8Array): string {
  const chinese = new TextDecoder('gb18030');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/~(?:\{((?:[!-}][!-~])*)(?:~\}|$|(?=[\r\n]))|~|\r?\n)/g, (mark, pairs?: string) => (pairs === undefined ? (mark === '~~' ? '~' : '') : chinese.decode(Buffer.from(pairs, 'latin1').map((byte) => byte | 0x80))));
}

/** Text in encodings that neither Node nor iconv-lite knows; null for every other label. */
export function decodeRare(bytes: Uint8Array, label: string): string | null {
  if (/^(?:hz|hz-gb-2312)$/.test(label)) return fromHz(bytes);
  return LIKE_37.test(label) || LIKE_500.test(label) || LIKE_1140.test(label) ? fromEbcdic(bytes, label) : null;
}
