import { expect, test } from 'vitest';
import { createHostCourtesy } from '../../../electron/core/refresh/host-courtesy.ts';
import { createHostRests } from '../../../electron/core/refresh/host-rests.ts';
import { DAY, NOON, testStore } from '../store/library.ts';

test('a host that says how long, and that it is over already, rests as one that says nothing', () => {
  const rests = createHostRests({ store: testStore(), now: () => NOON, random: () => 0 });
  const failed = { kind: 'failed', code: 'rate-limited', detail: { host: 'metals.example', status: 429 } } as const;
  expect(rests.note('https://metals.example/feed', { ...failed, retryAt: NOON })).toBe(NOON + 30 * 60_000);
});

test('a rest that was written under a clock far ahead is over when the clock is right', () => {
  const store = testStore();
  let now = NOON + 10_000 * DAY;
  const rests = createHostRests({ store, now: () => now, random: () => 0 });
  const address = 'https://metals.example/feed';
  rests.note(address, { kind: 'failed', code: 'server-error', detail: { host: 'metals.example', status: 503 }, retryAt: now + DAY });
  expect(rests.heldUntil(address)).toBe(now + DAY);
  now = NOON;
  for (const one of [rests, createHostRests({ store, now: () => now, random: () => 0 })]) expect([one.heldUntil(address), one.current().size]).toEqual([null, 0]);
  rests.note(address, { kind: 'failed', code: 'server-error', detail: { host: 'metals.example', status: 503 }, retryAt: NOON + DAY });
  expect(rests.heldUntil(address)).toBe(NOON + DAY);
});

test('a host rests after its own 503, not after that of the proxy before it', () => {
  const rests = createHostRests({ store: testStore(), now: () => NOON, random: () => 0 });
  const address = 'https://metals.example/feed';
  const failed = { kind: 'failed', detail: { host: 'metals.example', status: 503 }, retryAt: null } as const;
  expect(rests.note(address, { ...failed, code: 'proxy-failed' })).toBeNull();
  expect(rests.heldUntil(address)).toBeNull();
  expect(rests.note(address, { ...failed, code: 'server-error' })).toBeGreaterThan(NOON);
  expect(rests.heldUntil(address)).toBeGreaterThan(NOON);
});

test('whoever asks hosts, for images too, is told by one object of their rest and of the gap between two requests, and tells it', () => {
  let now = NOON;
  const { rests, pace } = createHostCourtesy({ store: testStore(), now: () => now });
  const image = { kind: 'failed', code: 'rate-limited', detail: { host: 'images.example', status: 429 }, retryAt: NOON + DAY } as const;
  expect(rests.note('https://images.example/a.png', image)).toBe(NOON + DAY);
  expect([rests.heldUntil('https://images.example/b.png'), rests.heldUntil('https://other.example/')]).toEqual([NOON + DAY, null]);
  expect(rests.note('https://other.example/a.png', { kind: 'failed', code: 'host-unreachable' })).toBeNull();
  pace.ended('other.example');
  now += 400;
  expect([pace.waitMs('other.example'), pace.waitMs('third.example')]).toEqual([600, 0]);
});
