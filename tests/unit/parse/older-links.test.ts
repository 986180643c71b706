import { describe, expect, it } from 'vitest';
import { nextPage } from '../../../electron/core/parse/next-page.ts';
import { olderLinks } from '../../../electron/core/parse/older-links.ts';
import { olderPages } from '../../../electron/core/parse/older-pages.ts';

const FEED = 'https://metals.example/feed/';

describe('what a feed says of its older items', () => {
  it.each([
    ['atom', '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="prev-archive" href="/a/1"/><link rel="next" href="?p=2"/><entry/></feed>', { archive: 'https://metals.example/a/1', next: 'https://metals.example/feed/?p=2' }],
    ['rss', '<rss><channel><a10:link xmlns:a10="http://www.w3.org/2005/Atom" rel="next" href="https://other.example/2"/></channel></rss>', { next: 'https://other.example/2' }],
    ['xml:base', '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/x/"><link rel="next" href="2"/></feed>', { next: 'https://cdn.example/x/2' }],
    ['after the items', '<rss><channel><item><link rel="next" href="/no"/></item><atom:link rel="next" href="/2"/></channel></rss>', { next: 'https://metals.example/2' }],
    ['relation as an address', '<feed><link rel="http://www.iana.org/assignments/relation/next" href="/2"/></feed>', { next: 'https://metals.example/2' }],
    ['generator', '<rss><channel><generator>https://wordpress.org/?v=6</generator></channel></rss>', { generator: 'https://wordpress.org/?v=6' }],
    ['json', '{"version":"https://jsonfeed.org/version/1.1","next_url":"/2","items":[]}', { next: 'https://metals.example/2' }],
    ['other schemes', '<feed><link rel="next" href="javascript:alert(1)"/><link rel="prev-archive" href="file:///etc/passwd"/></feed>', {}],
    ['nothing', '', {}],
  ])('%s', (_, text, found) => {
    expect(olderLinks(text, FEED)).toEqual({ archive: null, next: null, listPage: null, generator: null, ...found });
  });

  it('of 20,000 levels is read in bounded time', () => {
    const started = performance.now();
    olderLinks(`<rss>${'<x>'.repeat(500_000)}`, FEED);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the page of a list that follows', () => {
  const here = 'https://ministry.example/news/list.shtml';
  it.each([
    ['rel', '<a rel="next" href="list_2.shtml">…</a>', here, 'https://ministry.example/news/list_2.shtml'],
    ['head', '<link rel="next" href="/news/page/2/">', here, 'https://ministry.example/news/page/2/'],
    ['words', '<a href="#">1</a><a href="list_2.shtml">2</a><a href="list_9.shtml">下一页</a>', here, 'https://ministry.example/news/list_9.shtml'],
    ['English words', '<a href="?page=2"><span>Older posts</span> →</a>', 'https://a.example/', 'https://a.example/?page=2'],
    ['a label', '<a href="?page=2" aria-label="Next page"><svg></svg></a>', 'https://a.example/', 'https://a.example/?page=2'],
    ['the next number', '<a href="?page=2">2</a><a href="?page=3">3</a><a href="?page=4">4</a>', 'https://a.example/?page=3', 'https://a.example/?page=4'],
    ['the script of ministries', '<script>createPageHTML(20, 0, "index", "html");</script>', 'https://a.example/zc/', 'https://a.example/zc/index_1.html'],
    ['its own number', '', 'https://a.example/api/list?pageNo=1&size=20', 'https://a.example/api/list?pageNo=2&size=20'],
    ['another site', '<a rel="next" href="https://b.example/2">next</a>', here, null],
    ['the last page', '<script>createPageHTML(20, 19, "index", "html");</script><a>下一页</a>', here, null],
    ['none', '<a href="/about">About</a>', here, null],
  ])('by %s', (_, html, url, next) => {
    expect(nextPage(html, url)).toBe(next);
  });

  it('of a page that is all links is found in bounded time', () => {
    const started = performance.now();
    nextPage(`${'<a href="x">'.repeat(200_000)}${'createPageHTML( '.repeat(50_000)}`, here);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the pages of a feed', () => {
  it.each([
    ['https://a.example/feed/', null, 'https://a.example/feed/?paged=2'],
    ['https://a.example/?feed=rss2', null, 'https://a.example/?feed=rss2&paged=2'],
    ['https://a.example/rss.php', 'wordpress 6', 'https://a.example/rss.php?paged=2'],
    ['https://a.blogspot.com/feeds/posts/default', null, 'https://a.blogspot.com/feeds/posts/default?start-index=26'],
    ['https://a.example/rss/', 'ghost 5.8', 'https://a.example/rss/?page=2'],
    ['https://a.example/rss.xml', 'drupal', 'https://a.example/rss.xml?page=1'],
    ['https://www.federalregister.gov/api/v1/documents.rss?conditions%5Bterm%5D=x', null, 'https://www.federalregister.gov/api/v1/documents.rss?conditions%5Bterm%5D=x&page=2'],
    ['https://a.example/news.xml', null, undefined],
  ])('%s of %s', (url, generator, second) => {
    expect(olderPages(url, generator, 25)[0]?.(2)).toBe(second);
  });
});
