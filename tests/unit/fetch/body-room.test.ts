import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createBodyRoom } from '../../../electron/core/fetch/body-room.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { sends, serve } from './serve.ts';

const MEGABYTE = 1024 * 1024;
const fetcher = createFetcher({ userAgent: 'Monazite/test' });
afterEach(() => fetcher.close());

/** Every path a body of that many megabytes that does not shrink, and `/zipped` one that does. */
const bodies = () =>
  serve((request, response) => {
    if (request.url === '/zipped') sends(gzipSync(Buffer.alloc(8 * MEGABYTE)), { 'content-encoding': 'gzip' })(request, response);
    else sends(randomBytes(Number(request.url?.slice(1)) * MEGABYTE))(request, response);
  });

test('a download waits while other trips hold too much, and the eldest never does', async () => {
  const { url } = await bodies();
  const room = createBodyRoom(MEGABYTE);
  const [eldest, other] = [room.hold(), room.hold()];
  await fetcher({ askedBy: 'person', url: `${url}/2`, hold: eldest });
  let isDone = false;
  const waiting = fetcher({ askedBy: 'person', url: `${url}/16`, hold: other }).then((result) => {
    isDone = true;
    return result;
  });
  await expect.poll(() => room.bytes).toBeGreaterThan(2 * MEGABYTE);
  for (let count = 0; count < 3; count++) expect(await fetcher({ askedBy: 'person', url: `${url}/1`, hold: eldest })).toMatchObject({ kind: 'fresh' });
  expect(isDone).toBe(false);
  expect(room.bytes).toBeLessThan(6 * MEGABYTE);
  eldest.release();
  expect(await waiting).toMatchObject({ kind: 'fresh', answered: { received: 16 * MEGABYTE } });
  other.release();
  expect(room.bytes).toBe(0);
});

test('what would grow when it is decoded waits for room as well', async () => {
  const { url } = await bodies();
  const room = createBodyRoom(MEGABYTE);
  const [eldest, other] = [room.hold(), room.hold()];
  await fetcher({ askedBy: 'person', url: `${url}/2`, hold: eldest });
  const waiting = fetcher({ askedBy: 'person', url: `${url}/zipped`, hold: other });
  await expect.poll(() => room.bytes).toBeGreaterThan(2 * MEGABYTE);
  expect(await fetcher({ askedBy: 'person', url: `${url}/1`, hold: eldest })).toMatchObject({ kind: 'fresh' });
  expect(room.bytes).toBeLessThan(4 * MEGABYTE);
  eldest.release();
  expect(await waiting).toMatchObject({ kind: 'fresh' });
  expect(room.bytes).toBeGreaterThan(8 * MEGABYTE);
});

test('a trip that ends gives its room to the next, in their order', async () => {
  const room = createBodyRoom(10);
  const holds = [room.hold(), room.hold(), room.hold()] as const;
  const went: number[] = [];
  holds[0].add(20);
  const [second, third] = [holds[1], holds[2]].map(async (hold, index) => {
    await hold.room();
    hold.add(20);
    went.push(index + 2);
  });
  holds[0].release();
  await second;
  expect([went, holds[2].isFull()]).toEqual([[2], true]);
  holds[1].release();
  await third;
  expect(went).toEqual([2, 3]);
});
