const MOST_SECONDS = 2 ** 31;

/** RFC 9110 section 5.6.7: an HTTP date as epoch milliseconds, or null. */
export function parseHttpDate(value: string | null): number | null {
  // Each of the three forms begins with the name of a day; a bare number would be taken for a year.
  if (!value || value.length > 100 || !/^\s*[a-z]{3}/i.test(value)) return null;
  // The third names no zone, and is in GMT as the others are.
  const time = Date.parse(/\d\s*$/.test(value) ? `${value} GMT` : value);
  return Number.isFinite(time) ? time : null;
}

/** RFC 9110 section 10.2.3: Retry-After in seconds or as a date, as epoch milliseconds, or null. */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (!value) return null;
  const text = value.trim();
  const wait = seconds(text);
  return wait === null ? parseHttpDate(text) : now + wait;
}

/** RFC 9111 section 5.2: the value of a directive of Cache-Control, empty where it has none; undefined where it is not there. */
function directive(value: string | null, name: string): string | undefined {
  for (const part of (value ?? '').split(',', 32)) {
    const [written = '', argument = ''] = part.split('=', 2);
    if (written.trim().toLowerCase() === name) return argument.trim().replaceAll('"', '');
  }
  return undefined;
}

/** RFC 9111 section 1.2.2: a number of seconds, which may be greater than any that makes sense, in milliseconds. */
function seconds(text: string | undefined | null): number | null {
  return text !== undefined && text !== null && /^\d{1,100}$/.test(text.trim()) ? Math.min(Number(text), MOST_SECONDS) * 1000 : null;
}

/**
 * For how long an answer says that asking again brings nothing new, in milliseconds, or null: `max-age` or `s-maxage`,
 * whichever is longer, for what lies in a shared cache on the way is what we would get; else `Expires` by the server's own
 * clock; less the `Age` that it has already (RFC 9111 section 4.2). `no-cache` and `no-store` say nothing of that.
 */
export function freshForMs(header: (name: string) => string | null, now: number): number | null {
  const control = header('cache-control')?.slice(0, 1000) ?? null;
  if (directive(control, 'no-cache') !== undefined || directive(control, 'no-store') !== undefined) return null;
  const ages = [seconds(directive(control, 'max-age')), seconds(directive(control, 's-maxage'))].filter((age) => age !== null);
  const age = seconds(header('age')) ?? 0;
  if (ages.length > 0) return Math.max(0, Math.max(...ages) - age);
  const expires = parseHttpDate(header('expires'));
  if (expires === null) return null;
  const lasts = expires - (parseHttpDate(header('date')) ?? now);
  return lasts > 0 ? lasts : null;
}
