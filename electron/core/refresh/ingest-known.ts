import { hash } from 'node:crypto';
import type { KnownItem } from '../normalize/known-item.ts';

/**
 * Of parser, sanitizer and everything that an item becomes on the way. To be counted up whenever the same bytes give
 * another article, so that every feed is read once as a whole again; a test holds it to that.
 */
export const READING = 7;

/** What was made of the items of a document, by the bytes of each. */
export interface KnownDocument {
  /** Of everything outside an item on which its reading depends. */
  readonly frame: string;
  readonly siteUrl: string | null;
  readonly items: ReadonlyMap<string, KnownItem>;
}

interface Written {
  readonly frame: string;
  readonly siteUrl: string | null;
  readonly items: readonly (readonly unknown[])[];
}

function short(bytes: Uint8Array | string): string {
  return hash('sha256', bytes).slice(0, 24);
}

/** Names an item by its bytes. */
export function itemHash(bytes: Uint8Array): string {
  return short(bytes);
}

/** Names what surrounds the items of a document: where it came from, and the tags that are open around them. */
export function frameHash(finalUrl: string, tags: string): string {
  return short(`${READING}\n${finalUrl}\n${tags}`);
}

/** Writes what is known; `hashes` and `items` are of one document, in its order. */
export function writeKnown({ frame, siteUrl }: Pick<KnownDocument, 'frame' | 'siteUrl'>, hashes: readonly string[], items: readonly KnownItem[]): string {
  const rows = items.map(({ repeat, facts }, at) => [
    hashes[at], repeat?.name ?? null, repeat?.written ?? null,
    ...(facts ? [facts.guid, facts.address, facts.words, facts.url, facts.title, facts.publishedAt, facts.updatedAt, facts.textLength, facts.revision] : []),
  ]);
  return JSON.stringify({ frame, siteUrl, items: rows } satisfies Written);
}

function toItem([, name, written, ...facts]: readonly unknown[]): KnownItem {
  const repeat = name === null ? null : { name: name as string, written: written as string };
  if (facts.length === 0) return { repeat, facts: null };
  const [guid, address, words, url, title, publishedAt, updatedAt, textLength, revision] = facts as [
    string | null, string | null, string, string | null, string, number | null, number | null, number, string,
  ];
  return { repeat, facts: { guid, address, words, url, title, publishedAt, updatedAt, textLength, revision } };
}

/** Reads what writeKnown wrote; null where there is nothing, or where it was known under another frame. */
export function readKnown(text: string | null | undefined, frame: string): KnownDocument | null {
  // The frame comes first, so that what is known no longer need not be read.
  if (!text?.startsWith(`{"frame":${JSON.stringify(frame)},`)) return null;
  const { siteUrl, items } = JSON.parse(text) as Written;
  return { frame, siteUrl, items: new Map(items.map((row) => [row[0] as string, toItem(row)])) };
}
