import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflateBody, inflateBody } from '../../../electron/core/normalize/body.ts';
import { imageKey } from '../../../electron/core/normalize/short-hash.ts';
import { normalizeFeed } from '../../../electron/core/normalize/normalize-feed.ts';
import { article, feed, item, NOW } from './parsed.ts';

const htmlOf = (fields: Parameters<typeof article>[0], ofFeed?: Parameters<typeof article>[1]) => inflateBody(article(fields, ofFeed).body);

describe('addresses', () => {
  it('of an item are absolute: by xml:base, else the site, else the document', () => {
    expect(article({ link: 'post' }, { siteUrl: 'https://site.example/news/' }).url).toBe('https://site.example/news/post');
    expect(article({ link: '/post' }).url).toBe('https://example.org/post');
    expect(article({ link: 'post', base: 'https://base.example/x/' }, { siteUrl: 'https://site.example/' }).url).toBe('https://base.example/x/post');
    expect(article({ link: 'post' }, { kind: 'atom', siteUrl: 'https://site.example/' }).url).toBe('https://example.org/post');
  });

  it('inside a body start from xml:base, else from the item’s own page', () => {
    expect(htmlOf({ link: 'https://example.org/2026/story', html: '<a href="next">n</a>' })).toBe('<a href="https://example.org/2026/next">n</a>');
    expect(htmlOf({ link: 'https://example.org/2026/story', base: 'https://base.example/b/', html: '<a href="next">n</a>' })).toBe('<a href="https://base.example/b/next">n</a>');
    expect(htmlOf({ html: '<a href="next">n</a>' })).toBe('<a href="https://example.org/next">n</a>');
  });

  it('are http and https or nothing', () => {
    expect(article({ link: 'javascript:alert(1)', title: 'x' }).url).toBeNull();
    expect(article({ link: 'file:///etc/passwd', title: 'x' }).url).toBeNull();
    expect(article({ link: 'https://jo:secret@example.org/a' }).url).toBe('https://example.org/a');
    const enclosures = [{ url: '/a.mp3', type: 'audio/mpeg', bytes: 3 }, { url: 'ftp://example.org/b', type: null, bytes: null }, { url: 'https://example.org/a.mp3', type: null, bytes: null }];
    expect(article({ enclosures }).enclosures).toEqual([{ url: 'https://example.org/a.mp3', type: 'audio/mpeg', bytes: 3 }]);
  });
});

describe('words', () => {
  it('a title-less item is titled by its first words', () => {
    expect(article({ html: '<p>Short note.</p>' }).title).toBe('Short note.');
    const { title } = article({ html: `<p>${'dysprosium oxide '.repeat(20)}</p>` });
    expect(title).toMatch(/^dysprosium oxide .*(oxide|dysprosium)…$/);
    expect(title.length).toBeLessThanOrEqual(80);
    expect(article({ link: 'https://www.example.org/note/7' }).title).toBe('example.org/note/7');
    expect(article({ guid: 'x' }).title).toBe('');
  });

  it('the summary is one line of plain text, at most 300 characters, cut between words', () => {
    expect(article({ summaryHtml: '<p>Nd &amp; Pr<br>rose</p><script>x</script>', html: '<p>Long</p>' }).summary).toBe('Nd & Pr rose');
    expect(article({ html: '<p>From the</p><p>body &lt;b&gt;</p>' }).summary).toBe('From the body <b>');
    const { summary } = article({ html: `<p>${'氧化镝'.repeat(200)}</p>` });
    expect(summary).toHaveLength(300);
    expect(summary.endsWith('…')).toBe(true);
    expect(article({ html: `<p>${'😀'.repeat(300)}</p>` }).summary).not.toMatch(/[\ud800-\udbff]…$/);
  });

  it('the language is the one claimed where the script allows it, else the one that the script shows', () => {
    expect(article({ lang: 'zh_cn', title: 'x' }).lang).toBe('zh-CN');
    expect(article({ title: 'x' }, { lang: 'en-US' }).lang).toBe('en-US');
    expect(article({ title: '氧化镨钕价格上涨' }, { lang: 'no language' }).lang).toBe('zh');
    // A script that cannot be the claimed language's denies it.
    expect(article({ title: '氧化镨钕价格上涨' }, { lang: 'en-US' }).lang).toBe('zh');
    expect(article({ lang: 'zh-TW', title: '氧化鐠釹價格上漲' }, { lang: 'en-US' }).lang).toBe('zh-TW');
    expect(article({ title: 'Dysprosium oxide climbs as licences for exports are late again' }, { lang: 'zh-CN' }).lang).toBe('en');
    expect(article({ title: 'NdFeB N52' }, { lang: 'zh-CN' }).lang).toBe('zh-CN');
    expect(article({ title: 'Цены на диспрозий растут' }, { lang: 'ru' }).lang).toBe('ru');
    expect(article({ title: 'ネオジム磁石の需要が増加' }).lang).toBe('ja');
    expect(article({ title: '희토류 수출 통제' }).lang).toBe('ko');
    expect(article({ title: 'NdPr 氧化物 prices rise in a long English title' }).lang).toBeNull();
  });

  it('tags and authors are folded, once each', () => {
    expect(article({ tags: [' Heavy  rare ', 'Heavy rare', '', 'x'.repeat(500)], authors: ['Ann', 'Ann '] })).toMatchObject({ tags: ['Heavy rare', `${'x'.repeat(99)}…`], authors: ['Ann'] });
  });
});

