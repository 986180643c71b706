const DAY_MS = 86_400_000;
/** What was published before says little of now. */
const LATELY_MS = 30 * DAY_MS;

/** Headlines a day, by their dates (epoch milliseconds, any order); null where fewer than two tell. One that has been silent for longer than it lately published counts that silence. */
export function perDay(dates: readonly number[], now: number): number | null {
  const newest = Math.max(...dates);
  const lately = dates.filter((date) => date >= newest - LATELY_MS);
  if (lately.length < 2) return null;
  const span = newest - Math.min(...lately);
  const silence = Math.max(0, now - newest);
  const days = Math.max(span, silence > span ? span + silence : span, DAY_MS) / DAY_MS;
  return Math.round((lately.length / days) * 100) / 100;
}
