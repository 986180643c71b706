import { describe, expect, it } from 'vitest';
import { article, DAY, HOUR, item, normalized, NOW } from './parsed.ts';

const times = (dates: readonly (number | null)[], updatedAt: number | null = null) =>
  normalized(dates.map((publishedAt, at) => item({ title: `Item ${at}`, publishedAt })), { updatedAt }).map(({ publishedAt, placedAt }) => ({ publishedAt, placedAt }));

describe('behaviour 2: an item', () => {
  it('with a date stands where it says', () => {
    expect(times([NOW - DAY])).toEqual([{ publishedAt: NOW - DAY, placedAt: NOW - DAY }]);
    expect(times([NOW + HOUR])).toEqual([{ publishedAt: NOW + HOUR, placedAt: NOW + HOUR }]);
  });

  it.each([['2099', Date.UTC(2099, 0, 1)], ['the day after tomorrow', NOW + 2 * DAY], ['1970', 0], ['1989', Date.UTC(1989, 11, 31)], ['the year 19', Date.UTC(19, 0, 1)]])('dated %s has no date', (_, date) => {
    expect(times([date])).toEqual([{ publishedAt: null, placedAt: null }]);
  });

  it('with a date of change only stands at that', () => {
    expect(article({ title: 'x', updatedAt: NOW - DAY })).toMatchObject({ publishedAt: NOW - DAY, placedAt: NOW - DAY });
    expect(article({ title: 'x', publishedAt: Date.UTC(2099, 0, 1), updatedAt: NOW - DAY }).publishedAt).toBe(NOW - DAY);
  });

  it('without a date stands between its neighbours and claims no date', () => {
    expect(times([null, NOW - 2 * HOUR, null, NOW - 4 * HOUR, null])).toEqual([
      { publishedAt: null, placedAt: NOW - 2 * HOUR },
      { publishedAt: NOW - 2 * HOUR, placedAt: NOW - 2 * HOUR },
      { publishedAt: null, placedAt: NOW - 3 * HOUR },
      { publishedAt: NOW - 4 * HOUR, placedAt: NOW - 4 * HOUR },
      { publishedAt: null, placedAt: NOW - 4 * HOUR },
    ]);
  });

  it('of a feed without dates is placed by the feed’s clock, the backlog behind it', () => {
    expect(times([null, null, null], NOW - DAY).map(({ placedAt }) => placedAt)).toEqual([NOW - DAY, NOW - DAY - HOUR, NOW - DAY - 2 * HOUR]);
  });

  it('is not dated now by a clock that shows the moment of the request', () => {
    expect(times([null, null], NOW - 1000).map(({ placedAt }) => placedAt)).toEqual([null, null]);
    expect(times([null], Date.UTC(2099, 0, 1)).map(({ placedAt }) => placedAt)).toEqual([null]);
    expect(times([null]).map(({ placedAt }) => placedAt)).toEqual([null]);
  });
});
