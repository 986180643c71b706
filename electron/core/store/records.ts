import type { ArticleId, ErrorDetail, Feed, FeedId, FeedKind, FolderId } from '../../contract/model.ts';
import type { CredentialsKind } from '../../contract/credentials.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { NextReason } from '../../contract/source.ts';
import type { Validators } from '../fetch/fetch-result.ts';
import type { ArticleOutline, FeedFacts, IncomingArticle } from '../normalize/incoming-article.ts';

/** What a feed says of how often it wants to be asked. */
export interface FeedWishes {
  /** RSS 2.0 `ttl`. */
  readonly ttlMinutes: number | null;
  /** RSS 2.0 `skipHours`: hours of the day in UTC, 0 to 23. */
  readonly skipHours: readonly number[];
  /** RSS 2.0 `skipDays`: days of the week in UTC, 0 for Sunday to 6. */
  readonly skipDays: readonly number[];
  /** RSS 1.0 module syndication: `updatePeriod` by `updateFrequency`, in milliseconds. */
  readonly updateEveryMs: number | null;
}

/** A feed as the engine knows it: what the screen shows, and what the next request needs. */
export interface FeedRecord extends Feed {
  readonly validators: Validators | null;
  /** When the validators were stored; they are dropped after 8 days, for servers that answer 304 to everything. */
  readonly validatorsAt: number | null;
  readonly bodyHash: string | null;
  /** Times the feed failed in a row. */
  readonly failures: number;
  readonly wishes: FeedWishes | null;
  /** RFC 5005: where its older items are, or null. */
  readonly archiveUrl: string | null;
  /** Milliseconds between asks as last reckoned. */
  readonly everyMs: number | null;
  readonly nextReason: NextReason | null;
  /** Where its server sends us on for good, until that is confirmed; since when, and how many asks in a row. */
  readonly movedUrl: string | null;
  readonly movedSince: number | null;
  readonly movedTimes: number;
  /** Another address at which it was found after this one failed. */
  readonly foundUrl: string | null;
  /** How many items a page gave at its last good reading. */
  readonly pageFound: number | null;
  /** The most of them that ever had a date, since its rules were set. */
  readonly pageDated: number | null;
  /** Since when a page gives its items without the dates that most of them had, or null. */
  readonly datesLostAt: number | null;
}

export interface NewFeed {
  readonly feedUrl: string;
  readonly kind: FeedKind;
  readonly facts: FeedFacts;
  readonly folderId: FolderId | null;
  readonly title: string | null;
  /** Which kind of sign-in is kept for it elsewhere. */
  readonly credentials?: CredentialsKind | null;
}

/** What a reading of a page says of its dates. */
export interface PageDates {
  /** How many of its items have one. */
  readonly dated: number;
  /** Hardly any has, where most had. */
  readonly lost: boolean;
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
  /** How many items a page gave; left out for a feed. */
  readonly pageFound?: number | undefined;
  readonly pageDates?: PageDates | undefined;
  /** A page that gave far less than before: its articles are stored, and all else stays as its last good reading left it. */
  readonly part?: boolean;
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
  /** Of what a person chose, the feed that brought the article or else the page that was saved; null where it came in a file, which says of itself what it likes. */
  readonly chosenUrl: string | null;
}

export type { ArticleId, FeedId, FolderId };
