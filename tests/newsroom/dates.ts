const DAY = 86_400_000;

/** How an outlet writes dates: its language and its hours east of UTC. */
export interface Calendar {
  readonly lang: string;
  readonly zone: number;
}

function local(at: number, calendar: Calendar): Date {
  return new Date(at + calendar.zone * 3_600_000);
}

function format(at: number, calendar: Calendar, options: Intl.DateTimeFormatOptions): string {
  const locale = calendar.lang.startsWith('zh') ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(local(at, calendar));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2025-11-18 08:42` in the outlet's own zone, as date lines print it. */
export function dateLine(at: number, calendar: Calendar): string {
  const d = local(at, calendar);
  return `${isoDay(at, calendar)} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
}

/** `2025-11-18` in the outlet's own zone. */
export function isoDay(at: number, calendar: Calendar): string {
  return local(at, calendar).toISOString().slice(0, 10);
}

/** RFC 822 with a four-digit year and a numeric zone, as RSS 2.0 asks. */
export function rfc822(at: number, calendar: Calendar): string {
  const d = local(at, calendar);
  const zone = `${calendar.zone < 0 ? '-' : '+'}${two(Math.abs(calendar.zone))}00`;
  return d.toUTCString().replace('GMT', zone);
}

/** RFC 3339 with the outlet's zone, as Atom asks. */
export function rfc3339(at: number, calendar: Calendar): string {
  const zone = `${calendar.zone < 0 ? '-' : '+'}${two(Math.abs(calendar.zone))}:00`;
  return `${local(at, calendar).toISOString().slice(0, 19)}${zone}`;
}

const places: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'long' },
  month: { month: 'long' },
  year: { year: 'numeric' },
};

/**
 * Fills `{weekday}`, `{date:-8}` (days from the story's own day), `{month:-1}` (months) and `{year}`,
 * so that a story reads as if written on the day it bears, whenever the newsroom starts.
 */
export function fillDates(text: string, at: number, calendar: Calendar): string {
  return text.replace(/\{(weekday|date|month|year)(?::([+-]?\d+))?\}/g, (_whole, place: string, shift?: string) => {
    const by = Number(shift ?? 0);
    // Chinese writes its months in figures.
    const options = place === 'month' && calendar.lang.startsWith('zh') ? { month: 'numeric' as const } : (places[place] ?? {});
    let moved = at;
    if (place === 'weekday' || place === 'date') moved = at + by * DAY;
    else if (by !== 0) {
      const d = local(at, calendar);
      moved = Date.UTC(d.getUTCFullYear() + (place === 'year' ? by : 0), d.getUTCMonth() + (place === 'month' ? by : 0), 15);
    }
    const written = format(moved, calendar, options);
    return place === 'year' ? written.replace('年', '') : written;
  });
}
