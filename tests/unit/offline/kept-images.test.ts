import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import type { ImageResult } from '../../../electron/core/refresh/ingest-job.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { pendingImages, recordImage } from '../../../electron/core/store/images.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { png } from '../image/made-images.ts';
import { HOUR, PIXELS, aFailure, anImage, files, keyOf, many, room, storeArticles } from './image-room.ts';

describe('bytes that have two addresses', () => {
  const [here, there] = ['https://i.example/1.png', 'https://cdn.example/one.png'];

  test('are one file on disk, which stays until nobody shows either', async () => {
    const [first, second] = storeArticles([here], [there]) as [ArticleId, ArticleId];
    await Promise.all([room.keeper.keep(first), room.keeper.keep(second)]);
    expect(statSync(imagePath(room.profile, keyOf(here))).ino).toBe(statSync(imagePath(room.profile, keyOf(there))).ino);
    expect(room.store.get('SELECT image_bytes AS bytes FROM library')).toEqual({ bytes: PIXELS.length });
    setRead(room.store, [first], true);
    room.now += HOUR;
    expect(await cleanUp(room.store, { before: room.now, dryRun: true })).toMatchObject({ removed: 1, bytes: deflateBody('<p>text</p>').length });
    await cleanUp(room.store, { before: room.now });
    await room.keeper.sweep();
    expect(existsSync(imagePath(room.profile, keyOf(here)))).toBe(false);
    expect(readFileSync(imagePath(room.profile, keyOf(there)))).toEqual(PIXELS);
    expect(room.store.get('SELECT image_bytes AS bytes FROM library')).toEqual({ bytes: PIXELS.length });
  });

  test('are written again where the first file is lost', async () => {
    const [first, second] = storeArticles([here], [there]) as [ArticleId, ArticleId];
    await room.keeper.keep(first);
    rmSync(imagePath(room.profile, keyOf(here)));
    await room.keeper.keep(second);
    expect(readFileSync(imagePath(room.profile, keyOf(there)))).toEqual(PIXELS);
  });
});

test('an image of a point or a line is dropped, whatever the article says of it, and the article is whole', async () => {
  const [id] = storeArticles(['https://i.example/1.png', 'https://count.example/a.png', 'https://i.example/line.png']) as [ArticleId];
  room.answer = async (url) => anImage(Buffer.from(url), url.includes('count') ? { width: 1, height: 1 } : url.includes('line') ? { width: 1, height: 600 } : undefined);
  await room.keeper.keep(id);
  expect(files()).toHaveLength(1);
  expect(getArticle(room.store, id)).toMatchObject({ kept: 'full', images: [{ state: 'kept', width: 1200, height: 675 }, { state: 'dropped' }, { state: 'dropped' }] });
});

const busy = (retryAt: number | null): ImageResult => aFailure('rate-limited', { detail: { host: 'i.example', status: 429 }, ...(retryAt !== null && { retryAt }) });

