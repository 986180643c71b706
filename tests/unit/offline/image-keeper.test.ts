import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ArticleId, ErrorDetail, FeedId } from '../../../electron/contract/model.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { createImageKeeper, type ImageKeeper } from '../../../electron/core/offline/image-keeper.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { createHostRests, type HostRests } from '../../../electron/core/refresh/host-rests.ts';
import { inspectStored } from '../../../electron/core/refresh/ingest-image.ts';
import type { ImageJob, ImageResult } from '../../../electron/core/refresh/ingest-job.ts';
import { addFeed } from '../../../electron/core/store/feeds.ts';
import { pendingImages } from '../../../electron/core/store/images.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import { cleanUp, setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';

const HOUR = 60 * 60_000;
const PIXELS = Buffer.from('89504e470d0a1a0a', 'hex');

function anImage(bytes: Uint8Array = PIXELS, size = { width: 1200, height: 675 }): ImageResult {
  return { kind: 'image', image: { bytes, type: 'image/png', ...size, hash: createHash('sha256').update(bytes).digest('hex') } };
}

function aFailure(code: ReaderErrorCode, more: { detail?: ErrorDetail; retryAt?: number } = {}): ImageResult {
  return { kind: 'failed', code, detail: {}, retryAt: null, ...more };
}

let profile: string;
let store: Store;
let keeper: ImageKeeper;
let feedId: FeedId;
let now: number;
let ahead: boolean;
let online: boolean;
let events: ReaderEvent[];
let faults: unknown[];
let asked: string[];
let answer: (url: string, job: ImageJob) => Promise<ImageResult>;
let rests: HostRests;
let ended: string[];

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'images-'));
  now = Date.UTC(2026, 10, 3);
  store = openStore({ profile, now: () => now });
  feedId = addFeed(store, { feedUrl: 'https://a.example/feed', kind: 'rss', facts: { title: 'A', siteUrl: null, lang: null }, folderId: null, title: null }).id;
  ahead = true;
  online = true;
  events = [];
  faults = [];
  asked = [];
  ended = [];
  rests = createHostRests({ store, now: () => now, random: () => 0.5 });
  answer = async () => anImage();
  keeper = aKeeper();
});

afterEach(async () => {
  await keeper.close();
  store.close();
  rmSync(profile, { recursive: true, force: true });
});

function aKeeper(): ImageKeeper {
  return createImageKeeper({
    store,
    ingest: {
      image: (job) => {
        asked.push(job.onward?.url ?? job.url);
        return answer(job.onward?.url ?? job.url, job);
      },
      imageFile: (path) => inspectStored(path, {}),
    },
    rests,
    pace: { ended: (host) => ended.push(host) },
    announce: (event) => events.push(event),
    onFault: (error) => faults.push(error),
    isOnline: () => online,
    mayFetchAhead: () => ahead,
  });
}

const keyOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 32);

/** Stores one article for each list of image addresses; their ids in order. */
function storeArticles(...articles: string[][]): readonly ArticleId[] {
  const incoming = articles.map((urls, index): IncomingArticle => ({
    keys: { guid: `guid-${index}-${urls.join()}`, url: null, content: `content-${index}-${urls.join()}` },
    title: `Article ${index}`,
    url: `https://a.example/${index}`,
    authors: [],
    tags: [],
    lang: null,
    publishedAt: null,
    placedAt: null,
    summary: '',
    body: new Uint8Array([1]),
    textLength: 1,
    revision: 'r',
    images: urls.map((url) => ({ key: keyOf(url), url })),
    enclosures: [],
  }));
  const document = { feedKind: 'rss', facts: { title: 'A', siteUrl: null, lang: null }, articles: incoming, validators: { etag: null, lastModified: null }, bodyHash: 'h', permanentUrl: null, nextAt: now } as const;
  return storeDocument(store, feedId, document, now).added;
}

const many = (host: string, count: number): string[] => Array.from({ length: count }, (_, n) => `https://${host}.example/${n}.png`);

