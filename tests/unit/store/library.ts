import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { ReaderError } from '../../../electron/contract/errors.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';
import type { ErrorDetail, FolderId } from '../../../electron/contract/model.ts';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import type { ArticleOutline, IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { addFeed } from '../../../electron/core/store/feeds.ts';
import type { Migration } from '../../../electron/core/store/migrate.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import type { FeedRecord, FreshDocument } from '../../../electron/core/store/records.ts';

export const NOON = Date.UTC(2026, 10, 23, 12);
export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) if (store.db.isOpen) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-store-'));
  folders.push(profile);
  return profile;
}

/** A clock that a test sets by hand. */
export interface Clock {
  time: number;
}

/** A store in a folder of its own, closed and removed after the test. */
export function testStore({ profile = temporaryProfile(), clock = { time: NOON }, migrations }: { profile?: string; clock?: Clock; migrations?: readonly Migration[] } = {}): Store {
  const store = openStore({ profile, now: () => clock.time, ...(migrations ? { migrations } : {}) });
  stores.push(store);
  return store;
}

export function follow(store: Store, { url = 'https://metals.example/feed', folderId = null, title = null }: { url?: string; folderId?: FolderId | null; title?: string | null } = {}): FeedRecord {
  return addFeed(store, { feedUrl: url, kind: 'rss', facts: { title: 'Metals', siteUrl: null, lang: 'en' }, folderId, title });
}

export interface Draft {
  readonly guid?: string | null;
  readonly url?: string | null;
  readonly title?: string;
  readonly text?: string;
  readonly publishedAt?: number | null;
  readonly placedAt?: number | null;
  readonly images?: readonly string[];
}

/** An article as the stage before the store makes it: names hashed, body deflated. */
export function incoming({ guid = null, url = null, title = '', text = '', publishedAt = null, placedAt = null, images = [] }: Draft): IncomingArticle {
  const html = text + images.map((image) => `<img src="img/${hash(image).slice(0, 32)}">`).join('');
  return {
    keys: { guid: guid === null ? null : hash(guid), url: url === null ? null : hash(url), content: hash(`${title}\n${text}`) },
    title, url, authors: ['Lin Wei'], tags: ['neodymium'], lang: 'en', publishedAt, placedAt,
    summary: text.slice(0, 300),
    body: deflateBody(html),
    textLength: text.length,
    revision: hash(`${title}\n${html}`),
    images: images.map((image) => ({ key: imageKey(image), url: image })),
    enclosures: [],
  };
}

export function imageKey(url: string): string {
  return hash(url).slice(0, 32);
}

export function documentOf(articles: readonly (ArticleOutline | IncomingArticle)[], changes: Partial<FreshDocument> = {}): FreshDocument {
  return {
    feedKind: 'rss', facts: { title: 'Metals', siteUrl: 'https://metals.example/', lang: 'en' }, articles,
    validators: { etag: '"1"', lastModified: null }, bodyHash: hash(JSON.stringify(articles.map((article) => article.revision))),
    permanentUrl: null, nextAt: NOON + HOUR, ...changes,
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The code and detail of the ReaderError that some work must throw. */
export function failureOf(work: () => unknown): { code: ReaderErrorCode; detail: ErrorDetail } {
  try {
    work();
  } catch (error) {
    if (error instanceof ReaderError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('nothing was thrown');
}
