import { readFileSync } from 'node:fs';
import { ebcdicOf } from '../../../electron/core/fetch/rare-encodings.ts';
import { decodeText } from '../../../electron/core/fetch/decode-text.ts';
import { parseFeed } from '../../../electron/core/parse/parse-feed.ts';
import type { ParseResult } from '../../../electron/core/parse/parsed-feed.ts';
import { readExpectation } from './expectation.ts';
import type { ExpectedFeed } from './expectation.ts';
import { feedparserExpectation } from './feedparser-case.ts';
import type { CaseFile } from './suite.ts';

export interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: ExpectedFeed;
  /** Expectations that were written in a way that is not understood, and are left out. */
  readonly ignored: number;
}

/** A document and what is expected of it, or null where nothing is. Throws where the expectation cannot be read. */
export function readCase({ name, document, expected }: CaseFile): Case | null {
  const bytes = readFileSync(document);
  if (expected !== null) return { name, bytes, expected: readExpectation(JSON.parse(readFileSync(expected, 'utf8')), 'https://example.org/feed.xml'), ignored: 0 };
  const found = feedparserExpectation(bytes, name);
  return found && { name, bytes, ...found };
}

/** The way that a document goes in the product, from its bytes to what was read. */
export async function parseCase({ bytes, expected }: Pick<Case, 'bytes' | 'expected'>): Promise<ParseResult> {
  return await parseFeed(decodeText(bytes, expected.contentType), { url: expected.url });
}

/** The encoding under which a document is counted: what its expectation says, else what it says itself. */
export function encodingOf({ bytes, expected }: Pick<Case, 'bytes' | 'expected'>): string {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1').replaceAll('\0', '');
  const label = expected.encoding ?? /charset=["']?([\w-]+)/i.exec(expected.contentType ?? '')?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ?? ebcdicOf(bytes) ?? 'utf-8';
  return label.toLowerCase();
}
