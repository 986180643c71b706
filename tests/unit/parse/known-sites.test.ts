import { describe, expect, it } from 'vitest';
import { looksLikeFeed, namesFeed, ofSubscriber } from '../../../electron/core/parse/feed-words.ts';
import { platformFeeds, usualPlaces } from '../../../electron/core/parse/known-platforms.ts';
import { knownSiteFeeds } from '../../../electron/core/parse/known-sites.ts';

const on = (path: string, generator: string, html = ''): string[] => platformFeeds(html, { pageUrl: `https://a.example${path}`, generator }).map((url) => url.slice('https://a.example'.length));

describe('an address of a known site', () => {
  it.each([
    ['https://github.com/nodejs/node', ['https://github.com/nodejs/node/releases.atom', 'https://github.com/nodejs/node/commits.atom']],
    ['https://github.com/nodejs/node/commits/v24.x', ['https://github.com/nodejs/node/commits/v24.x.atom', 'https://github.com/nodejs/node/releases.atom', 'https://github.com/nodejs/node/commits.atom']],
    ['https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv', ['https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv']],
    ['https://youtube.com/playlist?list=PL1', ['https://www.youtube.com/feeds/videos.xml?playlist_id=PL1']],
    ['https://old.reddit.com/r/mining/', ['https://www.reddit.com/r/mining/.rss']],
    ['https://arxiv.org/list/cond-mat.mtrl-sci/recent', ['https://rss.arxiv.org/rss/cond-mat.mtrl-sci']],
    ['https://www.federalregister.gov/documents/search?conditions%5Bterm%5D=%22rare+earth%22', ['https://www.federalregister.gov/api/v1/documents.rss?conditions%5Bterm%5D=%22rare+earth%22']],
    ['https://www.gov.uk/government/organisations/british-geological-survey', ['https://www.gov.uk/government/organisations/british-geological-survey.atom']],
    ['https://www.gov.uk/search/news-and-communications?keywords=rare', ['https://www.gov.uk/search/news-and-communications.atom?keywords=rare']],
    ['https://news.google.com/search?q=%E7%A8%80%E5%9C%9F&hl=zh-CN', ['https://news.google.com/rss/search?q=%E7%A8%80%E5%9C%9F&hl=zh-CN']],
    ['https://www.sciencedirect.com/science/journal/10020721', ['https://rss.sciencedirect.com/publication/science/10020721']],
    ['https://www.nature.com/nmat/', ['https://www.nature.com/nmat.rss']],
    ['https://medium.com/@someone/a-story-1', ['https://medium.com/feed/@someone']],
    ['https://news.smm.cn/', ['https://news.smm.cn/rss/original', 'https://news.smm.cn/rss/industry', 'https://news.smm.cn/rss/spot', 'https://news.smm.cn/rss/macro']],
    ['https://github.com.evil.example/a/b', []],
    ['not an address', []],
  ])('%s', (address, feeds) => {
    expect(knownSiteFeeds(address)).toEqual(feeds);
  });
});

describe('a page of a known system', () => {
  it.each([
    ['/category/dysprosium/', 'wordpress 6.6', '', ['/category/dysprosium/feed/', '/feed/', '/?feed=rss2']],
    ['/', '', '<link href="/wp-content/x.css">', ['/feed/', '/?feed=rss2']],
    ['/tag/magnets/', 'ghost 5.8', '', ['/tag/magnets/rss/', '/rss/']],
    ['/', 'drupal 10 (https://www.drupal.org)', '', ['/rss.xml']],
    ['/news', 'joomla! - open source content management', '', ['/news?format=feed&type=rss', '/?format=feed&type=rss']],
    ['/posts/', 'hugo 0.128', '', ['/posts/index.xml', '/index.xml']],
    ['/news', '', '<img src="https://images.squarespace-cdn.com/x">', ['/news?format=rss']],
    ['/category/news/', 'typecho 1.2', '', ['/feed/category/news/', '/feed/']],
    ['/forum-37-1.html', 'discuz! x3.4', '', ['/forum.php?mod=rss&fid=37', '/forum.php?mod=rss']],
    ['/', 'wix.com website builder', '', ['/blog-feed.xml']],
    ['/news', 'hubspot', '', ['/news/rss.xml', '/blog/rss.xml', '/rss.xml']],
    ['/blog', '', '<script src="//cdn2.editmysite.com/x"></script>', ['/blog/feed', '/1/feed']],
    ['/', 'blogger', '', ['/feeds/posts/default']],
    ['/@lab', '', '<div id="mastodon"></div>', ['/@lab.rss']],
    ['/', '', '<p>nothing</p>', []],
  ])('%s %s', (path, generator, html, feeds) => {
    expect(on(path, generator, html)).toEqual(feeds);
  });

  it('gives the channel of a video page, and the journal of a page with an ISSN', () => {
    expect(platformFeeds('<script>var ytInitialData={"externalId":"UCabcdefghijklmnopqrstuv"}</script>', { pageUrl: 'https://www.youtube.com/@metals', generator: '' })).toEqual(['https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv']);
    expect(platformFeeds('<a href="https://www.sciencedirect.com/">x</a> ISSN: 1002-0721', { pageUrl: 'https://www.sciencedirect.com/journal/x', generator: '' })).toEqual(['https://rss.sciencedirect.com/publication/science/10020721']);
  });

  it('else has its feeds near itself or at the usual places', () => {
    expect(usualPlaces('https://a.example/news/today').slice(0, 3)).toEqual(['https://a.example/news/feed/', 'https://a.example/news/rss.xml', 'https://a.example/feed/']);
  });
});

describe('a link to a feed', () => {
  it.each(['https://a.example/rss', 'https://a.example/feed/', 'https://a.example/news.rss', 'https://a.example/x?format=feed', 'https://a.example/rss/metals.xml', 'https://a.example/rss.php?id=1'])('looks like %s', (url) => {
    expect(looksLikeFeed(url)).toBe(true);
  });

  it.each(['https://a.example/feedback', 'https://a.example/rss.png', 'https://a.example/atomic', 'https://a.example/', 'https://rss.example/about'])('does not look like %s', (url) => {
    expect(looksLikeFeed(url)).toBe(false);
  });

  it('is named by few words', () => {
    expect(['RSS', 'RSS 订阅', '订阅', 'Atom feed', 'News feeds'].map(namesFeed)).toEqual([true, true, true, true, true]);
    expect(['Atomic energy'.repeat(9), 'Subscribe to our newsletter', '订阅我们的杂志'].map(namesFeed)).toEqual([false, false, false]);
  });

  it('is carried by the address of a service', () => {
    expect(ofSubscriber('https://feedly.com/i/subscription/feed/https://a.example/feed/')).toBe('https://a.example/feed/');
    expect(ofSubscriber('https://www.inoreader.com/feed/http%3A%2F%2Fa.example%2Frss%3Fa%3D1')).toBe('http://a.example/rss?a=1');
    expect(ofSubscriber('https://feedly.com/')).toBeNull();
    expect(ofSubscriber('https://a.example/feed/https://b.example/')).toBeNull();
  });
});
