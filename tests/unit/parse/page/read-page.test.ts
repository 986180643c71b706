import { describe, expect, it } from 'vitest';
import { normalizeFeed } from '../../../../electron/core/normalize/normalize-feed.ts';
import { findPageLists } from '../../../../electron/core/parse/page/find-page-lists.ts';
import type { HtmlRules, PageRules } from '../../../../electron/core/parse/page/page-rules.ts';
import { pageState } from '../../../../electron/core/parse/page/page-state.ts';
import { readPage } from '../../../../electron/core/parse/page/read-page.ts';
import { differences } from './differences.ts';
import { NOW, pageFixture, pageFixtures } from './fixtures.ts';

const rulesOf = (text: string, url: string): PageRules => {
  const [best] = findPageLists(text, { url, now: NOW });
  if (!best) throw new Error('no list');
  return best.rules;
};
const html = (item: string, more: Partial<HtmlRules> = {}): HtmlRules => ({ kind: 'html', item, title: null, link: null, date: null, summary: null, ...more });

/** Words that a redesign keeps, since they say what a place is for. */
const KEPT = /nav|menu|foot|hot|side|widget|pag|tag|crumb|lang|ad-|tabs|related|title|event|sponsor|promot/i;

/** The page as a redesign leaves it: the same articles, other class names and ids. */
function redesigned(text: string): string {
  const names = new Map<string, string>();
  const renamed = (name: string) => {
    if (KEPT.test(name)) return name;
    if (!names.has(name)) names.set(name, `neu-q${String.fromCharCode(97 + Math.floor(names.size / 26))}${String.fromCharCode(97 + (names.size % 26))}`);
    return names.get(name) ?? name;
  };
  return text.replace(/\b(class|id)=(\\?)"([^"\\]*)/g, (_, attribute: string, slash: string, value: string) => `${attribute}=${slash}"${value.split(/\s+/).map(renamed).join(' ')}`);
}

/** Four articles of one desk under addresses of one shape. */
const deskList = (slug: (n: number) => string) => `<ul>${[1, 2, 3, 4].map((n) => `<li class="item"><a href="${slug(n)}">A long enough title of article ${n}</a> <span>Nov ${20 - n}, 2026</span></li>`).join('')}</ul>`;
/** The names by which the articles of a page of the desk are known. */
const deskNames = (text: string) => {
  const reading = readPage(text, { url: 'https://news.metal.com/list/industry/rare-earth', rules: html('li.item'), now: NOW });
  if (reading.kind !== 'items') throw new Error(reading.kind);
  return normalizeFeed(reading.feed, { feedUrl: 'https://news.metal.com/', finalUrl: 'https://news.metal.com/list/industry/rare-earth', now: NOW }).articles.map(({ keys }) => keys.guid);
};

