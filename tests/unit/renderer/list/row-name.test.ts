import { describe, expect, it } from 'vitest';
import { rowName } from '../../../../renderer/list/row-name.ts';
import { rowTime, timeBelowHead } from '../../../../renderer/list/row-time.ts';
import { visibleItems } from '../../../../renderer/list/visible-items.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';
import { headline } from '../fake-reader.ts';

const now = new Date(2025, 10, 18, 9).getTime();

describe('rowName', () => {
  it('says status, title, source, time and marks as sentences', () => {
    const today = new Date().setHours(8, 42, 0, 0);
    const row = headline(1, { title: 'Dysprosium oxide climbs', sortAt: today, bookmarked: true, highlighted: true, kept: 'full' });
    expect(rowName(row, wordsNow())).toBe('Unread. Dysprosium oxide climbs. Oxide & Alloy, 08:42. Bookmarked. With highlights. Kept on this device.');
  });

  it('says how many report it, and whether those stand below', () => {
    const row = headline(1, { title: 'Dysprosium climbs', read: true, story: { id: 3, sources: 6, articles: 7, unread: 2 } });
    expect(rowName(row, wordsNow())).toMatch(/\. 6 sources\.( |$)/u);
    expect(rowName(row, wordsNow(), { open: true })).toContain('6 sources, opened.');
    expect(rowName({ ...row, story: { id: 3, sources: 1, articles: 2, unread: 0 } }, wordsNow())).toContain('2 reports.');
  });

  it('ends with how much of it is on this device', () => {
    expect(rowName(headline(1, { kept: 'full' }), wordsNow())).toMatch(/Kept on this device\.$/u);
    expect(rowName(headline(1, { kept: 'text' }), wordsNow())).toMatch(/Text only\.$/u);
    expect(rowName(headline(1, { kept: 'headline' }), wordsNow())).toMatch(/Summary only\.$/u);
  });

  it('adds no full stop to a title that ends in a mark of its own', () => {
    expect(rowName(headline(1, { title: 'Who buys terbium?', read: true }), wordsNow())).toMatch(/^Who buys terbium\? Oxide/u);
  });
});

it('calls an article untitled whose title nobody can see', () => {
  for (const title of ['', ' ', '\u200b\u2060', '\ufeff']) expect(rowName(headline(1, { title }), wordsNow())).toMatch(/^Unread\. Untitled\. Oxide/u);
  expect(rowName(headline(1, { title: '镝' }), wordsNow())).toContain('镝');
});

describe('rowTime', () => {
  it('is the time of today, the date of older days: no head tells yesterday’s time from today’s', () => {
    const times = [new Date(2025, 10, 18, 8, 42), new Date(2025, 10, 17, 0, 5), new Date(2024, 10, 16, 23, 59)].map((date) => rowTime({ sortAt: date.getTime(), publishedDay: null }, now, wordsNow()));
    expect(times).toEqual(['08:42', '17 Nov 2025', '16 Nov 2024']);
  });

  it('is the day alone of what names no time, wherever its first moment falls by the clock of the reader', () => {
    const row = { sortAt: new Date(2025, 10, 17, 16).getTime(), publishedDay: '2025-11-18' };
    expect([rowTime(row, now, wordsNow()), timeBelowHead(row, wordsNow())]).toEqual(['18 Nov 2025', '18 Nov 2025']);
  });

  it('is nothing where no time is named and the head above tells the day already', () => {
    const row = { sortAt: new Date(2025, 10, 18).getTime(), publishedDay: '2025-11-18' };
    expect([rowTime(row, now, wordsNow()), timeBelowHead(row, wordsNow())]).toEqual(['18 Nov 2025', '']);
  });
});

describe('visibleItems', () => {
  const range = { startIndex: 40, endIndex: 42, overscan: 1, count: 100 };

  it('draws the head that sticks and the chosen row along with what is in sight', () => {
    expect(visibleItems(range, 30, 90)).toEqual([30, 39, 40, 41, 42, 43, 90]);
  });

  it('draws nothing twice and nothing beyond the list', () => {
    expect(visibleItems(range, 40, 41)).toEqual([39, 40, 41, 42, 43]);
    expect(visibleItems({ ...range, startIndex: 0, endIndex: 0, count: 0 }, 0, 5)).not.toContain(5);
  });
});
