import type { ParsedItem } from '../parse/parsed-feed.ts';

/** What an item says by itself of its names, its place in time and its state: all that is needed of one that did not change. */
export interface ItemFacts {
  /** Short hash of the guid, though other items may share it. */
  readonly guid: string | null;
  /** Short hash of the canonical address, though other items may share it. */
  readonly address: string | null;
  /** Short hash of folded title and text. */
  readonly words: string;
  readonly url: string | null;
  readonly title: string;
  /** As written, believable or not: what is in the future today may be believable tomorrow. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly textLength: number;
  readonly revision: string;
}

/** How a document that lists an item twice is seen through: items of one name that are written differently are one. */
export interface RepeatNames {
  readonly name: string;
  readonly written: string;
}

/** What is remembered of an item of the last document, so that its like need not be read again. */
export interface KnownItem {
  readonly repeat: RepeatNames | null;
  /** Null where the item was left out as a repeat. */
  readonly facts: ItemFacts | null;
}

/** An item of a document: freshly read, or known from the last one. */
export type DocumentItem = { readonly parsed: ParsedItem } | { readonly known: KnownItem };
