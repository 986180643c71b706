import { describe, expect, it } from 'vitest';
import { findPageLists } from '../../../../electron/core/parse/page/find-page-lists.ts';
import { pageLinks } from '../../../../electron/core/parse/page/page-links.ts';
import type { HtmlRules } from '../../../../electron/core/parse/page/page-rules.ts';
import { readPage } from '../../../../electron/core/parse/page/read-page.ts';
import { rulesFromExample } from '../../../../electron/core/parse/page/rules-from-example.ts';
import { NOW, pageFixtures } from './fixtures.ts';

const url = 'https://example.org/list';
const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at)).join('');
/** Each costs a look at every element, its ancestors and its siblings. */
const costly: HtmlRules = { kind: 'html', item: 'div div div div a:nth-of-type(2n+1), li:nth-last-child(n+2) a, * * * * * b', title: null, link: null, date: null, summary: null };

/** Everything that is done with a page, in turn. */
function useAll(text: string): string {
  findPageLists(text, { url, now: NOW });
  pageLinks(text, url);
  rulesFromExample(text, { url, now: NOW, example: { title: 'Title number 3 of it' } });
  return readPage(text, { url, rules: costly, now: NOW }).kind;
}

// Sizes at which the square of any of them would take minutes.
const PAGES: Readonly<Record<string, () => string>> = {
  'a hundred thousand levels': () => `${'<div>'.repeat(100_000)}<a href="/x">x</a>`,
  'links at every level': () => many(590, (at) => `<div><a href="/n/1000${at}">Title number ${at} of it</a>`),
  'end tags that end nothing': () => `${'<div>'.repeat(590)}${'</b>'.repeat(150_000)}`,
  'a list without end': () => `<ul>${many(12_000, (at) => `<li><a href="/news/${100_000 + at}.html">Title number ${at} of it</a><span>2026-11-18</span></li>`)}</ul>`,
  'a class for each element': () => many(8000, (at) => `<div class="c${at.toString(36)}___abcde x${at}-y--z${at}"><a href="/a${at}">Title number ${at} of it</a></div>`),
  'thousands of lists': () => many(1500, (at) => `<div><h3>Head ${at}</h3><ul>${many(3, (n) => `<li><a href="/news/${at}${n}00">Title number ${at} ${n} of it</a></li>`)}</ul></div>`),
  'an attribute without end': () => `<a href="${'x'.repeat(3_000_000)}`,
  'an attribute of dates': () => `<a href="/x" title="${'2026-11-18 '.repeat(300_000)}">x</a>`,
  'words that may be dates': () => `<ul>${many(300, (at) => `<li><a href="/n/${at}0000">${'Nov '.repeat(100)}${at}</a><p>${'18 Nov '.repeat(200)}</p></li>`)}</ul>`,
  'white space': () => `<ul>${many(50, (at) => `<li><a href="/n/${at}0000">Title of ${at}</a>${' '.repeat(60_000)}</li>`)}</ul>`,
  'items that hold thousands of elements': () => many(20, (at) => `<div class="item"><a href="/n/${at}0000">Title number ${at} of it</a>${'<span><b>2026</b></span>'.repeat(2000)}</div>`),
  'comments that do not end': () => '<!--'.repeat(500_000),
  'references': () => `<a href="/x">${'&amp;'.repeat(400_000)}`,
  'JSON of a million brackets': () => '['.repeat(1_000_000),
  'JSON of a forty thousand names': () => JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`k${at}`, { t: 'Title of it', u: '/x' }]))),
  'JSON of sixty thousand rows': () => JSON.stringify({ a: Array.from({ length: 60_000 }, (_, at) => ({ t: `Title number ${at} of it`, u: `/n/${at}`, d: '2026-11-18' })) }),
  'scripts whose values do not end': () => many(300, () => `<script>${'a={"b":['.repeat(1500)}</script>`),
  'scripts that say what is to be parsed': () => many(200, () => `<script>${"a=JSON.parse('".repeat(1500)}</script>`),
  'pieces without end': () => many(2000, () => `<script>self.__next_f.push([1,"${'1:Tffffff,'.repeat(100)}"])</script>`),
  'XML that does not end': () => '<script type="text/xml"><![CDATA['.repeat(50_000),
  'state in every element': () => many(3000, (at) => `<div data-props="[${'{&quot;a&quot;:1},'.repeat(50)}{}]"><a href="/n/${at}">Title number ${at} of it</a></div>`),
  'more than is read': () => `${'x'.repeat(6_000_000)}<a href="/x">x</a>`,
};

describe('a hostile page', () => {
  it.each(Object.entries(PAGES))('of %s is come to an end with', (_name, make) => {
    expect(useAll(make())).toMatch(/^(?:items|shape-changed)$/);
  }, 120_000);

  it('is cut past its bounds, and what stands before them is read', () => {
    const list = `<ul>${many(8, (at) => `<li><a href="/news/${1000 + at}.html">Title number ${at} of it</a><span>2026-11-${10 + at}</span></li>`)}</ul>`;
    expect(findPageLists(`${list}${'<div>'.repeat(2000)}`, { url, now: NOW })[0]?.items).toHaveLength(8);
    expect(findPageLists(`${list}${'x'.repeat(6_000_000)}`, { url, now: NOW })[0]?.items).toHaveLength(8);
  });

  it('leads to the web only', () => {
    const text = `<ul>${['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'vbscript:x', 'https://example.org/news/10001', '/news/10002', '//example.org/news/10003'].map((href, at) => `<li class="item"><a href="${href}">Title number ${at} of it</a> 2026-11-1${at}</li>`).join('')}</ul>`;
    const reading = readPage(text, { url, rules: { ...costly, item: 'li.item' }, now: NOW });
    expect(reading.kind === 'items' && reading.items.map((item) => item.url)).toEqual(['https://example.org/news/10001', 'https://example.org/news/10002', 'https://example.org/news/10003']);
  });

  it('cut anywhere is never thrown at', () => {
    let state = 20_261_125;
    const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    for (const { text, url: address } of pageFixtures()) {
      const cut = text.slice(0, Math.floor(next() * text.length));
      const at = Math.floor(next() * text.length);
      const torn = `${text.slice(0, at)}${'<>"\'&\u0000'.charAt(Math.floor(next() * 6))}${text.slice(at + 7)}`;
      for (const broken of [cut, torn]) {
        for (const { rules } of findPageLists(broken, { url: address, now: NOW }).slice(0, 1)) expect(readPage(broken, { url: address, rules, now: NOW }).kind).toBe('items');
      }
    }
  });
});

describe('a fragment', () => {
  it('whose items stand in nothing is a list too', () => {
    const items = many(6, (at) => `<li><a href="/art/2026/art_1_${9000 - at}.html">公告第${at}号 稀土出口许可事项</a><span>2026-11-${20 - at}</span></li>`);
    expect(findPageLists(items, { url, now: NOW })[0]).toMatchObject({ confidence: 'sure', rules: { item: 'li' } });
    expect(findPageLists(JSON.stringify({ data: { html: items } }), { url, now: NOW })[0]).toMatchObject({ confidence: 'sure', rules: { in: 'data.html', item: 'li' } });
  });
});
