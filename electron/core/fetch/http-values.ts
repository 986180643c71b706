/** RFC 9110 section 5.6.7: an HTTP date as epoch milliseconds, or null. */
export function parseHttpDate(value: string | null): number | null {
  if (!value || value.length > 100) return null;
  const time = Date.parse(value);
  return Number.isFinite(time) ? time : null;
}

/** RFC 9110 section 10.2.3: Retry-After in seconds or as a date, as epoch milliseconds, or null. */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (!value) return null;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  return parseHttpDate(text);
}

/** RFC 9111 section 5.2.2.1: Cache-Control max-age in milliseconds, or null. */
export function parseMaxAge(value: string | null): number | null {
  for (const directive of (value ?? '').split(',', 32)) {
    const match = /^\s*max-age\s*=\s*"?(\d{1,9})"?\s*$/i.exec(directive);
    if (match) return Number(match[1]) * 1000;
  }
  return null;
}
