import { describe, expect, it } from 'vitest';
import { parseDate, readDate } from '../../../electron/core/parse/parse-date.ts';
import { plainMoment } from '../../../electron/core/parse/machine-date.ts';
import { seededRandom } from '../../seeded-random.ts';

const iso = (text: string, assumed?: number) => {
  const time = parseDate(text, assumed);
  return time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z');
};

describe('a date', () => {
  it.each([
    ['Wed, 02 Oct 2002 13:00:00 GMT', '2002-10-02T13:00:00Z'],
    ['Wed, 02 Oct 2002 08:00:00 EST', '2002-10-02T13:00:00Z'],
    ['Sun, 6 Nov 1994 08:49:37 -0800', '1994-11-06T16:49:37Z'],
    ['Tue, 10 June 2003 09:41:01 +0000 (UTC)', '2003-06-10T09:41:01Z'],
    ['Thu,  5 Sep 2002 0:00:01', '2002-09-05T00:00:01Z'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
    ['Sat, 07 Sep 02', '2002-09-07T00:00:00Z'],
    ['Mon, 14 Jun 2019 10:00:00 PDT', '2019-06-14T17:00:00Z'],
    ['Fri, 14 Jun 2019 24:00:00 GMT', '2019-06-15T00:00:00Z'],
    ['January 5, 2004 9:05 PM EST', '2004-01-06T02:05:00Z'],
    ['5th of January 2004', '2004-01-05T00:00:00Z'],
    ['2002-10-02T08:00:00-05:00', '2002-10-02T13:00:00Z'],
    ['2019-06-14T10:00:00 +0800', '2019-06-14T02:00:00Z'],
    ['2002-10-02T13:00:00.123456Z', '2002-10-02T13:00:00.123Z'],
    ['20021002T130000Z', '2002-10-02T13:00:00Z'],
    ['2002-10-02 13:00', '2002-10-02T13:00:00Z'],
    ['2019/06/14 10:11:12', '2019-06-14T10:11:12Z'],
    ['2002-10', '2002-10-01T00:00:00Z'],
    ['2002', '2002-01-01T00:00:00Z'],
    ['Jun 14,2019 20:49', '2019-06-14T20:49:00Z'],
    ['Jan 19,2020', '2020-01-19T00:00:00Z'],
    ['iconDec 13, 2021 09:36', '2021-12-13T09:36:00Z'],
    ['Published: Nov 20, 2025 12:07', '2025-11-20T12:07:00Z'],
    ['2025年4月4日', '2025-04-03T16:00:00Z'],
    ['2025年04月04日 下午3:05', '2025-04-04T07:05:00Z'],
    ['Tue, 07 Jul 2026 10:00:00 ET', '2026-07-07T14:00:00Z'],
    ['Tue, 13 Jan 2026 10:00:00 ET', '2026-01-13T15:00:00Z'],
    ['Sun, 08 Mar 2026 01:59:59 PT', '2026-03-08T09:59:59Z'],
    ['Sun, 08 Mar 2026 03:00:00 PT', '2026-03-08T10:00:00Z'],
    ['Tue Jul 7 10:00:00 CT 2026', '2026-07-07T15:00:00Z'],
    ['2026-07-07 10:00 MT', '2026-07-07T16:00:00Z'],
    ['Tue, 07 Jul 2026 10:00:00 WEST', '2026-07-07T09:00:00Z'],
    ['Tue, 07 Jul 2026 10:00:00 ACST', '2026-07-07T00:30:00Z'],
    ['Wed, 07 Jan 2026 10:00:00 ACDT', '2026-01-06T23:30:00Z'],
    ['2026年7月7日 上午12:05', '2026-07-06T16:05:00Z'],
    ['2026年7月7日 凌晨12:05', '2026-07-06T16:05:00Z'],
    ['2026年7月7日 晚上12:05', '2026-07-06T16:05:00Z'],
    ['2026年7月7日 晚上8:05', '2026-07-07T12:05:00Z'],
    ['2026年7月7日 深夜1:05', '2026-07-06T17:05:00Z'],
    ['2026年7月7日 下午12:05', '2026-07-07T04:05:00Z'],
    ['2026年7月7日 中午12:05', '2026-07-07T04:05:00Z'],
    ['2026年7月7日 中午1:05', '2026-07-07T05:05:00Z'],
    ['2026年7月7日15时', '2026-07-07T07:00:00Z'],
    ['2026年7月7日下午3点半', '2026-07-07T07:30:00Z'],
    ['2026年7月7日 15点05分', '2026-07-07T07:05:00Z'],
    ['July 7, 2026, 3 pm', '2026-07-07T15:00:00Z'],
    ['July 7, 2026 at 12 a.m. ET', '2026-07-07T04:00:00Z'],
    ['3 pm, July 7, 2026', '2026-07-07T15:00:00Z'],
    ['3pm, 7 July 2026', '2026-07-07T15:00:00Z'],
    ['14.06.2019', '2019-06-14T00:00:00Z'],
    ['06/14/2019 10:00 PM', '2019-06-14T22:00:00Z'],
    ['1560000000', '2019-06-08T13:20:00Z'],
    ['1560000000000', '2019-06-08T13:20:00Z'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    ['Fri, 02 Jan 49 00:00:00 GMT', '2049-01-02T00:00:00Z'],
    ['Sun, 02 Jan 50 00:00:00 GMT', '1950-01-02T00:00:00Z'],
    ['Sun, 02 Jan 102 00:00:00 GMT', '2002-01-02T00:00:00Z'],
  ])('behaviour 2: with a year of two or three digits: %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('without a zone is read in the one that its reader assumes', () => {
    expect(iso('Jun 14,2019 20:49', 480)).toBe('2019-06-14T12:49:00Z');
    expect(iso('Jun 14,2019 20:49CST', 480)).toBe('2019-06-14T12:49:00Z');
    expect(iso('Fri, 14 Jun 2019 20:49:00 CST')).toBe('2019-06-15T02:49:00Z');
  });

  it('names a time where it names an hour, and is of a day alone else', () => {
    expect(readDate('2026年7月7日15时')?.day).toBeNull();
    expect(readDate('July 7, 2026, 3 pm')?.day).toBeNull();
    expect(readDate('July 7, 2026, Pm')?.day).toBe('2026-07-07');
  });

  it.each(['', ' ', 'yesterday', 'Wed, 31 Feb 2020 00:00:00 GMT', '2020-13-01', '2020-00-10', '99/99/9999', 'Mon, 14 Jun 2019 25:00:00 GMT', 'May', '2020-01-01T99:99:99Z', '\u0000'])('that does not exist is none: %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('is found or not in no time, whatever the text', () => {
    const started = performance.now();
    for (const text of ['9'.repeat(1e6), 'jan '.repeat(1e5), '+'.repeat(90), ' '.repeat(1e6), '1:'.repeat(49), `2020-01-01${' '.repeat(80)}x`]) parseDate(text);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('never throws: random texts made of what dates are made of', () => {
    const parts = ['Mon', ', ', '02', '2020', 'Feb', '年', '月', ':', '-', '+08:00', 'GMT', '99', ' ', '/', 'T', 'Z', '.', '下午', 'pm', '日'];
    let seed = 7;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647);
    const texts = Array.from({ length: 20_000 }, () => Array.from({ length: next() % 9 }, () => parts[next() % parts.length]).join(''));
    expect(texts.filter((text) => !Number.isSafeInteger(parseDate(text) ?? 0))).toEqual([]);
    expect(texts.some((text) => parseDate(text) !== null)).toBe(true);
  });
});

const two = (value: number) => String(value).padStart(2, '0');

describe('a date in the form that most feeds write', () => {
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const ZONES = ['Z', 'GMT', '+0000', '-0500', '+08:00', '-03:30', '+1345', '+14:00', '-1530', ''];
  const next = seededRandom(20);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  /** Numbers that no calendar has among them; the second form is the first, written so that its parts are told one by one. */
  const written = Array.from({ length: 4000 }, (): [plain: string, odd: string] => {
    const [year, month, day] = [1890 + upTo(220), upTo(12), upTo(32)];
    const clock = `${two(upTo(25))}:${two(upTo(61))}:${two(upTo(61))}`;
    const zone = ZONES[upTo(ZONES.length - 1)] ?? '';
    const iso = `${year}-${two(month)}-${two(day)}`;
    const rfc = `${upTo(1) === 0 ? 'Wed, ' : ''}${day} ${MONTHS[month] ?? 'Foo'}`;
    return upTo(1) === 0 ? [`${iso}T${clock}${zone}`, `${iso}  ${clock}${zone}`] : [`${rfc} ${year} ${clock} ${zone}`, `${rfc}  ${year} ${clock} ${zone}`];
  });

  it('is what it is when its parts are told one by one', () => {
    expect(written.filter(([plain]) => plainMoment(plain) !== null).length).toBeGreaterThan(300);
    expect(written.filter(([, odd]) => plainMoment(odd) !== null)).toEqual([]);
    expect(written.filter(([plain, odd]) => JSON.stringify(readDate(plain)) !== JSON.stringify(readDate(odd)))).toEqual([]);
  });
});