describe('a host that wants rest', () => {
  test('said so to an image: it and its others wait, and a feed of the host does too', async () => {
    const urls = Array.from({ length: 30 }, (_, n) => `https://i.example/${n}.png`);
    const [id] = storeArticles(urls) as [ArticleId];
    room.answer = async () => busy(room.now + 3 * HOUR);
    room.keeper.fetchAhead();
    await expect.poll(() => pendingImages(room.store, { limit: 100 }).length).toBe(0);
    // Two were on their way.
    expect(room.asked.length).toBeLessThanOrEqual(2);
    expect(room.rests.heldUntil('https://i.example/feed')).toBe(room.now + 3 * HOUR);
    expect(room.ended).toContain('i.example');
    // Nor does a person who asks for them, for it is the host that said no.
    await room.keeper.keep(id, { retryNow: true });
    expect(room.asked.length).toBeLessThanOrEqual(2);
    room.now += 3 * HOUR;
    room.answer = async () => anImage();
    expect((await room.keeper.keep(id)).failed).toBe(0);
    expect(getArticle(room.store, id).kept).toBe('full');
    expect(room.rests.heldUntil('https://i.example/feed')).toBeNull();
  });

  test('said so to a feed: no image is asked of it, and each is put off once', async () => {
    room.rests.note('https://i.example/feed', { kind: 'failed', code: 'server-error', detail: { host: 'i.example', status: 503 }, retryAt: room.now + HOUR });
    const [id] = storeArticles([...many('i', 10), 'https://free.example/1.png']) as [ArticleId];
    room.keeper.fetchAhead();
    await expect.poll(() => pendingImages(room.store, { limit: 100 }).length).toBe(0);
    expect(room.asked).toEqual(['https://free.example/1.png']);
    expect(getArticle(room.store, id).images.map(({ state }) => state)).toEqual([...Array.from({ length: 10 }, () => 'pending'), 'kept']);
    room.now += HOUR;
    room.keeper.fetchAhead();
    await expect.poll(() => getArticle(room.store, id).kept).toBe('full');
  });

  test('is not asked where a redirect leads to it', async () => {
    room.rests.note('https://cdn.example/', { kind: 'failed', code: 'rate-limited', detail: { host: 'cdn.example' }, retryAt: room.now + HOUR });
    const [id] = storeArticles(['https://i.example/1.png']) as [ArticleId];
    room.answer = async (_, { onward }) => (onward ? anImage() : { kind: 'failed', code: 'too-many-redirects', detail: {}, retryAt: null, onward: { url: 'https://cdn.example/1.png', permanentUrl: null, unbroken: false, hops: 1, fromPublic: true }, attempt: 1 });
    expect(await room.keeper.keep(id)).toEqual({ kept: 0, failed: 1 });
    expect(room.asked).toEqual(['https://i.example/1.png']);
    room.now += HOUR;
    expect(await room.keeper.keep(id)).toEqual({ kept: 1, failed: 0 });
    expect(room.asked).toEqual(['https://i.example/1.png', 'https://i.example/1.png', 'https://cdn.example/1.png']);
  });
});

/** As a library of before has it. */
function stored(url: string, bytes: Buffer): void {
  const path = imagePath(room.profile, keyOf(url));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  recordImage(room.store, keyOf(url), { state: 'kept', type: 'image/png', bytes: bytes.length });
}

describe('what was stored before its bytes were looked at', () => {
  test('gets its size, doubles become one, and what is lost or no image is fetched again', async () => {
    const urls = ['one', 'double', 'other', 'counter', 'lost', 'page'].map((name) => `https://i.example/${name}.png`) as [string, string, string, string, string, string];
    const [one, double, other, counter, lost, page] = urls;
    const [id] = storeArticles([...urls]) as [ArticleId];
    for (const url of [one, double]) stored(url, png(640, 480));
    stored(other, png(320, 240));
    stored(counter, png(1, 1));
    stored(lost, png(32, 32));
    stored(page, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    rmSync(imagePath(room.profile, keyOf(lost)));
    expect(getArticle(room.store, id).kept).toBe('full');
    await room.keeper.lookThrough();
    expect(getArticle(room.store, id)).toMatchObject({
      kept: 'text',
      images: [
        { state: 'kept', width: 640, height: 480 }, { state: 'kept', width: 640, height: 480 }, { state: 'kept', width: 320, height: 240 },
        { state: 'dropped' }, { state: 'pending' }, { state: 'pending' },
      ],
    });
    expect(statSync(imagePath(room.profile, keyOf(one))).ino).toBe(statSync(imagePath(room.profile, keyOf(double))).ino);
    expect(room.store.get('SELECT image_bytes AS bytes FROM library')).toEqual({ bytes: png(640, 480).length + png(320, 240).length });
    expect(room.events).toContainEqual({ kind: 'images', articleIds: [id] });
    expect(room.asked).toEqual([]);
  });
});
