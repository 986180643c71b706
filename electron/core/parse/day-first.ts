import type { ScannedFeed } from './scanned-feed.ts';

const SLASHED = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** English outside of the countries that put the month first. */
const ENGLISH = /^en[-_](?:gb|uk|ie|au|nz|in|za|hk|sg|my|ng|ke)\b/i;
/** Languages whose writers put the month or the year first, and English that does not tell where it is written. */
const OTHERS = /^(?:en|zh|ja|ko|mul|und)\b/i;

function isDayFirstLanguage(lang: string | null): boolean {
  return lang !== null && /^[a-z]{2,3}\b/i.test(lang) && (ENGLISH.test(lang) || !OTHERS.test(lang));
}

/** What the English weekday before a date tells, where it fits one reading only. */
function byWeekday(text: string, first: number, second: number, year: number): boolean | null {
  const weekday = WEEKDAYS.indexOf(text.trimStart().slice(0, 3).toLowerCase());
  if (weekday === -1 || year < 100) return null;
  const fits = (month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  const dayFirst = fits(second, first);
  return dayFirst === fits(first, second) ? null : dayFirst;
}

/** Every list of dates that a document writes. */
function* dateLists(feed: ScannedFeed): Generator<string[]> {
  yield feed.updated;
  for (const { published, updated } of feed.items) {
    yield published;
    yield updated;
  }
}

/** Whether `04/06/2026` is a day in June here: a date that can be read one way only tells of all, and where none does a weekday, or the language. Null where no date asks. */
function isDayFirst(feed: ScannedFeed): boolean | null {
  let isAsked = false;
  let told: boolean | null = null;
  for (const texts of dateLists(feed)) {
    for (const text of texts) {
      const [, first, second, year] = (text.includes('/') && SLASHED.exec(text)) || [];
      if (first === undefined) continue;
      if (Number(second) > 12) return false;
      if (Number(first) > 12) return true;
      isAsked = true;
      told ??= byWeekday(text, Number(first), Number(second), Number(year));
    }
  }
  return isAsked ? (told ?? isDayFirstLanguage(feed.lang)) : null;
}

/** Writes the dates of a document that puts the day first with dots, which always mean that. Returns whether its dates depend on each other. */
export function settleDayFirst(feed: ScannedFeed): boolean {
  const dayFirst = isDayFirst(feed);
  if (dayFirst === true) {
    for (const texts of dateLists(feed)) texts.forEach((text, at) => (texts[at] = text.replace(SLASHED, '$1.$2.$3')));
  }
  return dayFirst !== null;
}
