import { describe, expect, it } from 'vitest';
import { findPageLists } from '../../../../electron/core/parse/page/find-page-lists.ts';
import { readPage } from '../../../../electron/core/parse/page/read-page.ts';
import { validateRules } from '../../../../electron/core/parse/page/validate-rules.ts';
import { differences } from './differences.ts';
import { NOW, pageFixtures } from './fixtures.ts';

const fixtures = pageFixtures();
const lists = fixtures.filter(({ items }) => items !== null);
const others = fixtures.filter(({ items }) => items === null);
const find = (text: string, url: string) => findPageLists(text, { url, now: NOW });

const box = (at: number, name: string) => `<div class="box box-${name}"><div class="bt"><h3>${name}</h3><a href="/${name}/">更多&gt;&gt;</a></div><ul>${[9, 8, 7, 6, 5].map((day) => `<li><a href="/${name}/202611/${at}${day}01.html">关于第${at}${day}批稀土总量控制指标的通知</a><span>11-0${day}</span></li>`).join('')}</ul></div>`;

describe('a list page', () => {
  it('is kept in more than forty shapes', () => {
    expect(lists.length).toBeGreaterThanOrEqual(44);
    expect(others.length).toBeGreaterThanOrEqual(9);
  });

  it.each(lists.map((fixture) => [fixture.name, fixture] as const))('%s: its articles are found without help', (_name, fixture) => {
    const [best] = find(fixture.text, fixture.url);
    expect(best && differences(best.items, fixture)).toEqual([]);
  });

  it.each(lists.map((fixture) => [fixture.name, fixture] as const))('%s: the rules that are proposed are fit to keep and read the same again', (_name, fixture) => {
    const [best] = find(fixture.text, fixture.url);
    expect(best && validateRules(best.rules)).toBeNull();
    const kept = JSON.parse(JSON.stringify(best?.rules)) as NonNullable<typeof best>['rules'];
    const reading = readPage(fixture.text, { url: fixture.url, rules: kept, now: NOW });
    expect(reading).toMatchObject({ kind: 'items', items: best?.items, found: best?.items.length, feed: { kind: 'page', siteUrl: fixture.url } });
  });

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s: nothing wrong is called sure', (_name, fixture) => {
    const sure = find(fixture.text, fixture.url).filter(({ confidence }) => confidence === 'sure');
    expect(sure.flatMap((list) => differences(list.items, fixture))).toEqual([]);
  });

  it.each(lists.filter(({ also }) => also).map((fixture) => [fixture.name, fixture] as const))('%s: proposes its other lists too', (_name, fixture) => {
    expect(find(fixture.text, fixture.url).map(({ heading }) => heading)).toEqual(expect.arrayContaining([...(fixture.also ?? [])]));
  });

  it('names no hash of a build and no position where a name will do', () => {
    const selectors = lists.flatMap(({ text, url }) => find(text, url).slice(0, 1)).flatMap(({ rules }) => (rules.kind === 'html' ? [rules.item] : []));
    expect(selectors.filter((selector) => /wZtKx|2hGd8|1ab2c3d/.test(selector))).toEqual([]);
    expect(selectors.filter((selector) => selector.includes('nth-')).length).toBeLessThanOrEqual(3);
  });

  it('without dates is found, and not called sure', () => {
    const undated = fixtures.find(({ name }) => name === 'undated-announcements');
    expect(find(undated?.text ?? '', undated?.url ?? '')[0]).toMatchObject({ confidence: 'unsure' });
  });

  it('that a browser would draw from JSON is read from the script that holds it', () => {
    const drawn = fixtures.find(({ name }) => name === 'next-data');
    expect(find(drawn?.text ?? '', drawn?.url ?? '')[0]?.rules).toMatchObject({ kind: 'json', in: 'script#__NEXT_DATA__', items: 'props.pageProps.feed.articles' });
  });

  it('is no rival of the files that its articles have', () => {
    const rows = ['Dysprosium oxide firms', 'A second magnet line', 'Terbium buyers step back', 'Gallium tender draws bids', 'Yttrium stocks fall'].map((words, at) => `<div class="module_item"><span class="date">November ${20 - at}, 2026</span><a class="headline" href="/releases/2026/${words.replaceAll(' ', '-')}/default.aspx">${words} this week</a><a class="pdf" href="https://files.example/${at}.pdf" aria-label="${words} this week PDF">PDF <span>(opens in new window)</span></a></div>`);
    expect(find(`<div class="module">${rows.join('')}</div>`, 'https://www.oxbow.example/releases')).toMatchObject([{ confidence: 'sure', rules: { item: 'div.module_item' } }]);
  });

  it('of several boxes alike is named by the name that its box has to itself, and by its heading without what stands behind it', () => {
    const lists = find(`<body>${box(1, 'yaowen')}${box(2, 'tongzhi')}${box(3, 'zhengce')}</body>`, 'https://www.menhu.example.com/');
    expect(lists.slice(0, 3).map(({ heading, rules }) => [heading, rules.kind === 'html' && rules.item])).toEqual([['yaowen', 'div.box-yaowen li'], ['tongzhi', 'div.box-tongzhi li'], ['zhengce', 'div.box-zhengce li']]);
  });

  it('whose rows are a form filled in, with nothing that says which cell names them, is not called sure', () => {
    const register = fixtures.find(({ name }) => name === 'register-of-numbered-documents');
    const bare = register?.text.replace(/<thead[\s\S]*<\/thead>/, '') ?? '';
    expect(find(bare, register?.url ?? '')[0]).toMatchObject({ confidence: 'unsure', items: { length: 7 } });
  });

  it('is not made of the files of its items, which have their day from them', () => {
    const rows = [20, 18, 16, 14, 12].map((day) => ({ title: `Notice on the terbium quota of November ${day}`, date: `2026-11-${day}`, url: `/notices/2026/notice-on-the-quota-${day}`, files: [{ title: `Annex to the notice of ${day}`, url: `/files/annex-${day}.pdf` }, { title: `Table of quotas of ${day}`, url: `/files/table-${day}.pdf` }] }));
    const lists = find(JSON.stringify({ rows }), 'https://www.example.org/api');
    expect(lists[0]).toMatchObject({ confidence: 'sure', rules: { items: 'rows' } });
    expect(lists.some(({ rules }) => rules.kind === 'json' && rules.items.includes('*'))).toBe(false);
  });

  it.each([
    ['the number of a document, by what follows it', '<a href="/d/#">LC40#</a> - In re Sable Ridge #th', 'LC40# - In re Sable Ridge #th'],
    ['a number set bold, without a sign behind it', '<b><a href="/d/#">No. 24/#</a></b> Order on the quota of lot #', 'No. 24/# Order on the quota of lot #'],
    ['a number and more, where a sign parts them', '<a href="/d/#">PR-11# Corrected</a>: Halden signs with lot #', 'PR-11# Corrected: Halden signs with lot #'],
    ['a title that ends in a number', '<a href="/d/#">Order on the quota of lot 1#</a> - in force', 'Order on the quota of lot 1#'],
    ['a number and more, where nothing parts them', '<a href="/d/#">24/1# Halden signs</a> a few words of a summary', '24/1# Halden signs'],
  ])('calls an item whose link is %s', (_what, row, title) => {
    const [best] = find(`<ul>${[7, 6, 5, 4, 3].map((n) => `<li>${row.replaceAll('#', String(n))}</li>`).join('')}</ul>`, 'https://www.register.example/documents');
    expect(best?.items.map((item) => item.title)).toEqual([7, 6, 5, 4, 3].map((n) => title.replaceAll('#', String(n))));
  });

  it('of items that say behind them when they were posted is dated by that, not by the item before', () => {
    const rows = [20, 18, 16, 14].map((day) => `<h4><a href="/n/${day}">A notice on yttrium stocks, part ${day}</a></h4><p>Posted by the desk on November ${day}, 2026</p>`);
    expect(find(`<div>${rows.join('')}</div>`, 'https://www.desk.example/')[0]?.items.map(({ publishedDay }) => publishedDay)).toEqual([20, 18, 16, 14].map((day) => `2026-11-${day}`));
  });

  it.each([
    ['nir-widget--list', 'sure'],
    ['elementor-element elementor-widget elementor-widget-posts', 'sure'],
    ['widget widget_recent_entries', 'unsure'],
    ['wp-widget-group__inner-blocks', 'unsure'],
    ['elementor-widget elementor-widget-nav-menu', 'none'],
  ])('in a box called %s is called %s', (name, confidence) => {
    const rows = [20, 18, 16, 14, 12].map((day) => `<article class="node"><div>November ${day}, 2026</div><h3><a href="/releases/details/halden-reports-on-its-oxide-plant-${day}">Halden reports on its oxide plant, part ${day}</a></h3></article>`);
    const [best] = find(`<nav>${[1, 2, 3, 4, 5].map((n) => `<a href="/part-${n}">Part ${n}</a>`).join(' ')}</nav><div class="page"><div class="${name}">${rows.join('')}</div></div>`, 'https://www.halden.example/releases');
    expect([best?.confidence ?? 'none', best?.items.length ?? 0]).toEqual([confidence, confidence === 'none' ? 0 : 5]);
  });

  it('of JSON is dated by when something was written, not by when somebody last answered', () => {
    const topics = [20, 18, 16, 14].map((day) => ({ title: `A topic on the terbium quota of November ${day}`, last_posted_at: '2026-11-24T09:00:00Z', created_at: `2026-11-${day}T09:00:00Z`, url: `/t/${4000 + day}` }));
    expect(find(JSON.stringify({ topics }), 'https://forum.example/latest.json')[0]).toMatchObject({ rules: { date: 'created_at' } });
  });

  it('that is asked for as XML by itself is found', () => {
    const records = [20, 18, 16, 14, 12].map((day) => `<record><![CDATA[<li><a href="/art/2026/11/${day}/art_1_${day}.html">关于第${day}批稀土总量控制指标的通知</a><span>2026-11-${day}</span></li>]]></record>`);
    expect(find(`<?xml version='1.0' encoding='UTF-8'?><datastore><totalrecord>5</totalrecord><recordset>${records.join('')}</recordset></datastore>`, 'https://gxj.example.com/module/web/jpage/dataproxy.jsp?columnid=1')).toMatchObject([{ confidence: 'sure', items: { length: 5 } }]);
  });

  it('of another language than English says whose clock it assumed', () => {
    const chinese = fixtures.find(({ name }) => name === 'ministry-list');
    const [best] = find(chinese?.text ?? '', chinese?.url ?? '');
    expect(best?.items.every(({ zoneAssumed }) => zoneAssumed)).toBe(true);
    const zoned = fixtures.find(({ name }) => name === 'wordpress-archive');
    expect(find(zoned?.text ?? '', zoned?.url ?? '')[0]?.items.some(({ zoneAssumed }) => zoneAssumed)).toBe(false);
  });
});

