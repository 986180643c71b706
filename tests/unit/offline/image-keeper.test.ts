import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { pendingImages } from '../../../electron/core/store/images.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { PIXELS, HOUR, aFailure, anImage, files, keyOf, many, room, storeArticles } from './image-room.ts';

describe('an image path', () => {
  test('is made of hexadecimal keys only', () => {
    const key = keyOf('x');
    expect(imagePath('/p', key)).toBe(join('/p', 'images', key.slice(0, 2), key));
    for (const bad of ['', '..', `${key}/..`, key.toUpperCase(), `${key}0`]) expect(() => imagePath('/p', bad)).toThrow(RangeError);
  });
});

describe('what a person asked for', () => {
  test('the images of an article are written whole and told', async () => {
    const [id] = storeArticles(['https://i.example/1.png', 'https://i.example/2.png']) as [ArticleId];
    expect(await room.keeper.keep(id)).toEqual({ kept: 2, failed: 0 });
    expect(readFileSync(imagePath(room.profile, keyOf('https://i.example/1.png')))).toEqual(PIXELS);
    expect(files()).toHaveLength(2);
    expect(room.events).toContainEqual({ kind: 'images', articleIds: [id] });
    expect(await room.keeper.keep(id)).toEqual({ kept: 0, failed: 0 });
  });

  test('an image that fails costs the others nothing, and is tried again later', async () => {
    const [id] = storeArticles(['https://i.example/1.png', 'https://i.example/bad.png']) as [ArticleId];
    room.answer = async (url) => (url.includes('bad') ? aFailure('not-found') : anImage());
    expect(await room.keeper.keep(id)).toEqual({ kept: 1, failed: 1 });
    room.answer = async () => anImage();
    room.now += 25 * HOUR;
    expect(await room.keeper.keep(id)).toEqual({ kept: 1, failed: 0 });
    expect(files()).toHaveLength(2);
  });

  test('a person who asks for the images of an article has a failed one tried at once, and nobody else has', async () => {
    const [id] = storeArticles(['https://i.example/1.png']) as [ArticleId];
    room.answer = async () => aFailure('not-found');
    await room.keeper.keep(id);
    room.answer = async () => anImage();
    expect(await room.keeper.keep(id)).toEqual({ kept: 0, failed: 0 });
    expect(await room.keeper.keep(id, { retryNow: true })).toEqual({ kept: 1, failed: 0 });
    expect(await room.keeper.keep(id, { retryNow: true })).toEqual({ kept: 0, failed: 0 });
  });

  test('two articles that show one image ask for it once', async () => {
    const [a, b] = storeArticles(['https://i.example/same.png'], ['https://i.example/same.png']) as [ArticleId, ArticleId];
    const results = await Promise.all([room.keeper.keep(a), room.keeper.keep(b)]);
    expect(results).toEqual([
      { kept: 1, failed: 0 },
      { kept: 1, failed: 0 },
    ]);
    expect(room.asked).toEqual(['https://i.example/same.png']);
  });

  test('where the folder cannot be written, the call says so and nothing is taken for kept', async () => {
    const [id] = storeArticles(['https://i.example/1.png']) as [ArticleId];
    writeFileSync(join(room.profile, 'images'), 'a file where the folder should be');
    await expect(room.keeper.keep(id)).rejects.toMatchObject({ code: 'profile-unwritable' });
    expect(room.keeper.trouble).toMatchObject({ code: 'profile-unwritable' });
    expect(pendingImages(room.store, { limit: 10 })).toHaveLength(1);
    rmSync(join(room.profile, 'images'));
    expect(await room.keeper.keep(id)).toEqual({ kept: 1, failed: 0 });
    expect(room.keeper.trouble).toBeNull();
  });
});

