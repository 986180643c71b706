import { describe, expect, it } from 'vitest';
import { findDate } from '../../../../electron/core/parse/page/find-date.ts';
import { zoneOf } from '../../../../electron/core/parse/page/page-zone.ts';
import { resolveDates } from '../../../../electron/core/parse/page/resolve-dates.ts';
import { urlDate } from '../../../../electron/core/parse/page/url-date.ts';
import { NOW } from './fixtures.ts';

/** What a list of texts is read as, in one zone (minutes) and order. */
function read(texts: readonly string[], zone = 0, dayFirst: boolean | null = null, serials: readonly number[] = []): (string | null)[] {
  const entries = texts.map((text, at) => ({ date: findDate(text)?.date ?? null, head: null, serial: serials[at] ?? null }));
  return resolveDates(entries, { now: NOW, zone, dayFirst }).map(({ at }) => (at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z').replace('T00:00:00Z', '')));
}

const printed = (text: string) => findDate(text)?.date ?? null;

describe('a date of a list page', () => {
  it.each([
    ['iconDec 13, 2021 09:36', '2021-12-13T09:36:00Z'],
    ['Nov 18, 2019 14:04', '2019-11-18T14:04:00Z'],
    ['Jan 19,2020', '2020-01-19'],
    ['Published: Nov 20, 2025 12:07', '2025-11-20T12:07:00Z'],
    ['Apr 13, 2021 00:00', '2021-04-13'],
    ['2026-11-18', '2026-11-18'],
    ['[2026-11-18]', '2026-11-18'],
    ['（2026/11/18）', '2026-11-18'],
    ['２０２６年１１月１８日', '2026-11-18'],
    ['2026年11月18日 09:30', '2026-11-18T09:30:00Z'],
    ['发布时间：2026-11-18 09:30:15 来源：矿讯 浏览：123', '2026-11-18T09:30:15Z'],
    ['2026年11月18日 下午3:05', '2026-11-18T15:05:00Z'],
    ['Jul 7, 2026 10:00 AM ET', '2026-07-07T14:00:00Z'],
    ['Jan 13, 2026 10:00 AM ET', '2026-01-13T15:00:00Z'],
    ['2026年7月7日 晚上12:05', '2026-07-07T00:05:00Z'],
    ['2026-11-18 星期三 09:30', '2026-11-18T09:30:00Z'],
    ['2026.11.18', '2026-11-18'],
    ['20261118', '2026-11-18'],
    ['/Date(1763459400000)/', '2025-11-18T09:50:00Z'],
    ['9/8/26', '2026-09-08'],
    ['2026-11-18T09:30:00+08:00', '2026-11-18T01:30:00Z'],
    ['2026-11-18T09:30:00.123Z', '2026-11-18T09:30:00Z'],
    ['Thu, 12 Nov 2026 23:10:00 GMT', '2026-11-12T23:10:00Z'],
    ['11-18 09:30', '2026-11-18T09:30:00Z'],
    ['11-26', '2025-11-26'],
    ['11/18', '2026-11-18'],
    ['11月18日', '2026-11-18'],
    ['11月30日', '2025-11-30'],
    ['18 Nov', '2026-11-18'],
    ['Nov 18', '2026-11-18'],
    ['18 November 2026', '2026-11-18'],
    ['18th of November, 2026', '2026-11-18'],
    ['Wednesday 18 November 2026 | 09:30', '2026-11-18T09:30:00Z'],
    ['09:30, 18 Nov 2026', '2026-11-18T09:30:00Z'],
    ['Nov. 18, 2026, 9:30 p.m. ET', '2026-11-19T02:30:00Z'],
    ['18-Nov-26', '2026-11-18'],
    ['3–4 December 2026', '2026-12-03'],
    ['令和8年11月18日', '2026-11-18'],
    ['令和元年5月1日', '2019-05-01'],
    ['2026년 11월 18일', '2026-11-18'],
    ['2026年11月18日（水）', '2026-11-18'],
    ['18. November 2026', '2026-11-18'],
    ['18.11.2026 | 12:07 Uhr', '2026-11-18T12:07:00Z'],
    ['18. März 2026', '2026-03-18'],
    ['18 de noviembre de 2026', '2026-11-18'],
    ['18 nov 2026 - 14:05h', '2026-11-18T14:05:00Z'],
    ['18 de set. de 2026', '2026-09-18'],
    ['Publié le 1er août 2026 à 14h05', '2026-08-01T14:05:00Z'],
    ['18 ноября 2026 г., 14:05', '2026-11-18T14:05:00Z'],
    ['18 dicembre 2025', '2025-12-18'],
    ['18 2026-11', '2026-11-18'],
    ['2026-11 18', '2026-11-18'],
    ['18 11月', '2026-11-18'],
    ['1795600000', '2026-11-25T09:46:40Z'],
    ['1795000000000', '2026-11-18T11:06:40Z'],
  ])('%s', (text, expected) => {
    expect(read([text])).toEqual([expected]);
  });

  it.each([
    ['刚刚', '2026-11-25T06:00:00Z'],
    ['5分钟前', '2026-11-25T05:55:00Z'],
    ['3小时前', '2026-11-25T03:00:00Z'],
    ['半小时前', '2026-11-25T05:30:00Z'],
    ['2 hours ago', '2026-11-25T04:00:00Z'],
    ['an hour ago', '2026-11-25T05:00:00Z'],
    ['3h ago', '2026-11-25T03:00:00Z'],
    ['vor 3 Stunden', '2026-11-25T03:00:00Z'],
    ['il y a 3 heures', '2026-11-25T03:00:00Z'],
    ['hace 3 horas', '2026-11-25T03:00:00Z'],
    ['3 часа назад', '2026-11-25T03:00:00Z'],
    ['3시간 전', '2026-11-25T03:00:00Z'],
    ['3時間前', '2026-11-25T03:00:00Z'],
    ['今天 09:12', '2026-11-25T01:12:00Z'],
    ['昨天 16:20', '2026-11-24T08:20:00Z'],
    ['前天', '2026-11-22T16:00:00Z'],
    ['yesterday', '2026-11-23T16:00:00Z'],
    ['2天前', '2026-11-22T16:00:00Z'],
    ['1 week ago', '2026-11-17T16:00:00Z'],
  ])('that is told from now: %s', (text, expected) => {
    expect(read([text], 480)).toEqual([expected]);
  });

  it.each(['', '稀土', '2.4%', 'NdFeB N52', 'Notice No. 18', '13:99', '99/99/9999', '2026-13-45', 'call 400-820-8820', 'page 3', 'v2.1.3', 'March of the magnets', '第18号'])('is not seen in %j', (text) => {
    expect(read([text])).toEqual([null]);
  });

  it('of which one passes the twelfth fixes the order of all', () => {
    expect(read(['05/11/2026', '03/11/2026', '28/10/2026'])).toEqual(['2026-11-05', '2026-11-03', '2026-10-28']);
    expect(read(['11/05/2026', '11/03/2026', '10/28/2026'])).toEqual(['2026-11-05', '2026-11-03', '2026-10-28']);
    expect(read(['11/05', '11/03', '10/28'])).toEqual(['2026-11-05', '2026-11-03', '2026-10-28']);
    expect(read(['26-11-05', '26-11-03', '26-10-28'])).toEqual(['2026-11-05', '2026-11-03', '2026-10-28']);
    expect(read(['05.11.26', '03.11.26', '28.10.26'])).toEqual(['2026-11-05', '2026-11-03', '2026-10-28']);
  });

  it('that could be either is in the order in which the list falls, or its numbers do', () => {
    expect(read(['10/11/2026', '09/11/2026', '12/10/2026', '02/10/2026'])).toEqual(['2026-11-10', '2026-11-09', '2026-10-12', '2026-10-02']);
    expect(read(['05/09/2026', '04/10/2026'], 0, null, [1001, 1002])).toEqual(['2026-09-05', '2026-10-04']);
    expect(read(['05/09/2026', '04/10/2026'], 0, null, [1002, 1001])).toEqual(['2026-05-09', '2026-04-10']);
  });

  it('without a year is never to come, and goes back where the list passes a new year', () => {
    expect(read(['11-18', '08-10', '02-03', '11-20', '05-01'])).toEqual(['2026-11-18', '2026-08-10', '2026-02-03', '2025-11-20', '2025-05-01']);
    expect(read(['12-20', '11-26', '11-25'])).toEqual(['2025-12-20', '2025-11-26', '2026-11-25']);
  });

  it('in China says CST of its own clock, elsewhere of America', () => {
    expect(read(['Jun 14,2019 20:49CST'], 480)).toEqual(['2019-06-14T12:49:00Z']);
    expect(read(['Jun 14,2019 20:49 CST'], 0)).toEqual(['2019-06-15T02:49:00Z']);
  });

  it('that prints its zone is marked so, and one that does not is not', () => {
    const entries = ['2026-11-18T09:30:00+08:00', '2026-11-18 09:30'].map((text) => ({ date: findDate(text)?.date ?? null, head: null, serial: null }));
    expect(resolveDates(entries, { now: NOW, zone: 480, dayFirst: null })).toEqual([
      { at: Date.parse('2026-11-18T01:30:00Z'), zoneAssumed: false, day: null },
      { at: Date.parse('2026-11-18T01:30:00Z'), zoneAssumed: true, day: null },
    ]);
  });

  it('takes what it leaves out from the head above it', () => {
    const entries = [{ date: printed('18'), head: printed('November 2026'), serial: null }, { date: printed('09:12'), head: printed('11月24日'), serial: null }, { date: printed('3 Feb'), head: printed('2024'), serial: null }];
    expect(resolveDates(entries, { now: NOW, zone: 0, dayFirst: null }).map(({ at }) => at)).toEqual([Date.UTC(2026, 10, 18), Date.UTC(2026, 10, 24, 9, 12), Date.UTC(2024, 1, 3)]);
  });

  it.each([
    ['/dt/202611/t20261118_2870000.html', '2026-11-18'],
    ['/2026/1118/60911.html', '2026-11-18'],
    ['/art/2026/11/18/art_1146_23000.html', '2026-11-18'],
    ['/article/a-slug-of-words-2026-11-18', '2026-11-18'],
    ['/a/20261118/12345.shtml', '2026-11-18'],
    ['/2026/11/a-slug', null],
    ['/newscontent/20261318', null],
    ['/product/10020304', null],
  ])('in an address: %s', (path, expected) => {
    const date = urlDate(new URL(path, 'https://example.org'));
    expect(date && `${date.year}-${date.month}-${date.day}`).toBe(expected);
  });

  it.each([
    ['news.metal.com', 'en', 'Rare earth news', 480],
    ['www.example.com', null, '稀土要闻与价格行情一览', 480],
    ['www.example.cn', 'en', 'News', 480],
    ['www.example.jp', null, 'レアアースのニュース', 540],
    ['www.example.com', 'ko', '희토류 소식', 540],
    ['www.example.com', 'en-US', 'Rare earth news', 0],
  ])('of %s (%s) is in the zone of its host or language', (host, lang, text, zone) => {
    expect(zoneOf(host, lang, text).zone).toBe(zone);
  });
});
