import type { ReaderErrorCode } from '../../contract/errors.ts';
import { settleDayFirst } from './day-first.ts';
import { readJsonFeed } from './json-feed.ts';
import type { ParseResult } from './parsed-feed.ts';
import { readFeed } from './read-feed.ts';
import { fromRssInJson } from './rss-in-json.ts';
import { scanFeed } from './scan-feed.ts';
import { sniff } from './sniff.ts';
import { readTolerantJson } from './tolerant-json.ts';
import type { TolerantJson } from './tolerant-json.ts';
import { closeCdata } from './unclosed-cdata.ts';
import { stripForbidden } from './xml-text.ts';

export interface ParseOptions {
  /** Where the document came from, after redirects: what a relative xml:base starts from. */
  readonly url: string;
}

function failed(code: ReaderErrorCode, url: string, reason: string | null = null): ParseResult {
  return { kind: 'failed', code, detail: { host: URL.parse(url)?.host ?? null, reason } };
}

async function parseXml(text: string, url: string, mended: boolean): Promise<ParseResult> {
  const scanned = scanFeed(closeCdata(text), url);
  if (scanned === 'too-complex') return failed('feed-too-complex', url, 'depth');
  if (scanned === 'no-root') return failed('not-a-feed', url);
  const isJoint = settleDayFirst(scanned);
  try {
    return { kind: 'feed', feed: await readFeed(scanned, url), mended: mended || isJoint, cut: scanned.cut };
  } catch (error) {
    return failed('malformed-feed', url, error instanceof Error ? error.message.slice(0, 200) : null);
  }
}

/** Numbers as ids lose their last digits beyond 2^53, and then several items share one id. */
const LONG_ID = /"id"\s{0,9}:\s{0,9}\d{16}/;

function readJson(text: string): TolerantJson {
  try {
    const value: unknown = JSON.parse(LONG_ID.test(text) ? text.replaceAll(/("id"\s{0,9}:\s{0,9})(\d{16,40})(?=\s{0,9}[,}])/g, '$1"$2"') : text);
    return { value, isCut: false };
  } catch {
    return readTolerantJson(text);
  }
}

function parseJson(text: string, url: string): ParseResult {
  try {
    const { value, isCut } = readJson(text.trimStart());
    const feed = readJsonFeed(fromRssInJson(value), url);
    if (!feed) return failed(isCut ? 'malformed-feed' : 'not-a-feed', url, 'json');
    // Half a document without an item says nothing that could be kept.
    if (isCut && feed.items.length === 0) return failed('malformed-feed', url, 'cut off');
    return { kind: 'feed', feed, mended: false, cut: isCut };
  } catch (error) {
    return failed('malformed-feed', url, error instanceof Error ? error.message.slice(0, 200) : null);
  }
}

/** A document's text as a feed of any known format, or the code that says why it is none. Never rejects. */
export async function parseFeed(text: string, { url }: ParseOptions): Promise<ParseResult> {
  const clean = stripForbidden(text);
  switch (sniff(clean)) {
    case 'empty':
      return failed('empty-body', url);
    case 'html':
      return failed('no-feed-found', url);
    case 'json':
      return parseJson(clean, url);
    case 'feed':
      return await parseXml(clean, url, clean.length !== text.length);
    case 'unknown':
    default:
      return failed('not-a-feed', url);
  }
}
