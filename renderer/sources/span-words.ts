import type { Words } from '../words/use-words.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** From here on minutes say more than anybody asks. */
const MINUTES_BELOW = 75 * MINUTE;

/** Below this each minute counts; above it, as nobody plans by 63 minutes, every fifth. */
const EXACT_BELOW = 20;

function roundedMinutes(milliseconds: number): number {
  const minutes = milliseconds / MINUTE;
  return minutes < EXACT_BELOW ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}

/** In halves where they say something: 1.5, but 12. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 2) / 2 : Math.round(value);
}

/** About how long it is between two asks, as it follows "every": `15 min`, `hour`, `6 h`, `day`. Milliseconds. */
export function spanWords(milliseconds: number, { t }: Words): string {
  const minutes = roundedMinutes(milliseconds);
  if (milliseconds < MINUTES_BELOW && minutes !== 60) return t('sources.spanMinutes', { count: minutes });
  const hours = rounded(milliseconds / HOUR);
  if (hours === 1) return t('sources.spanHour');
  if (hours < 24) return t('sources.spanHours', { count: hours });
  const days = rounded(milliseconds / DAY);
  return days === 1 ? t('sources.spanDay') : t('sources.spanDays', { count: days });
}
