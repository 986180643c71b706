import type { ArticleId, ErrorDetail, Feed, FeedId, FeedKind, FolderId } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { Validators } from '../fetch/fetch-result.ts';
import type { ArticleOutline, FeedFacts, IncomingArticle } from '../normalize/incoming-article.ts';

/** A feed as the engine knows it: what the screen shows, and what the next request needs. */
export interface FeedRecord extends Feed {
  readonly validators: Validators | null;
  /** When the validators were stored; they are dropped after 8 days, for servers that answer 304 to everything. */
  readonly validatorsAt: number | null;
  readonly bodyHash: string | null;
  /** Times the feed failed in a row. */
  readonly failures: number;
}

export interface NewFeed {
  readonly feedUrl: string;
  readonly kind: FeedKind;
  readonly facts: FeedFacts;
  readonly folderId: FolderId | null;
  readonly title: string | null;
}

/** A fresh document of one feed; stored in one transaction, its validators in the same. */
export interface FreshDocument {
  readonly feedKind: FeedKind;
  readonly facts: FeedFacts;
  /** Outlines where an item is byte for byte what it was in the last document. */
  readonly articles: readonly (ArticleOutline | IncomingArticle)[];
  readonly validators: Validators;
  readonly bodyHash: string;
  /** What the ingest wants to know of this document's items at the next; null where the next is to be read whole. */
  readonly knownItems?: string | null;
  readonly permanentUrl: string | null;
  /** When the next unattended ask is allowed. */
  readonly nextAt: number;
}

export interface ArticleChanges {
  readonly added: readonly ArticleId[];
  readonly updated: readonly ArticleId[];
  readonly gap: boolean;
}

export interface FetchFailureRecord {
  readonly code: ReaderErrorCode;
  readonly detail: ErrorDetail;
  /** Null: ask no more (410). */
  readonly nextAt: number | null;
}

export interface PendingImage {
  readonly key: string;
  readonly url: string;
  /** Of the article, as Referer for hosts that ask for it. */
  readonly referrer: string | null;
}

export type { ArticleId, FeedId, FolderId };
