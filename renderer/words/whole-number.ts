/**
 * A whole number as English and Chinese write it: 100,482. Null for any other. The first number that Intl writes costs a window
 * ten milliseconds, which it reads for, and the first screen shows no others.
 */
export function wholeNumber(value: number): string | null {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return null;
  const digits = String(value);
  return value > -1000 && value < 1000 ? digits : digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}
