/** By how many places a word moves the point. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|k|千)$/iu, 3],
  [/^(?:万)$/u, 4],
  [/^(?:million|m|mn|百万)$/iu, 6],
  [/^(?:千万)$/u, 7],
  [/^(?:亿)$/u, 8],
  [/^(?:billion|bn|十亿)$/iu, 9],
  [/^(?:trillion|tn|万亿)$/iu, 12],
];

/** A decimal with its point `places` further to the right; no float comes near it. */
function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole + fraction.padEnd(places, '0');
  const point = whole.length + places;
  const [left, right] = [digits.slice(0, point).replace(/^0+(?=\d)/u, ''), digits.slice(point)];
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

export interface TypedNumber {
  /** A decimal of the contract: `1680000`, `-2.5`. */
  readonly decimal: string;
  /** What stands behind the number and its scale. */
  readonly rest: string;
}

/** A number as a person types it or a text prints it: 1,680,000; 1.68 million; 168万; -2.5%. Null where it begins with none. */
export function typedNumber(typed: string): TypedNumber | null {
  const found = /^\s*([-−+]?)\s*(\d{1,3}(?:[, \u00a0\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(thousand|million|billion|trillion|万亿|百万|千万|十亿|万|亿|千|(?:bn|mn|tn|[km])\b)?/iu.exec(typed.normalize('NFKC'));
  if (!found) return null;
  const [all, sign = '', number = '', scale] = found;
  const plain = `${sign === '-' || sign === '−' ? '-' : ''}${number.replaceAll(/[, \u00a0\u2009]/gu, '')}`;
  const places = scale === undefined ? 0 : (SCALES.find(([word]) => word.test(scale))?.[1] ?? 0);
  return { decimal: shifted(plain, places), rest: typed.normalize('NFKC').slice(all.length).trim() };
}