describe('a body', () => {
  it('is deflated HTML, or nothing at all', () => {
    const one = article({ html: '<p onclick="x()">氧化镝 Dy₂O₃</p>' });
    expect(inflateBody(one.body)).toBe('<p>氧化镝 Dy₂O₃</p>');
    expect(one.textLength).toBe(9);
    expect(article({ title: 'x' }).body).toHaveLength(0);
    expect(inflateBody(new Uint8Array())).toBe('');
    expect(() => inflateBody(new Uint8Array([1, 2, 3]))).toThrow(/invalid|incorrect|unexpected/i);
    for (const html of ['x', '稀'.repeat(66), '稀'.repeat(67), 'long '.repeat(50_000)]) expect(inflateRawSync(deflateBody(html)).toString()).toBe(html);
    expect(deflateBody('long '.repeat(50_000)).length).toBeLessThan(5000);
  });

  it('without an image begins with the one that stands beside the item', () => {
    const url = 'https://example.org/lead.jpg';
    expect(article({ html: '<p>x</p>', image: '/lead.jpg' }).images).toEqual([{ key: imageKey(url), url }]);
    expect(htmlOf({ html: '<p>x</p>', image: '/lead.jpg' })).toBe(`<figure><img src="img/${imageKey(url)}" alt="" /></figure><p>x</p>`);
    expect(article({ html: '<img src="/in.jpg">', image: '/lead.jpg' }).images.map(({ url }) => url)).toEqual(['https://example.org/in.jpg']);
    expect(article({ html: '<p>x</p>', image: 'data:image/png;base64,x' }).images).toEqual([]);
  });
});

describe('behaviour 4: the revision', () => {
  const story = { guid: '1', title: 'Dysprosium rises', html: '<p>To 1,500. <a href="/a?x=1">More</a> <img src="/i.png?v=1"></p>' };
  const { revision } = article(story);

  it.each([
    ['the title', { title: 'Dysprosium rises again' }],
    ['the text', { html: story.html.replace('1,500', '1,600') }],
    ['where a link leads', { html: story.html.replace('/a?', '/b?') }],
    ['an image', { html: story.html.replace('/i.png', '/j.png') }],
  ])('changes with %s', (_, change) => {
    expect(article({ ...story, ...change }).revision).not.toBe(revision);
  });

  it.each([
    ['nothing', {}],
    ['markup that is not kept', { html: story.html.replace('<p>', '<p class="x" style="color:red"><!-- 12:00 -->') }],
    ['queries made anew for each request', { html: story.html.replace('x=1', 'x=2').replace('v=1', 'v=2') }],
    ['date, guid and tags', { guid: '2', publishedAt: NOW, tags: ['new'] }],
  ])('stays with %s', (_, change) => {
    expect(article({ ...story, ...change }).revision).toBe(revision);
  });
});

describe('a feed', () => {
  it('tells its facts', () => {
    const { facts } = normalizeFeed(feed([], { title: 'News', siteUrl: '/home', lang: 'zh_cn' }), { feedUrl: 'https://example.org/feed', finalUrl: 'https://cdn.example/feed', now: NOW });
    expect(facts).toEqual({ title: 'News', siteUrl: 'https://cdn.example/home', lang: 'zh-CN', wishes: null, archiveUrl: null, iconUrl: null });
  });

  it('of nonsense makes nothing throw', () => {
    const odd = ['', ' ', '\u0000', 'http://', 'https://[', '%', '\ud800', '<'.repeat(1000), '&#0;', 'x'.repeat(100_000), '//', 'data:,x', '../../..'];
    for (const text of odd) {
      const fields = { guid: text, link: text, title: text, html: text, summaryHtml: text, base: text, lang: text, image: text, authors: [text], tags: [text], enclosures: [{ url: text, type: text, bytes: -1 }], publishedAt: Number.MAX_SAFE_INTEGER, updatedAt: -1 };
      const { articles } = normalizeFeed(feed([item(fields), item(fields)], { siteUrl: text, lang: text, title: text, updatedAt: Number.NaN }), { feedUrl: text, finalUrl: 'https://example.org/', now: NOW });
      expect(articles.length).toBeGreaterThan(0);
    }
  });
});
