import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { toggleRead } from '../../../../renderer/state/article-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { readOpened } from '../../../../renderer/state/read-opened.ts';
import { undo } from '../../../../renderer/state/undo.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(async () => {
  reader.answer('listArticles', () => ({ articles: [headline(5)], nextCursor: null, total: 1, asOf: 50 }));
  reader.answer('setRead', () => ({ changed: 1 }));
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time' });
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function isRead(): boolean | undefined {
  return useListing.getState().rows[0]?.read;
}

test('is read once it has been open for half a second', async () => {
  readOpened(5);
  await vi.advanceTimersByTimeAsync(499);
  expect(isRead()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isRead()).toBe(true);
});

test('stays unread where a person marked it so before that time was over, by M or by Z', async () => {
  readOpened(5);
  await toggleRead(5);
  await toggleRead(5);
  await vi.advanceTimersByTimeAsync(600);
  expect(isRead()).toBe(false);

  // Opened another time it is read again, unless that is taken back too.
  readOpened(5);
  await vi.advanceTimersByTimeAsync(600);
  expect(isRead()).toBe(true);
  await toggleRead(5);
  readOpened(5);
  await toggleRead(5);
  await undo();
  await vi.advanceTimersByTimeAsync(600);
  expect(isRead()).toBe(false);
});
