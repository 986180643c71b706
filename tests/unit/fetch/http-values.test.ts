import { expect, test } from 'vitest';
import { freshForMs, parseRetryAfter } from '../../../electron/core/fetch/http-values.ts';

const NOW = Date.UTC(2026, 10, 18, 8);
const HOUR = 60 * 60_000;
const freshFor = (headers: Record<string, string>): number | null => freshForMs((name) => headers[name] ?? null, NOW);

test.each([
  ['max-age', { 'cache-control': 'public, max-age=3600' }, HOUR],
  ['in any case and quoted', { 'cache-control': 'Public, Max-Age="3600"' }, HOUR],
  ['the longer of max-age and s-maxage', { 'cache-control': 'max-age=60, s-maxage=7200' }, 2 * HOUR],
  ['less the age that it has', { 'cache-control': 'max-age=3600', age: '600' }, 3_000_000],
  ['never less than nothing', { 'cache-control': 'max-age=60', age: '600' }, 0],
  ['max-age before Expires', { 'cache-control': 'max-age=60', expires: new Date(NOW + HOUR).toUTCString() }, 60_000],
  ['Expires by the server’s own clock', { expires: 'Wed, 18 Nov 2020 09:00:00 GMT', date: 'Wed, 18 Nov 2020 08:00:00 GMT' }, HOUR],
  ['Expires by ours where it tells none', { expires: new Date(NOW + HOUR).toUTCString() }, HOUR],
  ['nothing of a document that has expired', { expires: '0' }, null],
  ['nothing of Expires in the past', { expires: 'Wed, 18 Nov 2020 09:00:00 GMT' }, null],
  ['nothing where it is not to be cached', { 'cache-control': 'no-cache, max-age=3600' }, null],
  ['a wish beyond all time', { 'cache-control': 'max-age=99999999999' }, 2 ** 31 * 1000],
  ['nothing of what is no number', { 'cache-control': 'max-age=soon' }, null],
  ['nothing', {}, null],
])('how long an answer is fresh: %s', (_, headers, expected) => {
  expect(freshFor(headers as Record<string, string>)).toBe(expected);
});

test('Retry-After is seconds or a date', () => {
  expect(parseRetryAfter(' 120 ', NOW)).toBe(NOW + 120_000);
  expect(parseRetryAfter('Wed, 18 Nov 2026 09:00:00 GMT', NOW)).toBe(NOW + HOUR);
  expect(parseRetryAfter('Wed Nov 18 09:00:00 2026', NOW)).toBe(NOW + HOUR);
  expect(parseRetryAfter('Wednesday, 18-Nov-26 09:00:00 GMT', NOW)).toBe(NOW + HOUR);
  expect(parseRetryAfter('99999999999', NOW)).toBe(NOW + 2 ** 31 * 1000);
  // A program that reads dates freely takes these for years.
  expect([parseRetryAfter('-1', NOW), parseRetryAfter('120.5', NOW)]).toEqual([null, null]);
  expect([parseRetryAfter('soon', NOW), parseRetryAfter('', NOW), parseRetryAfter(null, NOW)]).toEqual([null, null, null]);
});
