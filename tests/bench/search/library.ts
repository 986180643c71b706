import { createHash } from 'node:crypto';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { deflateBody } from '../../../electron/core/normalize/body.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { searchTokens } from '../../../electron/core/normalize/search-tokens.ts';
import { addFeed } from '../../../electron/core/store/feeds.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { Random } from '../../fuzz/random.ts';
import { chinese, english, prose, type Vocabulary } from './vocabulary.ts';

const FEEDS = 100;
const A_DOCUMENT = 50;
const DAY = 24 * 60 * 60_000;

/** What filling a library cost. */
export interface Filling {
  /** Milliseconds of processor time for making the tokens of all articles, and for storing all with their index. */
  readonly tokensMs: number;
  readonly storingMs: number;
  /** The longest that one document took to store, milliseconds. */
  readonly longestMs: number;
  /** Bytes of UTF-8 of titles and texts. */
  readonly textBytes: number;
}

export interface FilledLibrary extends Filling {
  readonly store: Store;
}

export interface Vocabularies {
  readonly english: Vocabulary;
  readonly chinese: Vocabulary;
}

export function vocabulariesOf(seed: number): Vocabularies {
  return { english: english(seed), chinese: chinese(seed) };
}

export interface PlainArticle {
  readonly title: string;
  readonly text: string;
}

const short = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 11);

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface FillOptions {
  readonly seed: number;
  readonly now: number;
  readonly vocabularies: Vocabularies;
  /** Hears of each article as text, with how many come after it. */
  readonly plain: (article: PlainArticle, behind: number) => void;
}

/** Fills a profile with articles of 2 to 6 kB, every second one Chinese, through the store itself. */
export function fillLibrary(profile: string, total: number, { seed, now, vocabularies, plain }: FillOptions): FilledLibrary {
  const store = openStore({ profile, now: () => now });
  const random = new Random(seed);
  const sums = { tokens: 0, storing: 0, longest: 0, bytes: 0 };
  const feeds = Array.from({ length: FEEDS }, (_, n) =>
    addFeed(store, { feedUrl: `https://example.org/feed/${n}`, kind: 'rss', facts: { title: `Source ${n}`, siteUrl: null, lang: n % 2 ? 'zh' : 'en' }, folderId: null, title: null }).id,
  );
  for (let done = 0; done < total; done += A_DOCUMENT) {
    const feed = (done / A_DOCUMENT) % FEEDS;
    const isChinese = feed % 2 === 1;
    const vocabulary = isChinese ? vocabularies.chinese : vocabularies.english;
    const articles = Array.from({ length: Math.min(A_DOCUMENT, total - done) }, (_, n): IncomingArticle => {
      const title = prose(vocabulary, random, isChinese ? 50 : 70, isChinese);
      const text = prose(vocabulary, random, 2000 + random.int(4000), isChinese);
      sums.bytes += Buffer.byteLength(title) + Buffer.byteLength(text);
      plain({ title, text }, total - done - n - 1);
      const started = cpuMs();
      const tokens = searchTokens({ title, texts: [text], tags: [] });
      sums.tokens += cpuMs() - started;
      const at = now - Math.floor(((total - done - n) / total) * 700 * DAY);
      const key = short(`${done + n}`);
      return {
        keys: { guid: key, url: key, content: key }, title, url: `https://example.org/${done + n}`, authors: [], tags: [], lang: isChinese ? 'zh' : 'en',
        publishedAt: at, placedAt: at, summary: text.slice(0, 300), body: deflateBody(`<p>${text}</p>`), textLength: text.length, revision: key, images: [], enclosures: [], tokens,
      };
    });
    const started = cpuMs();
    storeDocument(store, feeds[feed] ?? 0, {
      feedKind: 'rss', facts: { title: `Source ${feed}`, siteUrl: null, lang: null }, articles, validators: { etag: null, lastModified: null }, bodyHash: short(`d${done}`), permanentUrl: null, nextAt: now,
    }, now);
    const took = cpuMs() - started;
    sums.storing += took;
    sums.longest = Math.max(sums.longest, took);
  }
  const ids = store.all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses WHERE article_id % 5 > 0').map(({ id }) => id);
  setRead(store, ids, true);
  return { store, tokensMs: sums.tokens, storingMs: sums.storing, longestMs: sums.longest, textBytes: sums.bytes };
}
