import { compareDecimals, decimalOf, type Decimal } from './decimal.ts';

/** Of a written number, `-12.5`, as the decimal of its size and its sign. */
function parted(written: string): { size: Decimal; sign: string } {
  return written.startsWith('-') ? { size: decimalOf(written.slice(1)), sign: '-' } : { size: decimalOf(written), sign: '' };
}

function rounded(numerator: bigint, denominator: bigint, places: number): string {
  const scaled = (numerator * 10n ** BigInt(places) * 2n + denominator) / (denominator * 2n);
  const written = `${scaled}`.padStart(places + 1, '0');
  return places === 0 ? written : `${written.slice(0, -places)}.${written.slice(-places)}`;
}

/**
 * A written number times a fraction of whole numbers, as decimals: rounded to four significant digits, no fewer than its whole part
 * has. For what a person reads beside the exact number.
 */
export function timesFraction(written: string, numerator: Decimal, denominator: Decimal): string {
  const { size, sign } = parted(written);
  const exponent = size.exponent + numerator.exponent - denominator.exponent;
  const top = size.digits * numerator.digits * 10n ** BigInt(Math.max(0, exponent));
  const bottom = denominator.digits * 10n ** BigInt(Math.max(0, -exponent));
  if (top === 0n) return '0';
  const whole = `${top / bottom}`;
  let places = top / bottom > 0n ? Math.max(0, 4 - whole.length) : 0;
  // Below one, digits count from the first that is not zero.
  if (top / bottom === 0n) for (places = 4; top * 10n ** BigInt(places - 3) < bottom; places += 1);
  const text = rounded(top, bottom, places);
  return `${sign}${text.includes('.') ? text.replace(/\.?0+$/, '') : text}`;
}

/** Negative, 0 or positive, as one written number is less than, equal to or more than another. */
export function compareWritten(one: string, other: string): number {
  const [a, b] = [parted(one), parted(other)];
  if (a.sign !== b.sign) return a.size.digits === 0n && b.size.digits === 0n ? 0 : a.sign === '-' ? -1 : 1;
  return a.sign === '-' ? compareDecimals(b.size, a.size) : compareDecimals(a.size, b.size);
}