describe('what is fetched ahead', () => {
  test('at most four at once, two of one host, until all is here', async () => {
    storeArticles([...many('a', 30), ...many('b', 30), ...many('c', 30)]);
    const open = new Map<string, number>();
    let most = 0;
    let mostOfOne = 0;
    room.answer = async (url) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, [...open.values()].reduce((sum, count) => sum + count, 0));
      mostOfOne = Math.max(mostOfOne, open.get(host) ?? 0);
      await new Promise((resolve) => setImmediate(resolve));
      open.set(host, (open.get(host) ?? 0) - 1);
      return anImage();
    };
    room.keeper.fetchAhead();
    await expect.poll(() => pendingImages(room.store, { limit: 100 }).length).toBe(0);
    expect([room.asked.length, most, mostOfOne]).toEqual([90, 4, 2]);
  });

  test('nothing is asked where it may not, and a refresh that begins stops what waits', async () => {
    const [, second] = storeArticles(many('a', 20), many('b', 1)) as [ArticleId, ArticleId];
    room.ahead = false;
    room.keeper.fetchAhead();
    await new Promise((resolve) => setImmediate(resolve));
    expect(room.asked).toEqual([]);
    room.ahead = true;
    room.answer = async () => {
      if (room.asked.length >= 4) room.ahead = false;
      return anImage();
    };
    room.keeper.fetchAhead();
    await expect.poll(() => room.ahead).toBe(false);
    await room.keeper.keep(second);
    expect(room.asked.length).toBeLessThanOrEqual(8);
    room.ahead = true;
    room.answer = async () => anImage();
    room.keeper.fetchAhead();
    await expect.poll(() => pendingImages(room.store, { limit: 100 }).length).toBe(0);
  });

  test('without a network the images stay to be fetched, and are when it is back', async () => {
    const [id] = storeArticles(many('a', 60)) as [ArticleId];
    room.online = false;
    room.answer = async () => aFailure('host-not-found');
    room.keeper.fetchAhead();
    await expect.poll(() => room.asked.length).toBeGreaterThan(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(room.asked.length).toBeLessThanOrEqual(4);
    expect(await room.keeper.keep(id)).toEqual({ kept: 0, failed: 60 });
    expect(pendingImages(room.store, { limit: 100 })).toHaveLength(60);
    room.answer = async () => anImage();
    room.keeper.fetchAhead();
    await expect.poll(() => pendingImages(room.store, { limit: 100 }).length).toBe(0);
  });

  test('trouble with the disk stops it at once and stays known', async () => {
    storeArticles(many('a', 40));
    writeFileSync(join(room.profile, 'images'), 'a file where the folder should be');
    room.keeper.fetchAhead();
    await expect.poll(() => room.faults.length).toBe(1);
    expect(room.keeper.trouble).toMatchObject({ code: 'profile-unwritable' });
    expect(room.asked.length).toBeLessThanOrEqual(4);
  });
});

test('the files of articles that are gone go too, those still shown stay', async () => {
  const shared = 'https://i.example/shared.png';
  const [gone, stays] = storeArticles(['https://i.example/own.png', shared], [shared]) as [ArticleId, ArticleId];
  await room.keeper.keep(gone);
  setRead(room.store, [gone], true);
  room.now += HOUR;
  expect((await cleanUp(room.store, { before: room.now, dryRun: false })).removed).toBe(1);
  await room.keeper.sweep();
  expect(files().map((name) => name.slice(3))).toEqual([keyOf(shared)]);
  expect(await room.keeper.keep(stays)).toEqual({ kept: 0, failed: 0 });
  expect(dirname(imagePath(room.profile, keyOf(shared)))).toContain(join(room.profile, 'images'));
});

test('closing drops what waits and leaves no half-written file', async () => {
  const [id] = storeArticles(Array.from({ length: 20 }, (_, n) => `https://i.example/${n}.png`)) as [ArticleId];
  const gate = Promise.withResolvers<void>();
  room.answer = async () => {
    await gate.promise;
    return anImage();
  };
  const kept = room.keeper.keep(id);
  const closed = room.keeper.close();
  gate.resolve();
  await closed;
  expect(await kept).toEqual({ kept: 0, failed: 20 });
  expect(files()).toEqual([]);
});
