/** A day as a number that sorts as it does, `20261110`; a month, `20261100`, before its days. Null where no year is known. */
export function dayNumber(day: string | null): number | null {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(day ?? '');
  return found ? Number(`${found[1]}${found[2]}${found[3] ?? '00'}`) : null;
}

/** The day or month of such a number. */
export function dayOfNumber(number: number): string {
  const digits = `${number}`;
  const month = `${digits.slice(0, 4)}-${digits.slice(4, 6)}`;
  return digits.endsWith('00') ? month : `${month}-${digits.slice(6)}`;
}
