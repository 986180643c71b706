import type { Locale } from '../words/resolve-language.ts';

interface Parts {
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
}

function partsOf(day: string): Parts | null {
  const found = /^(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(day);
  if (!found) return null;
  const [, year = '-', month = null, date = null] = found;
  return { year: year === '-' ? null : year, month, day: date };
}

/**
 * A day, a month or a year of an article: `2026-11-10`, `2026-11`, `2026`, or `--11-10` where no year is known. The year is always
 * said where it is known, since an article may speak of any.
 */
export function dayText(day: string, locale: Locale): string {
  const parts = partsOf(day);
  if (!parts) return day;
  const { year, month, day: date } = parts;
  const chinese = locale === 'zh-CN';
  if (month === null) return chinese ? `${year ?? ''}年` : (year ?? day);
  // A leap year: of a day without one, every day of a year exists.
  const at = Date.parse(`${year ?? '2024'}-${month}-${date ?? '01'}T12:00:00`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(chinese ? 'zh-CN' : 'en-GB', { ...(year === null ? {} : { year: 'numeric' }), month: 'long', ...(date === null ? {} : { day: 'numeric' }) }).format(at);
}
