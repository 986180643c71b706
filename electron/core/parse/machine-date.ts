const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;
/** The two forms that nearly all feeds write, with a zone and of a day that every month has: what the platform makes of them is beyond doubt. */
const PLAIN_ISO = new RegExp(String.raw`^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T${CLOCK}(?:\.\d{3})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$`);
const PLAIN_RFC = new RegExp(
  String.raw`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?:0?[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:19|20)\d\d ${CLOCK} (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d)$`,
);

/** Epoch milliseconds of a date in one of these forms, which take the platform a tenth of the time; null of any other. */
export function plainMoment(text: string): number | null {
  return PLAIN_ISO.test(text) || PLAIN_RFC.test(text) ? Date.parse(text) : null;
}

/** A date that a program left as it keeps it: `/Date(1759738150000)/`, seconds with a fraction, fourteen digits, a server's log. */
export function asWritten(text: string): string {
  const ticks = /^\\?\/Date\((-?\d{9,14})(?:[+-]\d{4})?\)\\?\/$/.exec(text)?.[1];
  if (ticks !== undefined) return new Date(Number(ticks)).toISOString();
  const seconds = /^(\d{9,10})\.\d{1,9}$/.exec(text)?.[0];
  if (seconds !== undefined) return new Date(Math.trunc(Number(seconds) * 1000)).toISOString();
  return text.replace(/^((?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))([0-2]\d[0-5]\d[0-6]\d)(?=$|[Zz+-])/, '$1T$2').replace(/^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(?=\d{1,2}:)/, '$1 $2 $3 ');
}

/** A zone by the name of its place (IANA), at the end; in brackets it repeats the offset before it (RFC 9557). */
const PLACE = /(.*\d)\s{0,3}\[?((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]{2,30}(?:\/[A-Za-z_]{2,30})?)\]?$/s;

/** A date's text without the place at its end, and that place where no offset stands before it. */
export function placeOf(text: string): { readonly rest: string; readonly place: string | null } {
  const [, rest = text, place] = text.endsWith(']') || /[a-z]$/.test(text) ? (PLACE.exec(text) ?? []) : [];
  return { rest, place: place === undefined || /(?:\d[+-]\d{2}:?\d{2}|Z)$/.test(rest) ? null : place };
}

/** Minutes east of Greenwich that a place's clocks show at about that moment (epoch milliseconds), or null where nobody knows the place. */
function offsetOf(place: string, time: number): number | null {
  try {
    const written = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' }).formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(written);
    return match && (match[1] === '-' ? -1 : 1) * (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
  } catch {
    // No such place.
    return null;
  }
}

/** Minutes east of Greenwich of a place's clocks while they show `local` (epoch milliseconds, as if it were UTC), or null where nobody knows the place. */
export function offsetAt(place: string, local: number): number | null {
  const near = offsetOf(place, local);
  return near === null ? null : offsetOf(place, local - near * 60_000);
}
