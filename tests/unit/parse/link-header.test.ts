import { describe, expect, it } from 'vitest';
import { pageClues } from '../../../electron/core/parse/discover-links.ts';
import { headerLinks } from '../../../electron/core/parse/link-header.ts';

const PAGE = 'https://example.org/a/page';
const feeds = (header: string, html = '<!doctype html><p>Words') => pageClues(html, PAGE, header).feeds;

describe('a Link header', () => {
  it.each([
    ['</feed>; rel="alternate"; type="application/rss+xml"', [{ href: '/feed', attributes: { rel: 'alternate', type: 'application/rss+xml' } }]],
    ['<a>;rel=next,<b> ; REL = prev ; flag', [{ href: 'a', attributes: { rel: 'next' } }, { href: 'b', attributes: { rel: 'prev', flag: '' } }]],
    ['<a,b;c>; title="One, two; \\"three\\""; rel=x; rel=y', [{ href: 'a,b;c', attributes: { title: 'One, two; "three"', rel: 'x' } }]],
    [`<a>; title="plain"; title*=UTF-8'en'%e2%82%ac%20rates`, [{ href: 'a', attributes: { title: '€ rates' } }]],
    [`<a>; title*=UTF-8''%e2%82; title=plain`, [{ href: 'a', attributes: { title: 'plain' } }]],
    ['<a>; rel=alternate; anchor="/other", <b>; rel=alternate; anchor="/a/page", <c>; anchor=""', [{ href: 'b', attributes: { rel: 'alternate', anchor: '/a/page' } }, { href: 'c', attributes: { anchor: '' } }]],
    ['nonsense; <a>; ;; rel=alternate; =x, <b', [{ href: 'a', attributes: { rel: 'alternate' } }]],
    ['', []],
  ])('%s', (header, expected) => {
    expect(headerLinks(header, PAGE)).toEqual(expected);
  });

  it('is come to an end with, whatever it holds', () => {
    for (const part of ['<', '<a>', '<a>;', '<a>; a="', '<a>; a="\\', ',', ';', ' ', '<a>; title="b" ', '="']) {
      const start = performance.now();
      expect(headerLinks(part.repeat(20_000), PAGE).length).toBeLessThanOrEqual(100);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });

  it('names feeds as the page does, which are named once', () => {
    expect(feeds('<../rss>; rel="alternate"; type="application/rss+xml"; title="All news"', '<link rel="alternate" type="application/rss+xml" href="/rss" title="News"><link rel="alternate" type="application/atom+xml" href="/atom">')).toEqual([
      { url: 'https://example.org/rss', title: 'All news', comments: false },
      { url: 'https://example.org/atom', title: null, comments: false },
    ]);
  });

  it.each([
    '</site.css>; rel=preload; as=style',
    '</de>; rel=alternate; hreflang=de',
    '</wp-json/wp/v2/pages/2>; rel="alternate"; title="JSON"; type="application/json"',
    '<javascript:alert(1)>; rel="alternate"; type="application/rss+xml"',
    '<>; rel="alternate"; type="application/rss+xml"',
    '</feed>; rel="alternate"; type="application/rss+xml"; anchor="/elsewhere"',
  ])('%s names none', (header) => {
    expect(feeds(header)).toEqual([]);
  });
});
