import { afterAll } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import type { FetchResult } from '../../../electron/core/fetch/fetch-result.ts';

/** What the clock of `fetcher` says. */
export const NOW = Date.UTC(2026, 10, 20);

/** Takes 100,000 bytes, decoded, in five seconds. Closed after the tests of a file. */
export const fetcher = createFetcher({ userAgent: 'Monazite/0.1.0 (+https://example.org)', timeoutMs: 5000, maxBytes: 100_000, now: () => NOW });
afterAll(() => fetcher.close());

/** A result that must be a document. */
export function fresh(result: FetchResult): Extract<FetchResult, { kind: 'fresh' }> {
  if (result.kind !== 'fresh') throw new Error(`expected a document, got ${JSON.stringify(result)}`);
  return result;
}

/** The document as it was sent, taken for UTF-8. */
export function textOf(result: FetchResult): string {
  return Buffer.from(fresh(result).body).toString();
}
