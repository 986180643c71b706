import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReaderError } from '../../../electron/contract/errors.ts';
import type { OpmlOutline } from '../../../electron/core/parse/opml.ts';
import { parseOpml } from '../../../electron/core/parse/parse-opml.ts';
import { openHostileRoom, outcome, type HostileRoom } from '../../fuzz/hostile/hostile-room.ts';
import { OPML_BOMBS } from '../../fuzz/hostile/opml-bombs.ts';

const feedsIn = (outlines: readonly OpmlOutline[]): number => outlines.reduce((sum, { feedUrl, children }) => sum + Number(feedUrl !== null) + feedsIn(children), 0);

const link = (href: string): string => `<link rel="alternate" type="application/rss+xml" href="${href}">`;

function feedsOrCode(text: string): number | string {
  try {
    return feedsIn(parseOpml(text).outlines);
  } catch (error) {
    if (error instanceof ReaderError) return error.code;
    throw error;
  }
}

describe('a hostile subscription list', () => {
  test.each(OPML_BOMBS.map((bomb) => [bomb.name, bomb] as const))('%s', (_, bomb) => expect(feedsOrCode(bomb.make())).toBe(bomb.gives));
});

describe('a hostile page', () => {
  let room: HostileRoom;
  beforeAll(async () => {
    room = await openHostileRoom();
  }, 120_000);
  afterAll(() => room.close());

  test.each([
    ['levels without end', `<html>${'<b>'.repeat(600_000)}`],
    ['end tags without beginnings', `<html>${'<b>'.repeat(1900)}${'</z>'.repeat(100_000)}`],
    ['a comment without end', `<html><!--${'x'.repeat(1_500_000)}`],
    ['an attribute without end', `<html><link rel="${'alternate '.repeat(150_000)}`],
    ['links to other schemes', `<html>${['javascript:alert(1)', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'app://bundle/', 'http://['].map(link).join('')}`],
  ])('with %s names no feed, and harms none', async (_, html) => {
    const url = room.on('/page', (_request, response) => response.end(html));
    for (const path of ['/feed/', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss', '/feed.json', '/rss/', '/feeds/posts/default', '/']) room.on(path, (_request, response) => response.writeHead(404).end());
    await expect(room.pool.discover(url, 0)).rejects.toMatchObject({ code: 'no-feed-found' });
    expect(outcome(await room.ask(`${room.origin}/sound`))).toBe(2);
    expect(room.strays).toEqual([]);
  });
});
