import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ArticleId, ErrorDetail, FeedId } from '../../../electron/contract/model.ts';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { createImageKeeper, type ImageKeeper } from '../../../electron/core/offline/image-keeper.ts';
import { createHostRests, type HostRests } from '../../../electron/core/refresh/host-rests.ts';
import { inspectStored } from '../../../electron/core/refresh/ingest-image.ts';
import type { ImageJob, ImageResult } from '../../../electron/core/refresh/ingest-job.ts';
import { addFeed } from '../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { png } from '../image/made-images.ts';

export const HOUR = 60 * 60_000;
export const PIXELS = png(1200, 675);

export function anImage(bytes: Uint8Array = PIXELS, size = { width: 1200, height: 675 }): ImageResult {
  return { kind: 'image', image: { bytes, type: 'image/png', ...size, hash: createHash('sha256').update(bytes).digest('hex') } };
}

export function aFailure(code: ReaderErrorCode, more: { detail?: ErrorDetail; retryAt?: number } = {}): ImageResult {
  return { kind: 'failed', code, detail: {}, retryAt: null, ...more };
}

/** What a keeper of images works with, made anew for each test. */
export interface ImageRoom {
  profile: string;
  store: Store;
  keeper: ImageKeeper;
  rests: HostRests;
  now: number;
  ahead: boolean;
  online: boolean;
  events: ReaderEvent[];
  faults: unknown[];
  asked: string[];
  /** Hosts of which an ask has ended. */
  ended: string[];
  answer: (url: string, job: ImageJob) => Promise<ImageResult>;
}

export const room = {} as ImageRoom;
let feedId: FeedId;

beforeEach(() => {
  const profile = mkdtempSync(join(tmpdir(), 'images-'));
  room.now = Date.UTC(2026, 10, 3);
  const store = openStore({ profile, now: () => room.now });
  feedId = addFeed(store, { feedUrl: 'https://a.example/feed', kind: 'rss', facts: { title: 'A', siteUrl: null, lang: null }, folderId: null, title: null }).id;
  const rests = createHostRests({ store, now: () => room.now, random: () => 0.5 });
  Object.assign(room, { profile, store, rests, ahead: true, online: true, events: [], faults: [], asked: [], ended: [], answer: async () => anImage() } satisfies Partial<ImageRoom>);
  room.keeper = createImageKeeper({
    store,
    ingest: {
      image: (job) => {
        const url = job.onward?.url ?? job.url;
        room.asked.push(url);
        return room.answer(url, job);
      },
      imageFile: (path) => inspectStored(path, {}),
    },
    courtesy: { rests, pace: { answered: (host) => room.ended.push(host) } },
    announce: (event) => room.events.push(event),
    onFault: (error) => room.faults.push(error),
    isOnline: () => room.online,
    mayFetchAhead: () => room.ahead,
  });
});

afterEach(async () => {
  await room.keeper.close();
  room.store.close();
  rmSync(room.profile, { recursive: true, force: true });
});

export const keyOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 32);

/** Stores one article for each list of image addresses; their ids in order. */
export function storeArticles(...articles: string[][]): readonly ArticleId[] {
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
    body: deflateBody('<p>text</p>'),
    textLength: 1,
    revision: 'r',
    images: urls.map((url) => ({ key: keyOf(url), url })),
    enclosures: [],
  }));
  const document = { feedKind: 'rss', facts: { title: 'A', siteUrl: null, lang: null }, articles: incoming, validators: { etag: null, lastModified: null }, bodyHash: 'h', permanentUrl: null, nextAt: room.now } as const;
  return storeDocument(room.store, feedId, document, room.now).added;
}

export const many = (host: string, count: number): string[] => Array.from({ length: count }, (_, n) => `https://${host}.example/${n}.png`);

export const files = (): string[] =>
  existsSync(join(room.profile, 'images')) ? readdirSync(join(room.profile, 'images'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 2) : [];
