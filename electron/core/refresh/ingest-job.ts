import type { ErrorDetail, FeedCandidate, FeedId, FeedKind } from '../../contract/model.ts';
import type { CredentialsKind } from '../../contract/credentials.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { Validators } from '../fetch/fetch-result.ts';
import type { Login } from '../fetch/login.ts';
import type { ArticleOutline, FeedFacts, IncomingArticle } from '../normalize/incoming-article.ts';

/** One feed's trip from its server to normal articles. Structured-cloneable: it crosses to a worker thread. */
export interface IngestJob {
  readonly feedUrl: string;
  readonly validators: Validators | null;
  /** Hash of the last body that was stored; the same again ends the trip before parsing. */
  readonly bodyHash: string | null;
  /** What the result of the last document said of its items; those that are the same are not read again. */
  readonly knownItems?: string | null;
  readonly now: number;
  /** Whose sign-in is to be looked up for it. */
  readonly signIn?: { readonly feedId: FeedId; readonly kind: CredentialsKind } | null;
  readonly login?: Login | null;
}

export type IngestResult =
  | {
      readonly kind: 'fresh';
      readonly feedKind: FeedKind;
      readonly facts: FeedFacts;
      /** Of items that are byte for byte what they were in the last document, outlines. */
      readonly articles: readonly (ArticleOutline | IncomingArticle)[];
      readonly validators: Validators;
      readonly bodyHash: string;
      /** To be stored with the articles and given to the next job. Null where the next document must be read whole. */
      readonly knownItems: string | null;
      /** After every redirect. */
      readonly finalUrl: string;
      readonly permanentUrl: string | null;
      readonly maxAgeMs: number | null;
      readonly bytes: number;
    }
  | {
      readonly kind: 'notModified';
      readonly permanentUrl: string | null;
      readonly validators: Validators;
      readonly maxAgeMs: number | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      readonly detail: ErrorDetail;
      readonly retryAt: number | null;
    };

export interface FetchedImage {
  readonly bytes: Uint8Array;
  /** By its first bytes, not its name: image/png, image/jpeg, image/gif, image/webp, image/avif, image/bmp. */
  readonly type: string;
}

export type ImageResult =
  | { readonly kind: 'image'; readonly image: FetchedImage }
  | { readonly kind: 'failed'; readonly code: ReaderErrorCode };

/** What runs off the engine's thread: everything that touches a stranger's bytes. */
export interface Ingest {
  feed(job: IngestJob, signal?: AbortSignal): Promise<IngestResult>;
  /** Throws a ReaderError (invalid-address, unsupported-scheme, no-feed-found, network codes). `feedId` of each candidate is null. */
  discover(url: string, now: number, login?: Login | null): Promise<{ url: string; candidates: FeedCandidate[] }>;
  image(url: string, referrer: string | null, signal?: AbortSignal): Promise<ImageResult>;
  close(): Promise<void>;
}