describe('a page that is followed', () => {
  it('gives a feed with its title, language and address', () => {
    const { text, url } = pageFixture('wordpress-archive');
    expect(readPage(text, { url, rules: rulesOf(text, url), now: NOW })).toMatchObject({ kind: 'items', found: 10, feed: { kind: 'page', title: 'Rare earth Archives - Pit Wall', lang: 'en-US', siteUrl: url } });
  });

  it('carries its summaries as text that cannot be taken for markup', () => {
    const text = '<ul>' + [1, 2, 3].map((n) => `<li class="item"><h3><a href="/n/1000${n}">Neodymium title number ${n}</a></h3><p class="summary">Less &lt;script&gt;alert(1)&lt;/script&gt; than is asked, and a few words more to be long enough.</p></li>`).join('') + '</ul>';
    const reading = readPage(text, { url: 'https://example.org/', rules: html('li.item'), now: NOW });
    expect(reading.kind === 'items' && reading.feed.items[0]?.html).toBe('<p>Less &lt;script&gt;alert(1)&lt;/script&gt; than is asked, and a few words more to be long enough.</p>');
  });

  it.each(pageFixtures().filter(({ items, text }) => items !== null && text.includes('class=')).map((fixture) => [fixture.name, fixture] as const))('%s: after a redesign says so and proposes the same articles, or still reads them', (_name, fixture) => {
    const { text, url } = fixture;
    const reading = readPage(redesigned(text), { url, rules: rulesOf(text, url), now: NOW });
    const items = reading.kind === 'shape-changed' ? reading.proposals[0]?.items : (reading.kind === 'items' ? reading.items : []);
    expect(differences(items ?? [], fixture)).toEqual([]);
  });

  it('is noticed to have changed by most of the rules that we propose', () => {
    const changed = pageFixtures().filter(({ items, text, url }) => items !== null && readPage(redesigned(text), { url, rules: rulesOf(text, url), now: NOW }).kind === 'shape-changed');
    expect(changed.length).toBeGreaterThanOrEqual(22);
  }, 60_000);

  it('is read on when a build changes its hashes only', () => {
    const fixture = pageFixture('hashed-div-soup');
    const rebuilt = fixture.text.replace(/___\w{5}/g, '___q7Rt2');
    const reading = readPage(rebuilt, { url: fixture.url, rules: rulesOf(fixture.text, fixture.url), now: NOW });
    expect(reading.kind === 'items' && differences(reading.items, fixture)).toEqual([]);
  });

  it('whose rules name what leads nowhere now says so', () => {
    const text = `<div class="item">one</div><div class="item">two</div>${pageFixture('card-links').text}`;
    expect(readPage(text, { url: 'https://lanthanide.example/stories', rules: html('div.item'), now: NOW })).toMatchObject({ kind: 'shape-changed', found: 0 });
  });

  it('whose rules name a menu now says so, since the list stands elsewhere', () => {
    const { text, url } = pageFixture('card-links');
    const reading = readPage(text, { url, rules: html('nav li'), now: NOW });
    expect(reading.kind === 'shape-changed' && differences(reading.proposals[0]?.items ?? [], pageFixture('card-links'))).toEqual([]);
  });

  it.each(pageFixtures().filter((fixture) => 'state' in fixture).map((fixture) => [fixture.name, fixture] as const))('%s is told from an empty list', (_name, fixture) => {
    expect(readPage(fixture.text, { url: fixture.url, rules: html('div.item'), now: NOW }).kind).toBe((fixture as { state?: string }).state);
  });

  it.each([
    ['页面加载失败', 'soft-404'],
    ['Page not found', 'soft-404'],
    ['The page you requested is no longer here', 'soft-404'],
    ['访问过于频繁，请完成安全验证', 'blocked'],
    ['Verify you are human', 'blocked'],
    ['Please log in to continue', 'blocked'],
  ])('%s: is %s', (words, kind) => {
    expect(readPage(`<html><body><div>${words}</div></body></html>`, { url: 'https://example.org/', rules: html('li'), now: NOW })).toEqual({ kind, found: 0 });
  });

  it.each([
    ['none-soft-404', 'soft-404'],
    ['none-challenge', 'blocked'],
    ['none-login', 'blocked'],
    ['none-app-shell', 'script-only'],
    ['none-home', null],
    ['date-in-slug', null],
    ['json-exchange', null],
  ])('%s says before it is followed why it may hold no list: %s', (name, state) => {
    const { text, url } = pageFixture(name);
    expect(pageState(text, url)).toBe(state);
  });

  it('never throws on rules and texts that do not fit each other', () => {
    const json: PageRules = { kind: 'json', items: 'data', title: 't', link: 'u', date: null, summary: null, id: null };
    for (const text of ['', '{"data":{}}', '<p>x', '[1,2]', 'jsonp(', '{"data":[1,null,{"t":{}}]}']) {
      for (const rules of [json, { ...json, in: 'script' }, html('li'), html('li:['), { ...html('li'), in: 'a.b' }]) {
        expect(readPage(text, { url: 'https://example.org/', rules, now: NOW })).toMatchObject({ kind: 'shape-changed', found: 0 });
      }
    }
  });

  it.each([
    ['json-days-as-names', ['"2026-11-17"', '"2026-11-21"'], '2026-11-21'],
    ['json-lists-of-days-zh', ['2026年11月20日', '2026年11月22日'], '2026-11-22'],
    ['json-ids-as-names', ['"90398"', '"90420"'], null],
  ] as const)('%s is read on when other days or ids have come', (name, [was, is], day) => {
    const { text, url, items } = pageFixture(name);
    const later = readPage(text.replace(was, is), { url, rules: rulesOf(text, url), now: NOW });
    if (later.kind !== 'items') throw new Error(later.kind);
    expect(new Set(later.items.map((item) => item.url))).toEqual(new Set((items ?? []).map((item) => item.url)));
    expect(later.items.some(({ publishedDay }) => publishedDay === day)).toBe(day !== null);
  });

  it('one story under four addresses is one article, in this and the next reading', () => {
    const first = deskNames(deskList((n) => `/newscontent/10363101${n}/some-slug/`));
    expect(new Set(first).size).toBe(4);
    expect(deskNames(deskList((n) => `/en/newscontent/10363101${n}-another-slug?utm_source=x`))).toEqual(first);
  });
});

