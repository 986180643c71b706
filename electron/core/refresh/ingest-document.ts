import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { utf8Of } from '../fetch/decode-text.ts';
import type { DocumentItem } from '../normalize/known-item.ts';
import type { NormalDocument } from '../normalize/normalize-feed.ts';
import type { FindNames } from '../normalize/normalize-feed.ts';
import { normalizeDocument, normalizeFeed } from '../normalize/normalize-feed.ts';
import type { ItemSpans } from '../parse/item-spans.ts';
import { findItemSpans, withoutSpans } from '../parse/item-spans.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import type { ParsedFeed, ParseResult } from '../parse/parsed-feed.ts';
import type { KnownDocument } from './ingest-known.ts';
import { frameHash, itemHash, readKnown, writeKnown } from './ingest-known.ts';

export interface DocumentOptions {
  readonly contentType: string | null;
  readonly feedUrl: string;
  /** After every redirect. */
  readonly finalUrl: string;
  /** The server's clock for the document, where the feed has none of its own. */
  readonly modifiedAt: number | null;
  /** Content-Language, for items of which the feed names no language. */
  readonly contentLanguage?: string | null | undefined;
  readonly knownItems: string | null;
  readonly now: number;
  readonly namesOf?: FindNames | undefined;
}

export type ReadDocument =
  | { readonly kind: 'document'; readonly feed: ParsedFeed; readonly document: NormalDocument; readonly knownItems: string | null; readonly cut: boolean }
  | Extract<ParseResult, { kind: 'failed' }>;

/** Where the items of a document are, and the name of each by its bytes. */
interface Cut {
  readonly spans: ItemSpans['spans'];
  readonly hashes: readonly string[];
  readonly frame: string;
}

class DocumentReader {
  readonly #bytes: Buffer;
  readonly #options: DocumentOptions;

  constructor(body: Uint8Array, options: DocumentOptions) {
    const { buffer, byteOffset, byteLength } = utf8Of(body, options.contentType);
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#options = options;
  }

  async read(): Promise<ReadDocument> {
    const cut = this.#cut();
    const known = cut && readKnown(this.#options.knownItems, cut.frame);
    return (cut && known ? await this.#readRest(cut, known) : null) ?? (await this.#readWhole(cut));
  }

  #cut(): Cut | null {
    const found = findItemSpans(this.#bytes);
    if (!found) return null;
    const hashes = found.spans.map(({ start, end }) => itemHash(this.#bytes.subarray(start, end)));
    return { spans: found.spans, hashes, frame: frameHash(this.#options.finalUrl, found.frame) };
  }

  async #parse(text: string): Promise<ParseResult> {
    return await parseFeed(text, { url: this.#options.finalUrl });
  }

  #dated(feed: ParsedFeed): ParsedFeed {
    return { ...feed, updatedAt: feed.updatedAt ?? this.#options.modifiedAt };
  }

  #answer({ feed, cut: isCut }: Extract<ParseResult, { kind: 'feed' }>, document: NormalDocument, cut: Cut | null): ReadDocument {
    const knownItems = cut && writeKnown({ frame: cut.frame, siteUrl: document.facts.siteUrl }, cut.hashes, document.known);
    return { kind: 'document', feed, document, knownItems, cut: isCut };
  }

  /** Reads the items that are not known; null where none is known, or where only the whole document tells. */
  async #readRest(cut: Cut, { siteUrl, items }: KnownDocument): Promise<ReadDocument | null> {
    const known = cut.hashes.map((hash) => items.get(hash) ?? null);
    const removed = cut.spans.filter((_, at) => known[at] !== null);
    if (removed.length === 0) return null;
    const parsed = await this.#parse(textOf(withoutSpans(this.#bytes, removed)));
    if (!isWholly(parsed, cut.spans.length - removed.length)) return null;
    const rest = parsed.feed.items.values();
    const ofDocument = known.flatMap((item): DocumentItem[] => {
      if (item) return [{ known: item }];
      const next = rest.next();
      return next.done ? [] : [{ parsed: next.value }];
    });
    const document = normalizeDocument(this.#dated(parsed.feed), ofDocument, this.#options);
    // Relative addresses of known items were made absolute under that site.
    return document && document.facts.siteUrl === siteUrl ? this.#answer(parsed, document, cut) : null;
  }

  async #readWhole(cut: Cut | null): Promise<ReadDocument> {
    const parsed = await this.#parse(textOf(this.#bytes));
    if (parsed.kind === 'failed') return parsed;
    const document = normalizeFeed(this.#dated(parsed.feed), this.#options);
    return this.#answer(parsed, document, cut && isWholly(parsed, cut.spans.length) ? cut : null);
  }
}

function textOf(utf8: Buffer): string {
  // Much the faster, where both give the same.
  return isAscii(utf8) ? utf8.toString('latin1') : new TextDecoder('utf-8').decode(utf8);
}

/** Whether the parser saw the items where the scan did, and nothing made them depend on more than their own bytes. */
function isWholly(parsed: ParseResult, items: number): parsed is Extract<ParseResult, { kind: 'feed' }> {
  return parsed.kind === 'feed' && !parsed.mended && parsed.feed.lost === 0 && parsed.feed.items.length === items;
}

/** A document's bytes as normal articles. Items that are known from the last one, byte for byte, are not read again. Never rejects for what the bytes hold. */
export async function readDocument(body: Uint8Array, options: DocumentOptions): Promise<ReadDocument> {
  return await new DocumentReader(body, options).read();
}
