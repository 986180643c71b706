import { compareDecimals } from './decimal.ts';
import type { Decimal } from './decimal.ts';

const PART = 10_000n;

/**
 * The low end of a range, of which a machine translation may have lost 万: 36-365000 is 360,000 to 365,000. Only where the
 * literal reading is absurd (above the high end, or below half of it) and ten thousand times what is written is not.
 */
export function repairLow(low: Decimal, literal: Decimal, high: Decimal): Decimal | null {
  const isAbsurd = compareDecimals(literal, high) > 0 || compareDecimals(literal, high, { numerator: 2n }) < 0;
  if (!isAbsurd) return null;
  const fits = compareDecimals(low, high, { numerator: PART }) <= 0 && compareDecimals(high, low, { numerator: 4n, denominator: 5n * PART }) <= 0;
  return fits ? { digits: low.digits, exponent: low.exponent + 4 } : null;
}
