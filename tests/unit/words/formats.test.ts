import { beforeAll, describe, expect, it } from 'vitest';
import { createFormats } from '../../../renderer/words/formats.ts';

const NOW = new Date(2025, 10, 18, 9, 12).getTime();
const YESTERDAY = new Date(2025, 10, 17, 22, 14).getTime();
const LAST_YEAR = new Date(2024, 2, 14, 8, 5).getTime();
const en = createFormats('en', () => NOW);
const zh = createFormats('zh-CN', () => NOW);

describe('English formats', () => {
  it('write days and times as the lists show them', () => {
    expect(en.time(NOW)).toBe('09:12');
    expect(en.dayHead(NOW)).toBe('Tuesday 18 November');
    expect(en.dateTime(NOW)).toBe('Tue 18 November, 09:12');
    expect(en.shortDate(YESTERDAY)).toBe('17 Nov');
  });

  it('name the year where it is another', () => {
    expect(en.dayHead(LAST_YEAR)).toBe('Thursday 14 March 2024');
    expect(en.shortDate(LAST_YEAR)).toBe('14 Mar 2024');
  });

  it('name months', () => {
    expect([en.month(NOW), en.month(LAST_YEAR)]).toEqual(['November', 'March 2024']);
    expect([zh.month(NOW), zh.month(LAST_YEAR)]).toEqual(['11月', '2024年3月']);
  });

  it('give the time of today and the date of other days', () => {
    expect(en.timeOrDate(NOW)).toBe('09:12');
    expect(en.timeOrDate(YESTERDAY)).toBe('17 Nov');
  });

  it('write midnight as 00', () => {
    expect(en.time(new Date(2025, 10, 18, 0, 5).getTime())).toBe('00:05');
  });

  it('show counts in full up to a million', () => {
    expect(en.count(100_482)).toBe('100,482');
    expect(en.count(999_999)).toBe('999,999');
    expect(en.count(1_000_000)).toBe('1\u00A0M');
    expect(en.count(1_299_999)).toBe('1.2\u00A0M');
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [34_400, '34 kB'],
    [3_400_000, '3.4 MB'],
    [640_000_000, '640 MB'],
    [1_234_567_890, '1.2 GB'],
    [5e15, '5,000 TB'],
  ])('write %d bytes as %s, which does not break', (bytes, words) => {
    expect(en.bytes(bytes)).toBe(words.replace(' ', '\u00A0'));
  });

  it('write spans in their largest unit', () => {
    expect(en.duration(20_000)).toBe('20\u00A0seconds');
    expect(en.duration(60_000)).toBe('1\u00A0minute');
    expect(en.duration(3 * 3_600_000)).toBe('3\u00A0hours');
    expect(en.duration(200)).toBe('0\u00A0seconds');
  });

  it('name languages, and leave alone what is no language tag', () => {
    expect(en.language('zh-CN')).toBe('Chinese');
    expect(en.language('zh-TW')).toBe('Chinese (Taiwan)');
    expect(en.language('en-us')).toBe('English');
    expect(en.language('utter nonsense')).toBe('utter nonsense');
  });
});

describe('Chinese formats', () => {
  it('put the weekday behind the date', () => {
    expect(zh.dayHead(NOW)).toBe('11月18日 星期二');
    expect(zh.dateTime(NOW)).toBe('11月18日 星期二 09:12');
    expect(zh.dayHead(LAST_YEAR)).toBe('2024年3月14日 星期四');
  });

  it('write sizes and languages', () => {
    expect(zh.bytes(1_234_567_890)).toBe('1.2\u00A0GB');
    expect(zh.language('en')).toBe('英语');
  });
});

describe('a window left open over midnight', () => {
  let now = NOW;
  const formats = createFormats('en', () => now);
  beforeAll(() => {
    now = NOW + 86_400_000;
  });

  it('shows the date of what was today before', () => {
    expect(formats.timeOrDate(NOW)).toBe('18 Nov');
  });
});
