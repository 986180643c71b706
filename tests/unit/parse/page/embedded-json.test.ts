import { describe, expect, it } from 'vitest';
import { findPageLists } from '../../../../electron/core/parse/page/find-page-lists.ts';
import { readPage } from '../../../../electron/core/parse/page/read-page.ts';
import { scriptValues, streamedRows, unflattened } from '../../../../electron/core/parse/page/script-values.ts';
import { NOW } from './fixtures.ts';

const URL_OF_PAGE = 'https://www.halden.example/news';
const TITLES = ['Second magnet line in Harlow passes its first trial melt', "Tarn's scandium trial shows \"higher\" recovery", 'Gallium tender in Veldt draws nine bids', '氧化镝报价小幅上调 分离企业检修延长', 'Terbium buyers step back after three weeks of gains'];
const rows = TITLES.map((title, at) => ({ title, href: `/news/${900 - at}.html`, published_at: `2026-11-${24 - at}T08:00:00Z` }));
const attribute = (value: unknown) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** As Nuxt writes it: each value once, others by their numbers. */
function flattened(): unknown[] {
  const list: number[] = [];
  const flat: unknown[] = [['ShallowReactive', 1], { data: 2, state: 3 }, ['ShallowReactive', 4], {}, { posts: 5 }, ['Reactive', 6], list];
  const add = (value: unknown) => flat.push(value) - 1;
  for (const row of rows) list.push(add(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, add(value)]))));
  return flat;
}

describe('a list that a page holds for its program only', () => {
  it.each([
    ['in a variable among others', `<script>var n = 1; var rows = ${JSON.stringify(rows)}; draw(rows);</script>`, 'rows'],
    ['in a property of the window', `<script>window["__DATA__"]=${JSON.stringify({ list: rows })};(function(){}())</script>`, '__DATA__.list'],
    ['with values that are undefined', `<script>window.__STATE__ = {"user":undefined,"list":${JSON.stringify(rows)}};</script>`, '__STATE__.list'],
    ['as a text in double quotes', `<script>window.__STATE__ = JSON.parse(${JSON.stringify(JSON.stringify({ list: rows }))});</script>`, '__STATE__.list'],
    ['as a text in single quotes', `<script>window.__STATE__ = JSON.parse('${JSON.stringify({ list: rows }).replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}');</script>`, '__STATE__.list'],
    ['in the state of Nuxt', `<script type="application/json" id="__NUXT_DATA__">${JSON.stringify(flattened())}</script>`, 'data.posts'],
    ['in the attribute of an element with an id', `<div id="app" data-page="${attribute({ component: 'News', props: { rows } })}"></div>`, 'data-page.props.rows'],
    ['in the attribute of an element of its own', `<news-list :items="${attribute(rows)}"></news-list>`, ':items'],
  ])('%s is found, and its rules read it again', (_name, body, path) => {
    const html = `<html lang="en"><body><div id="root"></div>${body}</body></html>`;
    const [best] = findPageLists(html, { url: URL_OF_PAGE, now: NOW });
    expect(best).toMatchObject({ confidence: 'sure', rules: { kind: 'json', items: path } });
    expect(best?.items.map(({ title }) => title)).toEqual(TITLES);
    expect(best && readPage(html, { url: URL_OF_PAGE, rules: best.rules, now: NOW })).toMatchObject({ kind: 'items', items: best?.items });
  });

  it('is read from the page where it stands there too', () => {
    const list = rows.map(({ title, href }, at) => `<li><a href="${href}">${title.replaceAll('"', '&quot;')}</a> <span>2026-11-${24 - at}</span></li>`).join('');
    const html = `<body><ul class="news">${list}</ul><script>window.__STATE__=${JSON.stringify({ list: rows })};</script></body>`;
    expect(findPageLists(html, { url: URL_OF_PAGE, now: NOW }).map(({ rules }) => rules.kind)).toEqual(['html']);
  });
});

describe('values of a script', () => {
  it.each(['', 'var a = 1;', 'if (a == {}) b();', 'var a = {"x": ', 'var a = {x: function () { return "}" }};', 'a = [[[', "a = JSON.parse('", 'a = JSON.parse("\\u12")'])('are none in %j', (script) => {
    expect(scriptValues(script)).toBeNull();
  });

  it('end where their brackets do, and not at one within a text', () => {
    expect(scriptValues('var a = {"x":"}]\\"}"};var b = [{"y":1}];')).toEqual({ a: { x: '}]"}' }, b: [{ y: 1 }] });
  });
});

describe('rows in pieces', () => {
  it('are joined, and a text among them is passed over by its length in bytes', () => {
    const sent = '1:T8,磁\n2:[x0:{"a":[1]}\n';
    const pieces = [sent.slice(0, 7), sent.slice(7)].map((piece) => `self.__next_f.push([1,${JSON.stringify(piece)}])`);
    expect(streamedRows(pieces)).toEqual({ __next_f: { 0: { a: [1] } } });
  });

  it.each([[[]], [['self.__next_f.push([1,"\\q"])']], [['self.__next_f.push([1,"0:{"])']]])('are none in %j', (scripts) => {
    expect(streamedRows(scripts)).toBeNull();
  });
});

describe('a flattened value', () => {
  it('that holds itself comes to an end', () => {
    expect(unflattened([{ a: 0, b: 1 }, 'x', [2]])).toEqual({ a: null, b: 'x' });
  });

  it.each([null, 'x', {}])('%j is none', (value) => {
    expect(unflattened(value)).toEqual(value);
  });
});
