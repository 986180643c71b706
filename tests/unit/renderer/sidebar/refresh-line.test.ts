import { describe, expect, it } from 'vitest';
import type { Feed, FeedError, RefreshProgress } from '../../../../electron/contract/model.ts';
import { broughtText, refreshLine } from '../../../../renderer/sidebar/refresh-line.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const AT = new Date().setHours(8, 47, 0, 0);
const failure = (code: string): FeedError => ({ feedId: 1, code, detail: {} });

function progress(parts: Partial<RefreshProgress>): RefreshProgress {
  const none = { startedAt: null, endedAt: null, cancelled: false, nextAt: null, offlineSince: null, proxyTrouble: null };
  return { running: false, asked: 9, done: 9, added: 0, failed: [], updatedAt: AT, ...none, ...parts };
}

const line = (parts: Partial<RefreshProgress>, feeds: readonly Feed[] = []) => refreshLine(progress(parts), wordsNow(), feeds);

describe('the line on a refresh', () => {
  it('tells how the last one ended', () => {
    expect(line({})).toBe('Updated 08:47');
    expect(line({ failed: [failure('server-error'), failure('timeout')] })).toBe('Updated 08:47, 2 failed');
    expect(line({ cancelled: true, done: 8, failed: [failure('not-found')] })).toBe('Stopped at 8 of 9, 1 failed');
  });

  it('says that a source does not answer only where the network is at fault', () => {
    expect(line({ failed: [failure('timeout'), failure('host-not-found')] })).toBe('Updated 08:47, 2 not answering');
    expect(broughtText(progress({ running: true, added: 38, failed: [failure('timeout')] }), wordsNow())).toBe('38 new, 1 not answering');
    expect(broughtText(progress({ running: true, failed: [failure('malformed-feed')] }), wordsNow())).toBe('1 failed');
  });

  it('says what a proxy wants before anything else', () => {
    const proxyTrouble = { code: 'proxy-sign-in', detail: { proxy: 'proxy.example:8080' } };
    expect(line({ proxyTrouble, offlineSince: AT })).toBe('The proxy asks for sign-in');
    expect(line({ proxyTrouble })).toBe('The proxy asks for sign-in');
    expect(line({ proxyTrouble, failed: [failure('not-found')] })).toBe('The proxy asks for sign-in, 1 failed');
  });

  it('counts a source just followed as an update', () => {
    expect(line({ updatedAt: null, asked: 0, done: 0 })).toBe('Not refreshed yet');
    expect(line({ updatedAt: null, asked: 0, done: 0 }, [{ succeededAt: null } as Feed, { succeededAt: AT } as Feed])).toBe('Updated 08:47');
  });
});
