import type { ErrorDetail } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { AskedBy } from './asked-by.ts';
import type { BodyHold } from './body-room.ts';
import type { Login } from './login.ts';

/** RFC 9110 section 8.8: what the next conditional request carries back, byte for byte. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchRequest {
  readonly url: string;
  /** How far it may lead. No redirect of a public host leads into a private network, whoever asks. */
  readonly askedBy: AskedBy;
  /** Sent as If-None-Match and If-Modified-Since where present. */
  readonly validators?: Validators | null;
  /** Media types to ask for; feeds by default. */
  readonly accept?: string;
  readonly referrer?: string;
  /** Sent to its own origin alone; nothing of it is in the result. Keys belong where `url` has `***`. */
  readonly login?: Login | null;
  /** Cap of the decoded body in bytes; 20 MB by default. */
  readonly maxBytes?: number;
  /** Deadline of the whole trip, redirects and body included, in milliseconds; 30 s by default. */
  readonly timeoutMs?: number;
  /** A redirect to another host is told in `onward` instead of followed, so that it can wait for its turn there. */
  readonly staysOnHost?: boolean | undefined;
  /** Asked before a redirect is followed; a failure ends the trip there. */
  readonly mayFollow?: ((url: string, askedBy: AskedBy, signal: AbortSignal) => Promise<FetchFailure | null>) | undefined;
  /** Goes on with a trip that stopped before another host. */
  readonly onward?: Onward | null | undefined;
  /** Counts what is received, and lets the download wait where too much is held already; the deadline goes on. */
  readonly hold?: BodyHold;
}

/** Where a trip goes on that stopped before another host, and what it had seen until then. */
export interface Onward {
  readonly url: string;
  readonly permanentUrl: string | null;
  /** Every redirect so far was a 301 or 308, and none led from https to http. */
  readonly unbroken: boolean;
  /** A server that is not of this machine or its network sent us on: it leads to none that is. */
  readonly fromPublic: boolean;
  readonly hops: number;
}

/** What a server's answer was and cost. */
export interface Answered {
  /** HTTP status of the last answer of the trip; null where no server answered. */
  readonly status: number | null;
  /** Of the body as it was sent, in bytes. */
  readonly received: number;
}

/** What one conditional GET brought. An expected failure is a value, never thrown. */
export type FetchResult =
  | {
      readonly kind: 'fresh';
      readonly body: Uint8Array;
      readonly contentType: string | null;
      /** Content-Language as sent, which often names a server's own. */
      readonly contentLanguage?: string | null;
      /** The Link headers as sent, as one; left out of answers to a login, which they may repeat. */
      readonly link?: string | null;
      /** After every redirect. */
      readonly finalUrl: string;
      /** Where an unbroken chain of 301 and 308 leads, as far as it does not leave https, or null. */
      readonly permanentUrl: string | null;
      readonly validators: Validators;
      /** For how long the answer says it is fresh (RFC 9111 section 4.2), in milliseconds, or null. */
      readonly maxAgeMs: number | null;
      readonly answered?: Answered;
      /** The server's clock or the document's: Last-Modified as epoch milliseconds, or null. */
      readonly modifiedAt: number | null;
    }
  | {
      readonly kind: 'notModified';
      readonly permanentUrl: string | null;
      readonly validators: Validators;
      readonly maxAgeMs: number | null;
      readonly answered?: Answered;
    }
  | FetchFailure;

export interface FetchFailure {
  readonly kind: 'failed';
  readonly code: ReaderErrorCode;
  /** host always; status, seconds, limit where they apply. */
  readonly detail: ErrorDetail;
  /** Epoch milliseconds before which the host does not want to be asked, from Retry-After, or null. */
  readonly retryAt: number | null;
  readonly answered?: Answered;
  /** Nothing has failed yet: the trip leads to another host. Only where the request stays on its own. */
  readonly onward?: Onward;
}

/** Does one GET. `signal` ends it at once, the download included. */
export type Fetcher = (request: FetchRequest, signal?: AbortSignal) => Promise<FetchResult>;
