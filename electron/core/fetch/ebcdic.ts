import { fromTable } from './byte-table.ts';

/** IBM's code page 37: the character of Latin-1 that each byte of EBCDIC stands for. */
const PAGE_37 =
  '000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a' +
  '20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22' +
  'd8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7' +
  '7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f';

/** Where other pages differ from it: from a byte on, the characters. Latin letters, digits and what an XML declaration is made of are the same in all, its quotation marks aside. */
const PAGES: Readonly<Record<string, readonly (readonly [from: number, characters: string])[]>> = {
  cp037: [],
  // Belgium, Switzerland and the international set.
  cp500: [[0x4a, '['], [0x4f, '!'], [0x5a, ']'], [0x5f, '^'], [0xb0, '¢'], [0xba, '¬|']],
  // The United States with a euro.
  cp1140: [[0x9f, '€']],
  // Germany and Austria.
  cp273: [[0x43, '{'], [0x4a, 'Ä'], [0x4f, '!'], [0x59, '~Ü'], [0x5f, '^'], [0x63, '['], [0x6a, 'ö'], [0x7c, '§'], [0xa1, 'ß'], [0xb0, '¢'], [0xb5, '@'], [0xba, '¬|‾'], [0xc0, 'ä'], [0xcc, '¦'], [0xd0, 'ü'], [0xdc, '}'], [0xe0, 'Ö'], [0xec, '\\'], [0xfc, ']']],
  // Turkey.
  cp1026: [[0x48, '{'], [0x4a, 'Ç'], [0x4f, '!'], [0x5a, 'Ğİ'], [0x5f, '^'], [0x68, '['], [0x6a, 'ş'], [0x79, 'ı'], [0x7b, 'ÖŞ'], [0x7f, 'Ü'], [0x8c, '}`¦'], [0xa1, 'ö'], [0xac, ']$@'], [0xb0, '¢'], [0xba, '¬|'], [0xc0, 'ç'], [0xcc, '~'], [0xd0, 'ğ'], [0xdc, '\\'], [0xe0, 'ü'], [0xec, '#'], [0xfc, '"']],
  // Greece.
  cp875: [[0x41, 'ΑΒΓΔΕΖΗΘΙ['], [0x4f, '!'], [0x51, 'ΚΛΜΝΞΟΠΡΣ]'], [0x5f, '^'], [0x62, 'ΤΥΦΧΨΩΪΫ|'], [0x70, '¨ΆΈΉ\u00a0ΊΌΎΏ'], [0x80, '΅'], [0x8a, 'αβγδεζ'], [0x9a, 'ηθικλμ´'], [0xaa, 'νξοπρσ£άέήϊίόύϋώςτυφχψ'], [0xcb, 'ωΐΰ‘―'], [0xda, '±½'], [0xdd, '·’¦'], [0xeb, '§'], [0xee, '«¬'], [0xfb, '©'], [0xfe, '»']],
  // Israel.
  cp424: [[0x41, 'אבגדהוזחט'], [0x51, 'יךכלםמןנס'], [0x62, 'עףפץצקרש'], [0x71, 'ת'], [0x74, '\u00a0'], [0x78, '‗']],
};

const tables = new Map<string, string>();

function tableOf(page: string): string {
  const known = tables.get(page);
  if (known !== undefined) return known;
  // Its own line ends, which the page writes as Latin-1's NEL.
  const table = Array.from(Buffer.from(PAGE_37, 'hex').toString('latin1').replace('\u0085', '\n'));
  for (const [from, characters] of PAGES[page] ?? []) table.splice(from, characters.length, ...Array.from(characters));
  tables.set(page, table.join(''));
  return table.join('');
}

export function isEbcdic(label: string): boolean {
  return Object.hasOwn(PAGES, label);
}

/** Text in one of IBM's pages, by its canonical label (see canonicalLabel). */
export function fromEbcdic(bytes: Uint8Array, page: string): string {
  return fromTable(bytes, tableOf(page));
}
