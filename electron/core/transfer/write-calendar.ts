import { ICalCalendar } from 'ical-generator';
import type { DateRow } from '../../contract/lens-api.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The days after it that a day or month ends before. */
function ends(day: string): Date {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return day.length === 7 ? new Date(Date.UTC(year, month, 1)) : new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

/** Days as whole days of a calendar (RFC 5545), each with its sentence, source and address. One is the same in every export: its UID says so. */
export function writeCalendar(dates: readonly DateRow[], { generator, now }: { readonly generator: string; readonly now: number }): string {
  const calendar = new ICalCalendar({ prodId: `//Monazite//${generator}//EN`, name: 'Monazite' });
  for (const { figureId, day, role, sentenceText, source } of dates) {
    const event = calendar.createEvent({
      id: `${figureId}.${source.articleId}@monazite.invalid`,
      start: new Date(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`), end: ends(day), timezone: 'UTC', allDay: true, floating: false, stamp: new Date(now),
      summary: role === null ? source.title : `${role}: ${source.title}`,
      description: `${sentenceText}\n\n${source.feedTitle}, ${source.day}`,
      ...(source.url !== null && { url: source.url }),
    });
    if (role !== null) event.createCategory({ name: role });
  }
  return calendar.toString();
}
