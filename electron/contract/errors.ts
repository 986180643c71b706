import type { ErrorDetail } from './model.ts';

/** Every way in which a call can fail as expected. The renderer chooses words for each; a new one does not compile until it has some. */
export const READER_ERROR_CODES = [
  // the call itself
  'unknown-method',
  'invalid-argument',
  // addresses
  'invalid-address',
  'unsupported-scheme',
  // the network
  'offline',
  'host-not-found',
  'host-unreachable',
  'timeout',
  'tls-failed',
  'too-many-redirects',
  'private-network',
  'body-too-large',
  // what the server said
  'unauthorized',
  'forbidden',
  'not-found',
  'gone',
  'rate-limited',
  'server-error',
  'http-error',
  // what it sent
  'empty-body',
  'no-feed-found',
  'not-a-feed',
  'malformed-feed',
  'feed-too-complex',
  // pages without a feed
  'no-list-found',
  'page-shape-changed',
  'page-is-missing',
  'bot-check',
  'bad-selector',
  'robots-disallowed',
  // images
  'not-an-image',
  'image-too-large',
  'image-too-complex',
  // the page of an article
  'login-wall',
  'page-gone',
  'no-article-text',
  'script-only',
  'page-too-large',
  'not-a-page',
  // credentials and proxies
  'keychain-missing',
  'sign-in-missing',
  'proxy-failed',
  'proxy-sign-in',
  // what we hold
  'already-subscribed',
  'feed-missing',
  'folder-missing',
  'article-missing',
  'story-missing',
  'nothing-to-undo',
  // figures
  'figure-missing',
  'words-missing',
  'prices-missing',
  'nothing-to-fill',
  // what a person adds to a bookmark
  'tag-missing',
  'entity-missing',
  'entity-name-missing',
  'highlight-missing',
  'copy-missing',
  // what is watched, and what is done by itself
  'watch-missing',
  'rule-missing',
  'rule-empty',
  'query-empty',
  'query-muted',
  'run-missing',
  'run-running',
  // making ready for offline
  'image-failed',
  'prepare-stopped',
  'over-budget',
  // what is searched for
  'search-superseded',
  'search-damaged',
  // OPML
  'not-opml',
  'opml-too-large',
  'opml-too-complex',
  // what is exported and imported
  'nothing-to-export',
  'transfer-running',
  'transfer-cancelled',
  'not-links',
  'not-archive',
  'archive-unsound',
  // files handed in
  'file-missing',
  'file-too-large',
  // copies of the library
  'backup-missing',
  'backup-unsound',
  // pages that are saved as files
  'file-type-unknown',
  'file-damaged',
  'file-encrypted',
  'file-without-text',
  // the library on disk
  'profile-unwritable',
  'profile-in-use',
  'database-damaged',
  'database-newer',
  'database-failed',
  'migration-failed',
  'disk-full',
  'settings-failed',
  // the engine
  'refresh-running',
  'engine-stopped',
  'internal',
] as const;

export type ReaderErrorCode = (typeof READER_ERROR_CODES)[number];

/** Codes that say the network, not the feed, is at fault. */
export const NETWORK_CODES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>([
  'offline',
  'host-not-found',
  'host-unreachable',
  'timeout',
  'proxy-failed',
  'proxy-sign-in',
]);

/** An error as every carrier writes it. `message` is for logs and the command line; people read the renderer's words for `code`. */
export interface WireError {
  readonly code: ReaderErrorCode;
  readonly message: string;
  readonly detail: ErrorDetail;
}

export class ReaderError extends Error {
  readonly code: ReaderErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ReaderErrorCode, message: string, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReaderError';
    this.code = code;
    this.detail = detail;
  }
}

export function isReaderErrorCode(value: unknown): value is ReaderErrorCode {
  return typeof value === 'string' && (READER_ERROR_CODES as readonly string[]).includes(value);
}

/** Anything thrown, as a wire error; what is not a ReaderError is a fault of ours and becomes `internal`. */
export function toWireError(error: unknown): WireError {
  if (error instanceof ReaderError) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), detail: {} };
}

export function fromWireError(error: WireError): ReaderError {
  return new ReaderError(isReaderErrorCode(error.code) ? error.code : 'internal', error.message, error.detail);
}
