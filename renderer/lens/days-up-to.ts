/** The last `count` days by the machine's own clock as `2026-11-18`, the oldest first. */
export function daysUpTo(last: Date, count: number): string[] {
  // The Swedish form is that of ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE');
  return Array.from({ length: count }, (_, index) => format.format(new Date(last.getFullYear(), last.getMonth(), last.getDate() - (count - 1 - index), 12)));
}
