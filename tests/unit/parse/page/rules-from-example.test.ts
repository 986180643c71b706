import { describe, expect, it } from 'vitest';
import { pageLinks } from '../../../../electron/core/parse/page/page-links.ts';
import { readPage } from '../../../../electron/core/parse/page/read-page.ts';
import { rulesFromExample } from '../../../../electron/core/parse/page/rules-from-example.ts';
import { differences } from './differences.ts';
import { NOW, pageFixture, pageFixtures } from './fixtures.ts';

const lists = pageFixtures().filter(({ items }) => items !== null);

describe('an example that a person points at', () => {
  it.each(lists.map((fixture) => [fixture.name, fixture] as const))('%s: its list comes back, by title and by address', (_name, fixture) => {
    const third = fixture.items?.[2];
    for (const example of [{ url: third?.url ?? '' }, { title: third?.title ?? '' }]) {
      const list = rulesFromExample(fixture.text, { url: fixture.url, now: NOW, example });
      expect(list && differences(list.items, fixture)).toEqual([]);
      expect(list?.confidence).toBe('sure');
    }
  });

  // What a browser would draw from JSON, and rows of JSON in a string, are no links of the page.
  it.each(lists.filter(({ text }) => !/application\/(?:ld\+)?json|__INITIAL_STATE__|__next_f|"html":/.test(text)).map((fixture) => [fixture.name, fixture] as const))('%s: is among the links that are shown to point at', (_name, { text, url, items }) => {
    const links = new Set(pageLinks(text, url, NOW).map((link) => link.url));
    expect(items?.filter((item) => !links.has(item.url))).toEqual([]);
  });

  it('may stand where lists hardly ever do', () => {
    const { text, url } = pageFixture('two-lists');
    const notice = rulesFromExample(text, { url, now: NOW, example: { title: '镓锗价格周评：海外溢价收窄' } });
    expect(notice?.heading).toBe('通知公告');
    expect(notice?.items).toHaveLength(6);
    const popular = pageFixture('ministry-list');
    const ranking = rulesFromExample(popular.text, { url: popular.url, now: NOW, example: { title: '欧洲买家询价增多 氧化镝离岸价走高' } });
    expect(ranking?.items).toHaveLength(6);
  });

  it('may be a link that is not the likeliest of its item', () => {
    const text = `<ul class="all">${[1, 2, 3, 4].map((n) => `<li><h3><a class="main" href="/story/100${n}">The long story of number ${n}</a></h3><a class="doc" href="/files/report-${n}.pdf">Report ${n}</a> <span>2026-11-0${n}</span></li>`).join('')}</ul>`;
    const list = rulesFromExample(text, { url: 'https://example.org/', now: NOW, example: { url: '/files/report-2.pdf' } });
    expect(list?.items.map(({ url }) => url)).toEqual([1, 2, 3, 4].map((n) => `https://example.org/files/report-${n}.pdf`));
    expect(list?.items[0]).toMatchObject({ title: 'Report 1', dateText: '2026-11-01' });
  });

  it('may be an element, by its selector', () => {
    const fixture = pageFixture('card-links');
    const list = rulesFromExample(fixture.text, { url: fixture.url, now: NOW, example: { selector: 'a.card:nth-of-type(3) h3' } });
    expect(list && differences(list.items, fixture)).toEqual([]);
  });

  it('gives rules that read the page', () => {
    const fixture = pageFixture('document-table');
    const list = rulesFromExample(fixture.text, { url: fixture.url, now: NOW, example: { url: fixture.items?.[0]?.url ?? '' } });
    const reading = list && readPage(fixture.text, { url: fixture.url, rules: list.rules, now: NOW });
    expect(reading?.found).toBe(12);
  });

  it.each([{ title: 'Not a title of this page' }, { url: 'https://elsewhere.example/' }, { selector: 'li:[' }, { selector: 'body' }, {}])('that is nowhere or in no list gives none: %j', (example) => {
    expect(rulesFromExample('<p><a href="/one">A single link with words</a></p>', { url: 'https://example.org/', now: NOW, example })).toBeNull();
  });
});

describe('the links of a page', () => {
  it('carry what stands beside them, each address once by its best words', () => {
    const text = '<div><p><a href="/a"><img alt=""></a> <a href="/a#x">A title</a> 2026-11-18</p></div><a href="javascript:void(0)">no</a><a href="mailto:a@example.org">no</a>';
    expect(pageLinks(text, 'https://example.org/')).toEqual([{ title: 'A title', url: 'https://example.org/a#x', context: '2026-11-18' }]);
  });

  it('are bounded', () => {
    expect(pageLinks(Array.from({ length: 5000 }, (_, n) => `<a href="/${n}">Link ${n}</a>`).join(''), 'https://example.org/')).toHaveLength(1000);
  });
});
