import { expect, test } from 'vitest';
import { isAllowedBy, parseRobots } from '../../../electron/core/fetch/robots-rules.ts';

const allows = (text: string, path: string): boolean => isAllowedBy(parseRobots(text, 'Monazite'), `https://metals.example${path}`);

test.each([
  ['no rules', '', '/a', true],
  ['a rule for everyone', 'User-agent: *\nDisallow: /private', '/private/a', false],
  ['nothing said of it', 'User-agent: *\nDisallow: /private', '/news', true],
  ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
  ['a group of our own, which is not joined with everyone’s', 'User-agent: *\nDisallow: /\n\nUser-agent: monazite\nDisallow: /b', '/a', true],
  ['our name with a version', 'User-agent: Monazite/2.0\nDisallow: /', '/a', false],
  ['a group of somebody else', 'User-agent: MonaziteBot\nDisallow: /', '/a', true],
  ['one group for two', 'User-agent: other\nUser-agent: Monazite\nDisallow: /a', '/a', false],
  ['two groups of ours, which are joined', 'User-agent: Monazite\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: Monazite\nDisallow: /b', '/b', false],
  ['the longer rule', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
  ['of two as long, the one that allows', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
  ['a star', 'User-agent: *\nDisallow: /*/print', '/news/1/print', false],
  ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
  ['no end where more follows', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
  ['a whole path', 'User-agent: *\nDisallow: /$', '/', false],
  ['a whole path and no more', 'User-agent: *\nDisallow: /$', '/a', true],
  ['a query', 'User-agent: *\nDisallow: /*?page=', '/list?page=2', false],
  ['letters encoded or not', 'User-agent: *\nDisallow: /新闻', '/%e6%96%b0%e9%97%bb/1', false],
  ['comments, spaces and any case', 'USER-AGENT : * # all\r\n  disallow :/a # this', '/a', false],
  ['a byte order mark', '\uFEFFUser-agent: *\nDisallow: /', '/a', false],
  ['rules before any group', 'Disallow: /\nUser-agent: *\nDisallow: /b', '/a', true],
  ['other lines between the names of a group', 'User-agent: *\nSitemap: https://metals.example/s.xml\nDisallow: /a', '/a', false],
  ['robots.txt itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ['a page of HTML', '<html><body>Not found: <a href="/">home</a></body></html>', '/a', true],
])('%s', (_, text, path, allowed) => {
  expect(allows(text, path)).toBe(allowed);
});

test('Crawl-delay is read of the group that counts', () => {
  expect(parseRobots('User-agent: *\nCrawl-delay: 10', 'Monazite').delayMs).toBe(10_000);
  expect(parseRobots('User-agent: *\nCrawl-delay: 10\n\nUser-agent: Monazite\nCrawl-delay: 0.5', 'Monazite').delayMs).toBe(500);
  expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'Monazite').delayMs).toBeNull();
});

test('a hostile file is bounded in what it keeps and in what it costs', () => {
  const names = 'User-agent: a\n'.repeat(20_000);
  const stars = `User-agent: *\n${'Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*b\n'.repeat(12_000)}`;
  expect(parseRobots(`${names}User-agent: *\n${'Disallow: /x\n'.repeat(20_000)}`, 'Monazite').rules.length).toBeLessThanOrEqual(2000);
  expect(isAllowedBy(parseRobots(stars, 'Monazite'), `https://metals.example/${'a'.repeat(8000)}`)).toBe(true);
  expect(parseRobots(`User-agent: *\nDisallow: /${'*'.repeat(400)}x`, 'Monazite').rules).toEqual([{ pattern: '/*x', allow: false }]);
});
