import { expect, test } from 'vitest';
import { createRoom } from '../../../electron/core/offline/room.ts';

/** What was given so far, in the order of asking; undefined while it waits. */
async function asks(room: ReturnType<typeof createRoom>, ...most: number[]) {
  const given: (Awaited<ReturnType<typeof room.take>> | undefined)[] = most.map(() => undefined);
  most.forEach((each, at) => void room.take(each).then((portion) => (given[at] = portion)));
  await Promise.resolve();
  return given;
}

test('as much as each may take is set aside, and never more than there is', async () => {
  const room = createRoom(25_000);
  const given = await asks(room, 10_000, 10_000, 10_000);
  expect(given.map((portion) => portion?.bytes)).toEqual([10_000, 10_000, undefined]);
  // What the first did not need is enough for the third.
  given[0]?.settle(2000);
  await Promise.resolve();
  expect(given[2]?.bytes).toBe(10_000);
});

test('where less is left it waits until nothing is under way, then has all of it; of nothing it has none', async () => {
  const room = createRoom(15_000);
  const given = await asks(room, 10_000, 10_000, 10_000);
  expect(given.map((portion) => portion?.bytes)).toEqual([10_000, undefined, undefined]);
  given[0]?.settle(9000);
  await Promise.resolve();
  expect(given.map((portion) => portion?.bytes)).toEqual([10_000, 6000, undefined]);
  given[1]?.settle(6000);
  await Promise.resolve();
  expect(given[2]).toBeNull();
});

test('closed, nobody has anything, and nobody waits', async () => {
  const room = createRoom(15_000);
  const given = await asks(room, 10_000, 10_000);
  room.close();
  await Promise.resolve();
  expect(given[1]).toBeNull();
  given[0]?.settle(0);
  expect(await room.take(1)).toBeNull();
});
