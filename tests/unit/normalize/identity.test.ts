import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../electron/core/normalize/canonical-url.ts';
import { article, item, normalized } from './parsed.ts';

const ways = (keys: { guid: string | null; url: string | null; content: string }) => [keys.guid, keys.url, keys.content].filter((key) => key !== null);
const unique = (values: readonly unknown[]) => new Set(values).size;

describe('behaviour 1: an article is known again', () => {
  const story = { guid: 'http://example.org/?p=1', link: 'http://www.example.org/story/', title: 'Dysprosium rises', html: '<p>The whole story.</p>' };
  const keys = article(story).keys;

  it('by its link and content when every guid changes', () => {
    for (const guid of ['https://example.org/?p=1', 'new-slug', 'http://example.org/?p=1&sid=99', null]) {
      const changed = article({ ...story, guid }).keys;
      expect(changed.guid).not.toBe(keys.guid);
      expect([changed.url, changed.content]).toEqual([keys.url, keys.content]);
    }
  });

  it('by its content when guid and link change', () => {
    expect(article({ ...story, guid: 'x', link: 'https://example.org/2026/dysprosium' }).keys.content).toBe(keys.content);
    expect(article({ ...story, title: ' DYSPROSIUM  rises', html: '<div>The whole\n<b>story.</b></div>' }).keys.content).toBe(keys.content);
  });

  it('by its guid when link, title and text change', () => {
    expect(article({ guid: story.guid, link: 'https://elsewhere.example/', title: 'Dysprosium falls' }).keys.guid).toBe(keys.guid);
  });

  it.each([
    ['https://example.org/story', 'http://www.example.org/story/'],
    ['https://example.org/story?utm_source=rss&utm_medium=feed', 'https://example.org/story'],
    ['https://example.org/story?b=2&a=1&fbclid=x', 'https://example.org/story?a=1&b=2'],
    ['https://example.org/story;jsessionid=1A2B', 'https://example.org/story'],
    ['https://example.org/story?PHPSESSID=abc&id=7', 'https://example.org/story?id=7'],
    ['https://example.org/story?from=rss', 'https://example.org/story'],
    ['https://example.org/story#utm_source=x', 'https://example.org/story'],
    ['https://EXAMPLE.org:443/a/index.html', 'https://example.org/a'],
    ['https://example.org/%e7%a8%80', 'https://example.org/稀'],
  ])('%s is %s', (one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other));
  });

  it.each([
    ['https://example.org/story?id=1', 'https://example.org/story?id=2'],
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/log#v1', 'https://example.org/log#v2'],
    ['https://example.org/?from=asia', 'https://example.org/?from=europe'],
    ['https://a.example.org/x', 'https://example.org/x'],
    ['https://example.org:8443/x', 'https://example.org/x'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
  });

  it('but not by what is no web address', () => {
    expect(canonicalUrl('tag:example.org,2026:1')).toBeNull();
  });
});

describe('behaviour 3: missing and repeated names', () => {
  it('ten items that share one guid are ten articles', () => {
    const articles = normalized(Array.from({ length: 10 }, (_, at) => item({ guid: 'same', title: `Item ${at}`, link: `https://example.org/${at}` })));
    expect(articles.map(({ keys }) => keys.guid)).toEqual(Array(10).fill(null));
    expect(unique(articles.flatMap(({ keys }) => ways(keys)))).toBe(20);
  });

  it('items that all link to one page are not named by it', () => {
    const articles = normalized(['a', 'b', 'c'].map((guid) => item({ guid, title: guid, link: 'https://example.org/' })));
    expect(articles.map(({ keys }) => keys.url)).toEqual([null, null, null]);
    expect(unique(articles.map(({ keys }) => keys.guid))).toBe(3);
  });

  it('ten items alike in everything are ten articles, the same ten each time', () => {
    const items = Array.from({ length: 10 }, () => item({ guid: 'same', title: 'Same', link: 'https://example.org/', html: 'Same' }));
    const once = normalized(items).map(({ keys }) => keys);
    expect(once.every(({ guid, url }) => guid === null && url === null)).toBe(true);
    expect(unique(once.map(({ content }) => content))).toBe(10);
    expect(normalized(items).map(({ keys }) => keys)).toEqual(once);
  });

  it('an item with neither guid, link nor title has one stable name', () => {
    const bare = { html: '<p>Market closed for the holiday.</p>' };
    expect(article(bare)).toEqual(article(bare));
    expect(article(bare).keys.content).not.toBe(article({ html: '<p>Market open.</p>' }).keys.content);
    expect(article({ publishedAt: 1 }).keys.content).toBeTypeOf('string');
  });

  it('a blank guid names nothing', () => {
    expect(article({ guid: '  ', title: 'a' }).keys.guid).toBeNull();
  });

  it('one article listed under two spellings of its address is one', () => {
    const variants = ['https://example.org/a', 'http://www.example.org/a/'].map((link) => item({ guid: link, link, title: 'Same' }));
    expect(normalized(variants).map(({ url }) => url)).toEqual(['https://example.org/a']);
    expect(normalized([...variants, item({ link: 'https://example.org/a', title: 'Another' })])).toHaveLength(2);
  });
});
