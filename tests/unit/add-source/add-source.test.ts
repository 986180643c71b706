import { describe, expect, it } from 'vitest';
import type { FeedCandidate } from '../../../electron/contract/discovery.ts';
import { firstChoice } from '../../../renderer/add-source/first-choice.ts';
import { typedHost } from '../../../renderer/add-source/typed-host.ts';

function candidate(feedUrl: string, more: Partial<FeedCandidate> = {}): FeedCandidate {
  return { feedUrl, title: feedUrl, kind: 'rss', newestAt: null, newestTitle: null, itemCount: 1, lang: null, comments: false, otherHost: null, feedId: null, ...more };
}

describe('the feed chosen beforehand', () => {
  it('is the first that brings articles', () => {
    const articles = candidate('b');
    expect(firstChoice([candidate('a', { comments: true }), articles, candidate('c')])).toBe(articles);
  });

  it('is never one that is followed already', () => {
    const comments = candidate('b', { comments: true });
    expect(firstChoice([candidate('a', { feedId: 1 }), comments])).toBe(comments);
    expect(firstChoice([candidate('a', { feedId: 1 })])).toBeNull();
  });
});

describe('the host in what was typed', () => {
  it.each([
    ['oxide.example', 'oxide.example'],
    [' https://oxide.example/feed.xml ', 'oxide.example'],
    ['localhost:8080/feed', 'localhost:8080'],
    ['https://稀土.example/', '稀土.example'],
    ['not an address', 'not an address'],
  ])('%j is %j', (typed, host) => {
    expect(typedHost(typed)).toBe(host);
  });
});