const files = (): string[] =>
  existsSync(join(profile, 'images')) ? readdirSync(join(profile, 'images'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 2) : [];

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
    expect(await keeper.keep(id)).toEqual({ kept: 2, failed: 0 });
    expect(readFileSync(imagePath(profile, keyOf('https://i.example/1.png')))).toEqual(PIXELS);
    expect(files()).toHaveLength(2);
    expect(events).toContainEqual({ kind: 'images', articleIds: [id] });
    expect(await keeper.keep(id)).toEqual({ kept: 0, failed: 0 });
  });

  test('an image that fails costs the others nothing, and is tried again later', async () => {
    const [id] = storeArticles(['https://i.example/1.png', 'https://i.example/bad.png']) as [ArticleId];
    answer = async (url) => (url.includes('bad') ? aFailure('not-found') : anImage());
    expect(await keeper.keep(id)).toEqual({ kept: 1, failed: 1 });
    answer = async () => anImage();
    now += 25 * HOUR;
    expect(await keeper.keep(id)).toEqual({ kept: 1, failed: 0 });
    expect(files()).toHaveLength(2);
  });

  test('a person who asks for the images of an article has a failed one tried at once, and nobody else has', async () => {
    const [id] = storeArticles(['https://i.example/1.png']) as [ArticleId];
    answer = async () => aFailure('not-found');
    await keeper.keep(id);
    answer = async () => anImage();
    expect(await keeper.keep(id)).toEqual({ kept: 0, failed: 0 });
    expect(await keeper.keep(id, { retryNow: true })).toEqual({ kept: 1, failed: 0 });
    expect(await keeper.keep(id, { retryNow: true })).toEqual({ kept: 0, failed: 0 });
  });

  test('two articles that show one image ask for it once', async () => {
    const [a, b] = storeArticles(['https://i.example/same.png'], ['https://i.example/same.png']) as [ArticleId, ArticleId];
    const results = await Promise.all([keeper.keep(a), keeper.keep(b)]);
    expect(results).toEqual([
      { kept: 1, failed: 0 },
      { kept: 1, failed: 0 },
    ]);
    expect(asked).toEqual(['https://i.example/same.png']);
  });

  test('where the folder cannot be written, the call says so and nothing is taken for kept', async () => {
    const [id] = storeArticles(['https://i.example/1.png']) as [ArticleId];
    writeFileSync(join(profile, 'images'), 'a file where the folder should be');
    await expect(keeper.keep(id)).rejects.toMatchObject({ code: 'profile-unwritable' });
    expect(keeper.trouble).toMatchObject({ code: 'profile-unwritable' });
    expect(pendingImages(store, { limit: 10 })).toHaveLength(1);
    rmSync(join(profile, 'images'));
    expect(await keeper.keep(id)).toEqual({ kept: 1, failed: 0 });
    expect(keeper.trouble).toBeNull();
  });
});

describe('what is fetched ahead', () => {
  test('at most four at once, two of one host, until all is here', async () => {
    storeArticles([...many('a', 30), ...many('b', 30), ...many('c', 30)]);
    const open = new Map<string, number>();
    let most = 0;
    let mostOfOne = 0;
    answer = async (url) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, [...open.values()].reduce((sum, count) => sum + count, 0));
      mostOfOne = Math.max(mostOfOne, open.get(host) ?? 0);
      await new Promise((resolve) => setImmediate(resolve));
      open.set(host, (open.get(host) ?? 0) - 1);
      return anImage();
    };
    keeper.fetchAhead();
    await expect.poll(() => pendingImages(store, { limit: 100 }).length).toBe(0);
    expect([asked.length, most, mostOfOne]).toEqual([90, 4, 2]);
  });

  test('nothing is asked where it may not, and a refresh that begins stops what waits', async () => {
    const [, second] = storeArticles(many('a', 20), many('b', 1)) as [ArticleId, ArticleId];
    ahead = false;
    keeper.fetchAhead();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([]);
    ahead = true;
    answer = async () => {
      if (asked.length >= 4) ahead = false;
      return anImage();
    };
    keeper.fetchAhead();
    await expect.poll(() => ahead).toBe(false);
    await keeper.keep(second);
    expect(asked.length).toBeLessThanOrEqual(8);
    ahead = true;
    answer = async () => anImage();
    keeper.fetchAhead();
    await expect.poll(() => pendingImages(store, { limit: 100 }).length).toBe(0);
  });

  test('without a network the images stay to be fetched, and are when it is back', async () => {
    const [id] = storeArticles(many('a', 60)) as [ArticleId];
    online = false;
    answer = async () => aFailure('host-not-found');
    keeper.fetchAhead();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(await keeper.keep(id)).toEqual({ kept: 0, failed: 60 });
    expect(pendingImages(store, { limit: 100 })).toHaveLength(60);
    answer = async () => anImage();
    keeper.fetchAhead();
    await expect.poll(() => pendingImages(store, { limit: 100 }).length).toBe(0);
  });

  test('trouble with the disk stops it at once and stays known', async () => {
    storeArticles(many('a', 40));
    writeFileSync(join(profile, 'images'), 'a file where the folder should be');
    keeper.fetchAhead();
    await expect.poll(() => faults.length).toBe(1);
    expect(keeper.trouble).toMatchObject({ code: 'profile-unwritable' });
    expect(asked.length).toBeLessThanOrEqual(4);
  });
});

test('the files of articles that are gone go too, those still shown stay', async () => {
  const shared = 'https://i.example/shared.png';
  const [gone, stays] = storeArticles(['https://i.example/own.png', shared], [shared]) as [ArticleId, ArticleId];
  await keeper.keep(gone);
  setRead(store, [gone], true);
  now += HOUR;
  expect(cleanUp(store, { before: now, dryRun: false }).removed).toBe(1);
  await keeper.sweep();
  expect(files().map((name) => name.slice(3))).toEqual([keyOf(shared)]);
  expect(await keeper.keep(stays)).toEqual({ kept: 0, failed: 0 });
  expect(dirname(imagePath(profile, keyOf(shared)))).toContain(join(profile, 'images'));
});

test('closing drops what waits and leaves no half-written file', async () => {
  const [id] = storeArticles(Array.from({ length: 20 }, (_, n) => `https://i.example/${n}.png`)) as [ArticleId];
  const gate = Promise.withResolvers<void>();
  answer = async () => {
    await gate.promise;
    return anImage();
  };
  const kept = keeper.keep(id);
  const closed = keeper.close();
  gate.resolve();
  await closed;
  expect(await kept).toEqual({ kept: 0, failed: 20 });
  expect(files()).toEqual([]);
});
