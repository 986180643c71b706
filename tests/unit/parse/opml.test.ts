import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../../electron/contract/errors.ts';
import type { OpmlDocument } from '../../../electron/core/parse/opml.ts';
import { parseOpml } from '../../../electron/core/parse/parse-opml.ts';
import { writeOpml } from '../../../electron/core/parse/write-opml.ts';
import { seededRandom } from '../../seeded-random.ts';
import { randomLibrary } from './random-opml.ts';

const NOW = Date.UTC(2026, 10, 20);
const feed = (title: string, feedUrl: string, siteUrl: string | null = null) => ({ title, feedUrl, siteUrl, attributes: {}, extension: {}, children: [] });
const folder = (title: string, ...children: OpmlDocument['outlines'][number][]) => ({ title, feedUrl: null, siteUrl: null, attributes: {}, extension: {}, children });

const many = (count: number) => `<opml><body>${'<outline text="a" xmlUrl="https://example.org/"/>'.repeat(count)}</body></opml>`;

function codeOf(text: string): string {
  try {
    return `${parseOpml(text).outlines.length} outlines`;
  } catch (error) {
    return error instanceof ReaderError ? error.code : String(error);
  }
}

describe('a subscription list', () => {
  const library: OpmlDocument = {
    title: 'Rare "earths" & <others>',
    outlines: [
      feed('One & only <b>"x"</b>', 'https://example.org/feed?a=1&b=2', 'https://example.org/'),
      folder('Trade press', folder('Europe', feed('Two', 'http://two.example/rss'), folder('Empty')), feed('稀土 新闻', 'https://例子.中国/feed')),
      { ...folder('Both', feed('Inner', 'https://inner.example/')), feedUrl: 'https://both.example/feed' },
      feed('line\nbreak and\ttab', 'https://three.example/'),
    ],
  };

  it('is read back as it was written: nesting, titles, addresses of feeds and sites', () => {
    expect(parseOpml(writeOpml(library, NOW))).toEqual(library);
  });

  it('survives deep nesting within its bound, and loses no feed beyond it', () => {
    let tree = feed('deep', 'https://deep.example/') as OpmlDocument['outlines'][number];
    for (let level = 40; level > 0; level--) tree = folder(`level ${level}`, tree);
    expect(parseOpml(writeOpml({ title: null, outlines: [tree] }, NOW)).outlines).toEqual([tree]);
    const flood = `<opml><body>${'<outline text="f">'.repeat(900)}<outline text="deep" xmlUrl="https://deep.example/"/></body></opml>`;
    expect(JSON.stringify(parseOpml(flood))).toContain('https://deep.example/');
  });

  it.each([
    ['attributes in any case', '<OPML><BODY><OUTLINE TEXT="a" XMLURL="u" HTMLURL="h"/></BODY></OPML>', [feed('a', 'u', 'h')]],
    ['a title besides the text', '<opml><body><outline text="t" title="a" xmlUrl="u"/></body></opml>', [{ ...feed('a', 'u'), attributes: { text: 't' } }]],
    ['the address as OPML 1.0 writes it', '<opml version="1.0"><body><outline text="a" type="rss" url="u"/><outline text="b" type="link" url="v"/></body></opml>', [feed('a', 'u'), { ...folder('b'), attributes: { type: 'link', url: 'v' } }]],
    ['attributes of its own, and of its own namespace', '<opml xmlns:nn="https://n.example/"><body><outline text="a" xmlUrl="u" type="atom" description="D" category="/x,/y" nn:mark="1" lost:mark="2"/></body></opml>',
      [{ ...feed('a', 'u'), attributes: { type: 'atom', description: 'D', category: '/x,/y', 'xmlns:nn': 'https://n.example/', 'nn:mark': '1' } }]],
    ['our extension under another prefix', '<opml><body xmlns:q="urn:monazite:opml:1"><outline text="a" type="link" htmlUrl="h" q:kind="page" q:rules="{}"/></body></opml>',
      [{ ...folder('a'), siteUrl: 'h', extension: { kind: 'page', rules: '{}' } }]],
    ['a namespace declared on the outline', '<opml><body><outline xmlns:mz="urn:monazite:opml:1" text="a" xmlUrl="u" mz:paused="true"/></body></opml>', [{ ...feed('a', 'u'), extension: { paused: 'true' } }]],
    ['neither', '<opml><body><outline xmlUrl="u"/></body></opml>', [feed('u', 'u')]],
    ['bare ampersands and HTML entities', '<opml><body><outline text="a &amp; b & c" xmlUrl="http://x/?a=1&b=2"/></body></opml>', [feed('a & b & c', 'http://x/?a=1&b=2')]],
    ['a byte order mark and no end', '\uFEFF<?xml version="1.0"?><opml version="1.0"><body><outline text="f"><outline text="a" xmlUrl="u">', [folder('f', feed('a', 'u'))]],
    ['HTML\'s entities, undeclared, and what only looks like them', '<opml><head><title>&Uuml;ber</title></head><body><outline text="&eacute;&nbsp;&amp;eacute; &none; &copyx; &notit;" xmlUrl="http://x/?a=1&copy=2"/></body></opml>', [feed('é\u00a0&eacute; &none; &copyx; &notit;', 'http://x/?a=1&copy=2')]],
    ['attributes over several lines', '<opml><body><outline text="a\r\nb\tc&#10;d"\n xmlUrl="u"/></body></opml>', [feed('a b c\nd', 'u')]],
    ['nothing', '<opml version="2.0"><head/><body/></opml>', []],
  ])('from elsewhere, with %s', (_, text, outlines) => {
    expect(parseOpml(text).outlines).toEqual(outlines);
  });

  it('is read back exactly, whatever tree it is', () => {
    const random = seededRandom(64);
    for (let round = 0; round < 200; round++) {
      const { document, outlines } = randomLibrary(random);
      const written = writeOpml(document, NOW);
      expect(parseOpml(written)).toEqual(document);
      expect(written.match(/<outline /g) ?? []).toHaveLength(outlines);
    }
  });

  it('whose entities multiply, or that is one endless attribute, is read in bounded time and memory', () => {
    const started = performance.now();
    const bomb = `<!DOCTYPE opml [<!ENTITY a "${'ha'.repeat(200)}">${Array.from({ length: 30 }, (_, n) => `<!ENTITY b${n} "${`&${n === 0 ? 'a' : `b${n - 1}`};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const [outline] = parseOpml(`${bomb}<opml><body><outline text="${'&a;'.repeat(2000)}" title="&b29;&x;" xmlUrl="u"/></body></opml>`).outlines;
    expect(outline?.title).toBe('&b29;&x;');
    expect(JSON.stringify(parseOpml(`${bomb}<opml><body>${`<outline text="${'&a;'.repeat(2000)}" xmlUrl="u"/>`.repeat(500)}`)).length).toBeLessThan(10_000_000);
    expect(parseOpml(`<opml><body><outline text="${'x'.repeat(5_000_000)}`).outlines.length).toBeLessThanOrEqual(1);
    expect(parseOpml(`<opml><body><outline text="a" ${Array.from({ length: 20_000 }, (_, n) => `a${n}="1"`).join(' ')} xmlUrl="u"/>`).outlines[0]).toMatchObject({ title: 'a', feedUrl: 'u' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each(['', 'words', '<html><body>x</body></html>', '<rss version="2.0"><channel/></rss>', '{"a":1}'])('that is none: %j', (text) => {
    expect(codeOf(text)).toBe('not-opml');
  });

  it('of 5,000 feeds is read, of more than 20,000 outlines or 20 MB refused', () => {
    expect(codeOf(many(5000))).toBe('5000 outlines');
    expect(codeOf(many(20_001))).toBe('opml-too-large');
    expect(codeOf(`<opml>${'<x>'.repeat(1_000_000)}`)).toBe('opml-too-large');
    expect(codeOf(`<opml>${' '.repeat(21 * 1024 * 1024)}`)).toBe('opml-too-large');
  });
});
