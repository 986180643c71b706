import { describe, expect, it } from 'vitest';
import { lacksScheme, normalizeAddress } from '../../../electron/core/fetch/address.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';

function codeOf(text: string): string {
  try {
    return `understood as ${normalizeAddress(text)}`;
  } catch (error) {
    return error instanceof ReaderError ? error.code : String(error);
  }
}

describe('an address as people paste it', () => {
  it.each([
    ['https://example.org/feed', 'https://example.org/feed'],
    ['  "https://example.org/feed" ', 'https://example.org/feed'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['“https://example.org/a”', 'https://example.org/a'],
    ['feed:https://example.org/rss', 'https://example.org/rss'],
    ['feed://example.org/rss', 'https://example.org/rss'],
    ['//example.org/rss', 'https://example.org/rss'],
    ['example.org', 'https://example.org/'],
    ['HTTP://Example.ORG/Path#top', 'http://example.org/Path'],
    ['localhost:8080/feed', 'http://localhost:8080/feed'],
    ['localhost', 'http://localhost/'],
    ['192.168.1.20/rss.xml', 'http://192.168.1.20/rss.xml'],
    ['[::1]:8080/rss', 'http://[::1]:8080/rss'],
    ['nas:8080/feed', 'https://nas:8080/feed'],
    ['http://nas/feed', 'http://nas/feed'],
    ['http://例子.中国/新闻', 'http://xn--fsqu00a.xn--fiqs8s/%E6%96%B0%E9%97%BB'],
    ['网址：https://例子.中国/feed。', 'https://xn--fsqu00a.xn--fiqs8s/feed'],
    ['订阅地址 https://example.org/rss.xml，欢迎订阅', 'https://example.org/rss.xml'],
    ['「例子。中国」', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ['https：//example.org/a', 'https://example.org/a'],
    ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｏｒｇ/a', 'https://example.org/a'],
    ['see https://example.org/a_(b) for more', 'https://example.org/a_(b)'],
    ['(https://example.org/a)', 'https://example.org/a'],
    ['https://example.org/a\n  /b', 'https://example.org/a/b'],
    ['\u200bhttps://example.org/\ufeff', 'https://example.org/'],
    ['feed:feed.example.org/rss', 'https://feed.example.org/rss'],
    ['feed:example.org:8080/rss', 'https://example.org:8080/rss'],
    ['example.org/go?u=http://other.example/', 'https://example.org/go?u=http://other.example/'],
    ['http://https://example.org/a', 'https://example.org/a'],
    ['https//example.org/a', 'https://example.org/a'],
    ['https://example.org/feed?u=http://other.example/', 'https://example.org/feed?u=http://other.example/'],
    ['https://example.org/news/2026/11/18/a.html?utm=1.', 'https://example.org/news/2026/11/18/a.html?utm=1'],
    ['https://jo:secret@example.org/feed', 'https://jo:secret@example.org/feed'],
    ['jo:secret@example.org/feed', 'https://jo:secret@example.org/feed'],
    ['feed:jo:secret@example.org/feed', 'https://jo:secret@example.org/feed'],
    ['jo:s@cret@example.org:8443/feed', 'https://jo:s%40cret@example.org:8443/feed'],
    ['jo:2secret@localhost:8080/feed', 'http://jo:2secret@localhost:8080/feed'],
  ])('%s', (text, address) => {
    expect(normalizeAddress(text)).toBe(address);
  });

  it.each(['', '   ', 'rare earth', 'hello', 'http://', 'https://?x', 'http://a b/', 'x'.repeat(9000)])('that is none: %s', (text) => {
    expect(codeOf(text)).toBe('invalid-address');
  });

  it.each(['ftp://example.org/feed', 'file:///etc/passwd', 'javascript:alert(1)', 'mailto:jo@example.org', 'xmpp:jo@example.org', 'data:text/html,x', 'feed:javascript:alert(1)'])('of another scheme: %s', (text) => {
    expect(codeOf(text)).toBe('unsupported-scheme');
  });

  it('of 8,000 blanks is looked at in bounded time', () => {
    const started = performance.now();
    for (let round = 0; round < 200; round++) codeOf(`a${' '.repeat(8000)}b${'\n'.repeat(100)}c`);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('knows whether the scheme was left open', () => {
    expect([lacksScheme('example.org'), lacksScheme(' feed://example.org'), lacksScheme('http://example.org')]).toEqual([true, true, false]);
  });
});
