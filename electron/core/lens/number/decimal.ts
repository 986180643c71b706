/** A decimal number without rounding: `digits` × 10^`exponent`, the digits without a trailing zero. Zero is 0 × 10^0. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Of digits with at most one point, `1680.50`, times 10^`shift`. */
export function decimalOf(written: string, shift = 0): Decimal {
  const [whole = '', part = ''] = written.includes('.') ? written.split('.') : [written];
  const text = whole + part;
  // Cut as text: each division of such a number makes another.
  let end = text.length;
  while (end > 0 && text[end - 1] === '0') end -= 1;
  const digits = BigInt(text.slice(0, end));
  return digits === 0n ? { digits, exponent: 0 } : { digits, exponent: shift - part.length + text.length - end };
}

/** A number times 10^`by`. */
export function shifted(value: Decimal, by: number): Decimal {
  return value.digits === 0n ? value : { digits: value.digits, exponent: value.exponent + by };
}

/** One text for one value, whatever it was written as: `36.5万` and `365,000` are both `365e3`. */
export function decimalKey({ digits, exponent }: Decimal): string {
  return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
}

/** Significant digits: 1 of 400,000,000, 3 of 365,000. */
export function significance({ digits }: Decimal): number {
  return `${digits}`.length;
}

/** Negative, 0 or positive, as `one × numerator` is less than, equal to or more than `other × denominator`. */
export function compareDecimals(one: Decimal, other: Decimal, { numerator = 1n, denominator = 1n }: { numerator?: bigint; denominator?: bigint } = {}): number {
  const low = Math.min(one.exponent, other.exponent);
  const left = one.digits * 10n ** BigInt(one.exponent - low) * numerator;
  const right = other.digits * 10n ** BigInt(other.exponent - low) * denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** For reading, `1680000` or `0.5`. */
export function decimalText({ digits, exponent }: Decimal): string {
  const written = `${digits}`;
  if (exponent >= 0) return written + '0'.repeat(exponent);
  const padded = written.padStart(1 - exponent, '0');
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
