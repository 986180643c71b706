import type { ReaderErrorCode } from '../../contract/errors.ts';
import { readJsonFeed } from './json-feed.ts';
import type { ParseResult } from './parsed-feed.ts';
import { readFeed } from './read-feed.ts';
import { scanFeed } from './scan-feed.ts';
import { sniff } from './sniff.ts';
import { stripForbidden } from './xml-text.ts';

export interface ParseOptions {
  /** Where the document came from, after redirects: what a relative xml:base starts from. */
  readonly url: string;
}

function failed(code: ReaderErrorCode, url: string, reason: string | null = null): ParseResult {
  return { kind: 'failed', code, detail: { host: URL.parse(url)?.host ?? null, reason } };
}

async function parseXml(text: string, url: string, mended: boolean): Promise<ParseResult> {
  const scanned = scanFeed(text, url);
  if (scanned === 'too-complex') return failed('feed-too-complex', url, 'depth');
  if (scanned === 'no-root') return failed('not-a-feed', url);
  try {
    return { kind: 'feed', feed: await readFeed(scanned, url), mended, cut: scanned.cut };
  } catch (error) {
    return failed('malformed-feed', url, error instanceof Error ? error.message.slice(0, 200) : null);
  }
}

function parseJson(text: string, url: string): ParseResult {
  try {
    const feed = readJsonFeed(JSON.parse(text), url);
    return feed ? { kind: 'feed', feed, mended: false, cut: false } : failed('not-a-feed', url, 'json');
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
