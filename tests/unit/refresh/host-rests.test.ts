import { expect, test } from 'vitest';
import { createHostRests } from '../../../electron/core/refresh/host-rests.ts';
import { NOON, testStore } from '../store/library.ts';

test('a host rests after its own 503, not after that of the proxy before it', () => {
  const rests = createHostRests({ store: testStore(), now: () => NOON, random: () => 0.5 });
  const address = 'https://metals.example/feed';
  const failed = { kind: 'failed', detail: { host: 'metals.example', status: 503 }, retryAt: null } as const;
  expect(rests.note(address, { ...failed, code: 'proxy-failed' })).toBeNull();
  expect(rests.heldUntil(address)).toBeNull();
  expect(rests.note(address, { ...failed, code: 'server-error' })).toBeGreaterThan(NOON);
  expect(rests.heldUntil(address)).toBeGreaterThan(NOON);
});
