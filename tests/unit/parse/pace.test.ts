import { describe, expect, it } from 'vitest';
import { atom, feedOf, rss } from './parse.ts';

const pace = async (head: string) => (await feedOf(rss('', head))).pace;
const NONE = { ttlMinutes: null, skipHours: [], skipDays: [], updateEveryMs: null };
const HOUR = 3_600_000;

describe('the pace that a feed asks for', () => {
  it('is none where it says nothing', async () => {
    expect(await pace('<title>x</title>')).toEqual(NONE);
    expect((await feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [] }))).pace).toEqual(NONE);
  });

  it.each([
    ['60', 60],
    [' 90 ', 90],
    ['60 minutes', 60],
    ['1 hour', 60],
    ['2h', 120],
    ['30.0', 30],
    ['0', null],
    ['-5', null],
    ['soon', null],
    ['99999999999', 525_600],
  ])('ttl %j is %j minutes', async (ttl, minutes) => {
    expect((await pace(`<ttl>${ttl}</ttl>`)).ttlMinutes).toBe(minutes);
  });

  it('names hours and days to be left out, in any case, once and in order', async () => {
    const { skipHours, skipDays } = await pace('<skipHours><hour>24</hour><hour> 7 </hour><hour>07</hour><hour>31</hour><hour>x</hour></skipHours><skipDays><day>SUNDAY</day><day>saturday</day><Day>Wed</Day><day>Someday</day></skipDays>');
    expect(skipHours).toEqual([0, 7]);
    expect(skipDays).toEqual([0, 3, 6]);
  });

  it('leaves nothing out where everything would be', async () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('');
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => `<day>${day}</day>`).join('');
    expect(await pace(`<skipHours>${hours}</skipHours><skipDays>${days}</skipDays>`)).toEqual(NONE);
  });

  it.each([
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>', HOUR],
    ['<sy:updatePeriod>\n Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * HOUR],
    ['<sy:updatePeriod>weekly</sy:updatePeriod>', 7 * 24 * HOUR],
    ['<sy:updateFrequency>2</sy:updateFrequency>', 12 * HOUR],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', HOUR],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1000000</sy:updateFrequency>', 60_000],
    ['<sy:updatePeriod>now and then</sy:updatePeriod>', null],
  ])('the syndication module: %s', async (head, every) => {
    expect((await pace(head)).updateEveryMs).toBe(every);
  });
});

describe('where older items stand', () => {
  const archive = async (head: string) => (await feedOf(atom('', head))).archive.previousUrl;

  it.each([
    ['<link rel="prev-archive" href="2025/10.xml"/><link rel="next" href="?page=2"/>', 'https://example.org/2025/10.xml'],
    ['<link rel="next" href="?page=2"/>', 'https://example.org/feed.xml?page=2'],
    ['<link rel="http://www.iana.org/assignments/relation/prev-archive" xml:base="https://archive.example/" href="1"/>', 'https://archive.example/1'],
    ['<link rel="previous" href="?page=0"/><link rel="hub" href="https://hub.example/"/>', null],
    ['<link rel="next" href="javascript:alert(1)"/>', null],
  ])('%s', async (head, url) => {
    expect(await archive(head)).toBe(url);
  });

  it('in RSS through Atom’s link, in JSON Feed by next_url', async () => {
    expect((await feedOf(rss('', '<atom:link rel="next" href="/feed?paged=2"/>'))).archive).toEqual({ previousUrl: 'https://example.org/feed?paged=2' });
    expect((await feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', next_url: '2.json', items: [] }))).archive).toEqual({ previousUrl: 'https://example.org/2.json' });
  });
});
