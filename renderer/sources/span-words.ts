import type { Words } from '../words/use-words.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** From here on minutes say more than anybody asks. */
const MINUTES_BELOW = 75 * MINUTE;

/** One digit behind the point where it says something: 1.5, but 6. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** A time between two asks as it follows "every": `15 min`, `hour`, `6 h`, `day`. Milliseconds. */
export function spanWords(milliseconds: number, { t }: Words): string {
  if (milliseconds < MINUTES_BELOW && milliseconds !== HOUR) return t('sources.spanMinutes', { count: Math.max(1, Math.round(milliseconds / MINUTE)) });
  const hours = rounded(milliseconds / HOUR);
  if (hours === 1) return t('sources.spanHour');
  if (hours < 24) return t('sources.spanHours', { count: hours });
  const days = rounded(milliseconds / DAY);
  return days === 1 ? t('sources.spanDay') : t('sources.spanDays', { count: days });
}
