import { describe, expect, it } from 'vitest';
import { articleKey, articleKeys, hostFamily } from '../../../../electron/core/parse/page/article-key.ts';

describe('the key of an article', () => {
  it.each([
    ['a slug, a prefix or none', ['https://news.metal.com/newscontent/103560637/china-announces-emmeasuresem/', 'https://news.metal.com/newscontent/103560637-China-announces-[measures]', 'http://www.metal.com/en/newscontent/103560637-china-%5Bannounces%5D', 'https://metal.com/newscontent/103560637?utm_source=x#top']],
    ['case and scheme', ['http://www.bu.example.cn/zwgk/zcfb/art/2026/art_0123456789ABCDEF0123456789abcdef.html', 'https://bu.example.cn/zwgk/art_0123456789abcdef0123456789abcdef.html']],
    ['a folder', ['https://www.mnr.example.cn/dt/ywbb/202611/t20261118_2870000.html', 'http://m.mnr.example.cn/gk/t20261118_2870000.shtml']],
    ['other parameters', ['http://www.cnmn.example.cn/ShowNews1.aspx?id=450000', 'https://www.cnmn.example.cn/ShowNews1.aspx?id=450000&from=rss', 'https://www.cnmn.example.cn/shownews1.aspx?ID=450000']],
    ['a guid', ['https://www.ac-rei.example.cn/article/3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'http://ac-rei.example.cn/article/3F2504E0-4F89-41D3-9A0C-0305E82C3301.html']],
  ])('is one whatever the address has: %s', (_what, addresses) => {
    const keys = new Set(addresses.map(articleKey));
    expect(keys.size).toBe(1);
    expect([...keys][0]).not.toBeNull();
  });

  it('is another where another site counts alike', () => {
    expect(articleKey('https://news.smm.cn/news/104143324')).not.toBe(articleKey('https://news.metal.com/newscontent/104143324'));
    expect(articleKey('https://news.smm.cn/news/104143324')).toBe('smm.cn#news/104143324');
  });

  it('is another where another part of a site counts for itself', () => {
    expect(articleKey('https://a.example.org/news/12345')).not.toBe(articleKey('https://a.example.org/notice/12345'));
    expect(articleKey('https://a.example.org/ShowNews.aspx?id=12345')).not.toBe(articleKey('https://a.example.org/ShowVideo.aspx?id=12345'));
  });

  it.each([
    'https://investors.example.com/press-releases/detail/2026/a-slug/default.aspx',
    'https://www.example.com/news/202611/a.html',
    'https://www.example.com/news/2026/11/18/',
    'https://www.example.com/terbium-oxide-rises-to-360000',
    'https://www.example.com/a/slug-of-words/',
    'https://www.example.com/list.aspx?page=12',
    'https://www.example.com/show.aspx?id=1&newsid=2',
    'https://data.example.com/notices/detail/600911/AN202611241633000.html',
    'mailto:desk@example.com',
    'no address',
  ])('is none where an address shows none: %s', (address) => {
    expect(articleKey(address)).toBeNull();
  });

  it('is none in a list whose addresses share it', () => {
    const list = ['a', 'b', 'c'].map((slug) => `https://www.example.com/company/3f2504e0-4f89-41d3-9a0c-0305e82c3301/${slug}`);
    expect(articleKeys([...list, 'https://www.example.com/news/12345'])).toEqual([null, null, null, 'example.com#news/12345']);
    expect(articleKeys(['https://www.example.com/news/12345', 'https://example.com/news/12345?from=rss'])).toEqual(['example.com#news/12345', 'example.com#news/12345']);
  });

  it('takes a host without its dress', () => {
    expect(['news.metal.com', 'www.metal.com', 'm.en.metal.com', 'metal.com.'].map(hostFamily)).toEqual(['metal.com', 'metal.com', 'metal.com', 'metal.com']);
    expect(['news.com.au', 'www.news.com.au', 'news.cn', 'hq.smm.cn'].map(hostFamily)).toEqual(['news.com.au', 'news.com.au', 'news.cn', 'hq.smm.cn']);
  });
});
