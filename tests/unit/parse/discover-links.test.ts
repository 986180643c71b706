import { describe, expect, it } from 'vitest';
import { pageClues } from '../../../electron/core/parse/discover-links.ts';

const links = (head: string) => pageClues(`<!doctype html><html><head>${head}</head><body></body></html>`, 'https://example.org/a/page').feeds;
const urls = (head: string) => links(head).map(({ url }) => url);

describe('the feeds that a page names', () => {
  it('are absolute, once each, in its own order', () => {
    expect(
      urls(`<link rel="alternate" type="application/rss+xml" href="/feed" title="All"><LINK REL="ALTERNATE stylesheet" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">
      <link rel=alternate type=application/feed+json href=//cdn.example.org/feed.json><link rel="alternate" type="application/rss+xml" href="/feed#again"><link rel="feed" href="feed:https://example.org/f">`),
    ).toEqual(['https://example.org/feed', 'https://example.org/a/atom.xml', 'https://cdn.example.org/feed.json', 'https://example.org/f']);
  });

  it('start from its base element', () => {
    expect(urls('<base href="https://other.example/x/"><link rel="alternate" type="application/rss+xml" href="feed">')).toEqual(['https://other.example/x/feed']);
  });

  it('are no other alternates', () => {
    expect(
      urls(`<link rel="alternate" hreflang="zh" href="/zh"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"><link rel="alternate" type="application/json+oembed" href="/oembed?format=feed">
      <link rel="stylesheet" type="text/xml" href="/x"><link rel="alternate" type="application/rss+xml"><link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="alternate" type="text/html" href="/print">`),
    ).toEqual([]);
  });

  it('of comments are marked', () => {
    expect(
      links(`<link rel="alternate" type="application/rss+xml" title="MINING » Home Comments Feed" href="/home/feed/"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="文章评论" href="/c"><link rel="alternate" type="application/rss+xml" title="News" href="/feed/">`).map(({ comments }) => comments),
    ).toEqual([true, true, true, false]);
  });

  it('are at most 64, however many it claims', () => {
    expect(urls(Array.from({ length: 5000 }, (_, at) => `<link rel="alternate" type="application/rss+xml" href="/${at}">`).join(''))).toHaveLength(64);
  });

  it('are found before a flood of elements, and the flood ends soon', () => {
    const started = performance.now();
    expect(urls(`<link rel="alternate" type="application/rss+xml" href="/feed">${'<b>'.repeat(600_000)}`)).toEqual(['https://example.org/feed']);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
