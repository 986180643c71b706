import { afterEach, describe, expect, it } from 'vitest';
import type { PriceSeries } from '../../../../electron/contract/figures.ts';
import { seriesPoints } from '../../../../renderer/prices/series-points.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';
import type { Words } from '../../../../renderer/words/use-words.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const SERIES = { unit: 'CNY/t', days: [{ day: '2026-11-18', quotes: [{ low: '1', high: '3', figureId: 2, source: { articleId: 1, feedTitle: 'Oxide & Alloy' } }] }] } as unknown as PriceSeries;

describe('the points of a series', () => {
  it.each(['Pacific/Auckland', 'Pacific/Kiritimati', 'UTC', 'Etc/GMT+12'])('stand on the day that they are told for in %s', (where) => {
    process.env['TZ'] = where;
    const format = createFormats('en', () => Date.parse('2026-11-20T00:00:00Z'));
    const [point] = seriesPoints(SERIES, { t: () => '', format } as unknown as Words);
    expect(format.shortDate(point?.at ?? 0)).toBe('18 Nov');
    expect(point?.value).toBe(2);
  });
});
