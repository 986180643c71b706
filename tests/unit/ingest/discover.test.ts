import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { feed, named, page, smallWeb } from './small-web.ts';

const WORDPRESS = '<meta name="generator" content="WordPress 6.6">';
const urls = ({ candidates }: { readonly candidates: readonly { readonly feedUrl: string }[] }): string[] => candidates.map(({ feedUrl }) => feedUrl);

describe('discovery does not mislead', () => {
  it('where a home page names nothing but its comments, as mining.com did: the system that made it has the articles', async () => {
    const web = await smallWeb({
      'mine.example': page(`${WORDPRESS}${named('/home/feed/', 'Mine » Home Comments Feed')}`),
      'mine.example/home/feed/': feed('Comments on: Home', { link: 'http://mine.example/home/#comment-{}' }),
      'mine.example/feed/': feed('Mine'),
    });
    const { candidates } = await web.discover('http://mine.example/');
    expect(candidates).toMatchObject([{ feedUrl: 'http://mine.example/feed/', title: 'Mine', comments: false }, { feedUrl: 'http://mine.example/home/feed/', comments: true }]);
  });

  it('knows comments by where they lead, in any language', async () => {
    const web = await smallWeb({
      'a.example': page(named('/k', 'K') + named('/n', 'N')),
      'a.example/k': feed('Mielipiteet', { link: 'http://a.example/story#comment-{}' }),
      'a.example/n': feed('Uutiset'),
    });
    expect((await web.discover('http://a.example/')).candidates.map(({ title, comments }) => [title, comments])).toEqual([['Uutiset', false], ['Mielipiteet', true]]);
  });

  it.each([
    ['a script alone', '<html><head><script>window.location.href = "/en/";</script></head><body></body></html>'],
    ['a script that replaces', '<html><script>location.replace("http://a.example/en/")</script></html>'],
    ['frames', '<html><frameset cols="20%,80%"><frame src="menu.html"><frame name="main" src="/en/"></frameset></html>'],
  ])('follows a page that sends its reader on by %s', async (_by, front) => {
    const web = await smallWeb({ 'a.example': front, 'a.example/en/': page(named('/en/feed.xml')), 'a.example/en/feed.xml': feed('Behind') });
    expect(urls(await web.discover('http://a.example/'))).toEqual(['http://a.example/en/feed.xml']);
  });

  it('finds feeds behind a picture that says what it is, and on a page that lists them by files of XML', async () => {
    const web = await smallWeb({
      'a.example': page('', '<a href="/syndication/all"><img src="/i.gif" alt="RSS"></a>'),
      'a.example/syndication/all': feed('Pictured'),
      'b.example': page('', '<a href="/rss.html">RSS</a><a href="/sitemap.xml">Site map</a>'),
      'b.example/rss.html': page('', '<a href="/f/metals.xml">Metals</a><a href="/f/policy.xml">Policy</a>'),
      'b.example/f/metals.xml': feed('Metals'),
      'b.example/f/policy.xml': feed('Policy'),
    });
    expect(urls(await web.discover('http://a.example/'))).toEqual(['http://a.example/syndication/all']);
    expect(urls(await web.discover('http://b.example/'))).toEqual(['http://b.example/f/metals.xml', 'http://b.example/f/policy.xml']);
    expect(web.asked).not.toContain('b.example/sitemap.xml');
  });

  it.each([
    ['alone', page()],
    ['beside a page that names another thing', page('<link rel="alternate" hreflang="de" href="/de">')],
  ])('finds a feed that the Link header names %s', async (_how, body) => {
    const web = await smallWeb({
      'a.example': (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html', link: ['</site.css>; rel=preload; as=style, </wp-json/>; rel="https://api.w.org/"', '<notes/stream>; rel="alternate"; type="application/atom+xml"; title="Notes, all of them"'] }).end(body),
      'a.example/notes/stream': feed('Notes'),
    });
    const { candidates } = await web.discover('http://a.example/');
    expect(candidates).toMatchObject([{ feedUrl: 'http://a.example/notes/stream' }]);
    expect(web.asked).toEqual(['a.example/', 'a.example/notes/stream']);
  });

  it('puts what is dead behind what lives, and others’ feeds behind the site’s own', async () => {
    const web = await smallWeb({
      'a.example': page(['/old', 'http://feeds.other.example/a', '/empty', 'http://rss.a.example/new', '/new'].map((href) => named(href)).join('')),
      'a.example/old': feed('Old', { age: 2000 }),
      'a.example/empty': feed('Empty', { items: [] }),
      'a.example/new': feed('New'),
      'rss.a.example/new': feed('Same owner'),
      'feeds.other.example/a': feed('Elsewhere'),
    });
    const { candidates } = await web.discover('http://a.example/');
    expect(candidates.map(({ title, otherHost }) => [title, otherHost])).toEqual([
      ['Same owner', null], ['New', null], ['Elsewhere', 'feeds.other.example'], ['Old', null], ['Empty', null],
    ]);
  });

  it('shows of each its newest item, its date, its language and how many it holds', async () => {
    const web = await smallWeb({ 'a.example': page(named('/zh')), 'a.example/zh': feed('稀土新闻', { items: ['氧化镨钕价格上涨', '旧闻'] }) });
    expect((await web.discover('a.example')).candidates).toMatchObject([{ title: '稀土新闻', newestTitle: '氧化镨钕价格上涨', newestAt: Date.UTC(2026, 10, 19), lang: 'zh', itemCount: 2 }]);
  });

  it('says of a link that leads to another host which host answers', async () => {
    const web = await smallWeb({ 'a.example': page(named('/feed')), 'a.example/feed': { status: 302, location: 'http://feeds.burner.example/a' }, 'feeds.burner.example/a': feed('Burnt') });
    expect((await web.discover('http://a.example')).candidates).toMatchObject([{ feedUrl: 'http://a.example/feed', otherHost: 'feeds.burner.example' }]);
  });

  it('gives one feed once: with and without slash or www, by another path, and the site’s own address of it', async () => {
    const web = await smallWeb({
      'a.example': page(['http://feeds.other.example/a', '/feed', '/feed/', 'http://www.a.example/feed/', '/?feed=rss2'].map((href) => named(href)).join('')),
      'a.example/feed': feed('A'),
      'a.example/feed/': feed('A'),
      'www.a.example/feed/': feed('A'),
      'a.example/?feed=rss2': feed('A'),
      'feeds.other.example/a': feed('A'),
    });
    expect(urls(await web.discover('http://a.example/'))).toEqual(['http://a.example/feed']);
  });
});

describe('discovery finds', () => {
  it.each([
    ['a link element without a type', '<link rel="alternate" href="/out/rss.php?lang=en">', ''],
    ['a type that is none', '<link rel="alternate" type="application/rss" href="/out/rss.php?lang=en">', ''],
    ['JSON that says it is a feed', '<link rel="alternate" type="application/json" title="JSON Feed" href="/out/rss.php?lang=en">', ''],
    ['a button of a script', '', '<button onclick="location.href=\'/out/rss.php?lang=en\'">RSS</button>'],
    ['a link that a script reads', '', '<a href="javascript:void(0)" data-href="/out/rss.php?lang=en">RSS</a>'],
    ['an address that is printed', '', '<p>Our feed: http://a.example/out/rss.php?lang=en</p>'],
    ['an address to copy', '', '<input readonly value="http://a.example/out/rss.php?lang=en">'],
  ])('what is named by %s', async (_by, head, body) => {
    const web = await smallWeb({ 'a.example': page(head, body), 'a.example/out/rss.php?lang=en': feed('Named') });
    expect(urls(await web.discover('http://a.example/'))).toEqual(['http://a.example/out/rss.php?lang=en']);
  });

  it('no feed in the page of another language, nor in what a script or a comment holds', async () => {
    const web = await smallWeb({
      'a.example': page(`<link rel="alternate" hreflang="de" href="/de/feed/"><!-- ${named('/was')} --><script>var x = "http://a.example/s.rss";</script>${named('/is')}`),
      'a.example/is': feed('Is'),
    });
    await web.discover('http://a.example/');
    expect(web.asked).toEqual(['a.example/', 'a.example/is']);
  });

  it('the feed of the page’s language first, else in the order of the page however soon each answers', async () => {
    const held: ServerResponse[] = [];
    const web = await smallWeb({
      'a.example': `<html lang="zh-CN"><head>${named('/en')}${named('/one')}${named('/two')}</head><body></body></html>`,
      'a.example/en': feed('Rare earth news of the day', { lang: 'en' }),
      'a.example/one': (response) => void held.push(response),
      'a.example/two': (response) => {
        response.on('close', () => held[0]?.end(feed('稀土要闻', { lang: 'zh' })));
        response.end(feed('稀土行情', { lang: 'zh' }));
      },
    });
    expect(urls(await web.discover('http://a.example/'))).toEqual(['http://a.example/one', 'http://a.example/two', 'http://a.example/en']);
  });

  it('the feed of the part of the site that the page stands for, before that of all of it', async () => {
    const web = await smallWeb({
      'm.example/commodity/rare-earth/': page(WORDPRESS + named('/feed/')),
      'm.example/feed/': feed('All'),
      'm.example/commodity/rare-earth/feed/': feed('Rare earth'),
    });
    expect(urls(await web.discover('http://m.example/commodity/rare-earth/'))).toEqual(['http://m.example/commodity/rare-earth/feed/', 'http://m.example/feed/']);
  });

  it('the feed of an investors’ site by what its page loads', async () => {
    const web = await smallWeb({ 'investors.m.example': page('<script src="https://s1.q4cdn.com/1/js/app.js"></script>'), 'investors.m.example/rss/pressrelease.aspx': feed('Press Releases') });
    expect(urls(await web.discover('http://investors.m.example'))).toEqual(['http://investors.m.example/rss/pressrelease.aspx']);
  });

  it('a feed behind a page that sends its readers on', async () => {
    const web = await smallWeb({
      'a.example': page('<meta http-equiv="refresh" content="0; url=/start/">'),
      'a.example/start/': { status: 302, location: 'http://b.example/en/' },
      'b.example/en/': page(named('rss')),
      'b.example/en/rss': feed('B'),
    });
    expect(await web.discover('http://a.example')).toMatchObject({ url: 'http://b.example/en/', candidates: [{ feedUrl: 'http://b.example/en/rss' }] });
  });

  it('feeds that are only linked, by their words or their addresses, also through a service that would follow them', async () => {
    const web = await smallWeb({
      'a.example': page('', '<a href="/about">About</a><a href="/xml/news">RSS订阅</a><a href="/b.rss"><img alt=""></a><a href="https://feedly.com/i/subscription/feed%2Fhttp%3A%2F%2Fa.example%2Fc">Feedly</a><a href="/feed.png">x</a>'),
      'a.example/xml/news': feed('News'),
      'a.example/b.rss': feed('B'),
      'a.example/c': feed('C'),
    });
    expect(urls(await web.discover('http://a.example')).toSorted()).toEqual(['http://a.example/b.rss', 'http://a.example/c', 'http://a.example/xml/news']);
    expect(web.asked).not.toContain('a.example/about');
    expect(web.asked).not.toContain('a.example/feed.png');
  });

  it('the feeds of a page that lists feeds', async () => {
    const web = await smallWeb({
      'a.example': page('', '<a href="/rss-feeds">RSS feeds</a>'),
      'a.example/rss-feeds': page('', '<a href="/rss/metals.xml">Metals</a><a href="/rss/oil.xml">Oil</a><a href="/contact">Contact</a>'),
      'a.example/rss/metals.xml': feed('Metals'),
      'a.example/rss/oil.xml': feed('Oil'),
    });
    expect(urls(await web.discover('http://a.example')).toSorted()).toEqual(['http://a.example/rss/metals.xml', 'http://a.example/rss/oil.xml']);
  });

  it('from an article the feeds of its site, whose own page names them', async () => {
    const web = await smallWeb({
      'a.example/2026/11/story.html': page(named('/2026/11/story/comments.xml', 'Comments')),
      'a.example/2026/11/story/comments.xml': feed('Comments on Story'),
      'a.example': page(named('/all.xml')),
      'a.example/all.xml': feed('All'),
    });
    expect((await web.discover('http://a.example/2026/11/story.html')).candidates.map(({ feedUrl, comments }) => [feedUrl, comments])).toEqual([
      ['http://a.example/all.xml', false], ['http://a.example/2026/11/story/comments.xml', true],
    ]);
  });

  it.each([
    ['robots.txt', 'User-agent: *\nDisallow: /x\nSitemap: http://a.example/sitemap.xml'],
    ['sitemap.xml', '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.example/x</loc></url></urlset>'],
  ])('from %s the feeds of its site', async (name, text) => {
    const web = await smallWeb({ [`a.example/${name}`]: text, 'a.example': page(named('/all.xml')), 'a.example/all.xml': feed('All') });
    expect(urls(await web.discover(`http://a.example/${name}`))).toEqual(['http://a.example/all.xml']);
  });

  it('a site that speaks no TLS, where no scheme was typed', async () => {
    const web = await smallWeb({ 'a.example': page(named('/f')), 'a.example/f': feed('A') });
    expect(urls(await web.discover('“a.example”'))).toEqual(['http://a.example/f']);
    await expect(web.discover('https://a.example')).rejects.toMatchObject({ code: 'tls-failed' });
  });

  it('the feed of a site that refuses programs its pages', async () => {
    const web = await smallWeb({ 'a.example': { status: 403 }, 'a.example/news/today': { status: 403 }, 'a.example/feed/': feed('A') });
    expect(urls(await web.discover('http://a.example/news/today'))).toEqual(['http://a.example/feed/']);
    const shut = await smallWeb({ 'b.example': { status: 403 } });
    await expect(shut.discover('http://b.example')).rejects.toMatchObject({ code: 'forbidden' });
    expect(shut.asked.length).toBeLessThanOrEqual(10);
  });
});

describe('discovery keeps its bounds', () => {
  it('of sixteen requests, two at a time', async () => {
    const held: ServerResponse[] = [];
    const hold = (response: ServerResponse): void => void held.push(response);
    const web = await smallWeb({
      'a.example': page(Array.from({ length: 40 }, (_, at) => named(`/f${at}`)).join(''), Array.from({ length: 40 }, (_, at) => `<a href="/a${at}.rss">RSS</a>`).join('')),
      'a.example/f0': hold,
      'a.example/f1': hold,
    });
    const found = Promise.allSettled([web.discover('http://a.example')]);
    await expect.poll(() => held.length).toBe(2);
    for (const response of held) response.writeHead(404).end();
    expect(await found).toMatchObject([{ status: 'rejected', reason: { code: 'no-feed-found', detail: { host: 'a.example' } } }]);
    expect(web.asked).toHaveLength(16);
    expect(web.mostAtOnce).toBe(2);
  });

  it('of time: what was found until then is the answer', async () => {
    const web = await smallWeb({ 'a.example': page(named('/good') + named('/never')), 'a.example/good': feed('Good'), 'a.example/never': () => undefined }, { deadlineMs: 1500, spacingMs: 0 });
    expect(urls(await web.discover('http://a.example'))).toEqual(['http://a.example/good']);
    const silent = await smallWeb({ 'b.example': () => undefined }, { deadlineMs: 300, spacingMs: 0 });
    await expect(silent.discover('http://b.example')).rejects.toMatchObject({ code: 'timeout', detail: { host: 'b.example' } });
  });

  it('of the public network: a public page leads nobody into the private one, by link, redirect or refresh', async () => {
    const web = await smallWeb({
      'a.example': page(`<meta http-equiv="refresh" content="0; url=http://192.168.0.1/">${['http://127.0.0.1/feed', 'http://192.168.1.1/feed', 'http://printer/feed', 'http://nas.local/rss', '/inner'].map((href) => named(href)).join('')}`, '<a href="http://10.0.0.1/rss">RSS</a>'),
      'a.example/inner': { status: 302, location: 'http://10.0.0.2/feed' },
      '127.0.0.1/feed': feed('Secret'),
      '192.168.1.1/feed': feed('Secret'),
      '192.168.0.1': page(named('/feed')),
      '10.0.0.1/rss': feed('Secret'),
      '10.0.0.2/feed': feed('Secret'),
      'printer/feed': feed('Secret'),
      'nas.local/rss': feed('Secret'),
    });
    await expect(web.discover('http://a.example')).rejects.toMatchObject({ code: 'no-feed-found' });
    expect(web.asked.filter((name) => !name.startsWith('a.example/'))).toEqual([]);
  });

  it('and lets a person look at the own network, by any address of it', async () => {
    const web = await smallWeb({ '192.168.1.20:8080': page(named('http://nas.local/rss')), 'nas.local/rss': feed('Home'), '192.168.1.20:8080/feed/': feed('Other') });
    expect(urls(await web.discover('192.168.1.20:8080'))).toEqual(['http://192.168.1.20:8080/feed/', 'http://nas.local/rss']);
  });
});