describe('a page without a list', () => {
  it.each([
    ['prices of a day', { data: ['Neodymium oxide', 'Dysprosium oxide', 'Terbium oxide', 'Yttrium oxide', 'Cerium oxide'].map((name, at) => ({ name: `${name} FOB Tarn 99.5% min`, price: 430.5 + at, change: '+1.2%', date: '2026-11-24', url: `/price/${at}` })) }],
    ['prices under their days', Object.fromEntries([24, 23].map((day) => [`2026-11-${day}`, ['Neodymium oxide', 'Dysprosium oxide', 'Terbium oxide', 'Yttrium oxide'].map((productName, at) => ({ productName, avg: 430.5 + at, link: `/price/${day}${at}` }))]))],
    ['goods', { products: [1, 2, 3, 4, 5].map((n) => ({ title: `Neodymium oxide for magnets, bag ${n}`, price: `${n}2.50`, created_at: `2026-11-0${n}T09:00:00Z`, url: `/products/oxide-${n}` })) }],
  ])('but with %s as JSON is not called sure of', (_what, json) => {
    expect(find(JSON.stringify(json), 'https://www.oxides.example/api').filter(({ confidence }) => confidence === 'sure')).toEqual([]);
  });

  it('proposes no parts of itself as items', () => {
    const empty = fixtures.find(({ name }) => name === 'none-empty-column-zh');
    expect(find(empty?.text ?? '', empty?.url ?? '').flatMap(({ items }) => items.map(({ title }) => title))).not.toContain('English');
  });

  it.each(others.map((fixture) => [fixture.name, fixture] as const))('%s is proposed as none, or not surely', (_name, fixture) => {
    expect(find(fixture.text, fixture.url).filter(({ confidence }) => confidence === 'sure')).toEqual([]);
  });

  it.each(['', ' ', '<', '{', '[]', 'null', '{"a":1}', '<html></html>', '\u0000\ufffd'])('like %j gives none', (text) => {
    expect(find(text, 'https://example.org/')).toEqual([]);
  });

  it('under an address that is none gives none', () => {
    expect(find('<a href="/a">A title</a>', 'nowhere')).toEqual([]);
  });
});