describe('rules of a person', () => {
  const text = `<div class="l">${[1, 2, 3].map((n) => `<div class="r"><a class="cat" href="/c/${n}">Category of things</a><b class="t">Title ${n} as set in bold</b><a class="go" href="/x/${n}">go</a><i>2026-11-0${n}</i><em>2026-10-0${n}</em><q>Words ${n}</q></div>`).join('')}</div>`;
  it('are followed where they say what is what', () => {
    const reading = readPage(text, { url: 'https://example.org/', rules: { kind: 'html', item: '.r', title: 'b.t', link: 'a.go', date: 'em', summary: 'q' }, now: NOW });
    expect(reading.kind === 'items' && reading.items[1]).toEqual({ title: 'Title 2 as set in bold', url: 'https://example.org/x/2', publishedAt: Date.UTC(2026, 9, 2), publishedDay: '2026-10-02', zoneAssumed: true, dateText: '2026-10-02', summary: 'Words 2', guid: null });
  });

  it('may look beside an item', () => {
    const pairs = [1, 2, 3].map((n) => `<dt><a href="/x/${n}">Title of the entry ${n}</a></dt><dd><u>2026-01-01</u><s>2026-11-0${n}</s></dd>`).join('');
    const reading = readPage(`<dl>${pairs}</dl>`, { url: 'https://example.org/', rules: html('dt', { date: '+ dd s' }), now: NOW });
    expect(reading.kind === 'items' && reading.items.map(({ dateText }) => dateText)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  });

  it.each([
    ['names that are ids', { news: { 107: { t: 'A notice on terbium' }, 108: { t: 'A notice on yttrium' } } }, 'news', ['108', '107']],
    ['a single id', { news: { 7: { t: 'A notice on terbium' } } }, 'news', ['7']],
    ['every element of a list of one', { news: [{ t: 'A notice on terbium', '~': 'own' }] }, 'news[*]', ['own']],
    ['a year, a month and a day', { 2026: { 11: { '02': [{ t: 'A notice on terbium' }] }, 9: { 30: [{ t: 'A notice on yttrium' }] } } }, '[*][*][*][*]', ['2026-11-02', '2026-9-30']],
    ['names that are longer than an index', { news: { 1764300000003: { t: 'A notice on terbium' }, 1764300000002: { t: 'A notice on yttrium' } } }, 'news', ['1764300000003', '1764300000002']],
    ['the lists of several days', { days: [{ of: [{ t: 'A notice on terbium', '~': 'a' }] }, { of: [{ t: 'A notice on yttrium', '~': 'b' }] }] }, 'days[*].of', ['a', 'b']],
  ])('may build an address from %s', (_case, json, items, names) => {
    const reading = readPage(JSON.stringify(json), { url: 'https://example.org/api', rules: { kind: 'json', items, title: 't', link: '/news/{~}', date: null, summary: null, id: '~' }, now: NOW });
    expect(reading.kind === 'items' && reading.items.map(({ url }) => url)).toEqual(names.map((name) => `https://example.org/news/${name}`));
  });

  it('may build an address from the fields of JSON', () => {
    const rows = JSON.stringify({ payload: [{ items: [{ id: 7, cat: 'ree/x', t: 'A notice on terbium' }, { id: 8, cat: 'ree', t: 'A notice on yttrium' }] }] });
    const reading = readPage(rows, { url: 'https://example.org/api', rules: { kind: 'json', items: 'payload.0.items', title: 't', link: '/news/{cat}/{id}', date: null, summary: null, id: 'id' }, now: NOW });
    expect(reading.kind === 'items' && reading.items.map(({ url }) => url)).toEqual(['https://example.org/news/ree/x/7', 'https://example.org/news/ree/8']);
  });
});
