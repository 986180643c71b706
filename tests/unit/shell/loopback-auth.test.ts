import { describe, expect, test } from 'vitest';
import { createLoopbackAuth } from '../../../electron/shell/loopback-auth.ts';

describe('the keys of one run', () => {
  test('a token for one opening is good once, and for a minute', () => {
    let time = 1000;
    const auth = createLoopbackAuth(() => time);
    const [first, second] = [auth.issueOnce(), auth.issueOnce()];
    time += 60_000;
    expect(auth.exchange(first)).toMatchObject({ ownWindow: true });
    expect(auth.exchange(first)).toBeNull();
    time += 1;
    expect(auth.exchange(second)).toBeNull();
  });

  test('the printed token stays good, and earns a cookie that no script reads and no other path is sent', () => {
    const auth = createLoopbackAuth();
    for (const entry of [auth.exchange(auth.token), auth.exchange(auth.token)]) {
      expect(entry).toMatchObject({ ownWindow: false, cookie: expect.stringMatching(/; HttpOnly; SameSite=Strict; Path=\/[\w-]{22}\/$/u) as string });
      expect(auth.hasCookie({ cookie: entry?.cookie.split(';')[0] })).toBe(true);
    }
    expect(auth.hasCookie({ cookie: 'monazite=guess' })).toBe(false);
    expect(createLoopbackAuth().exchange(auth.token)).toBeNull();
  });
});
