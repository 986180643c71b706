import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import type { StoryMark } from '../stories/story-mark.ts';
import type { ImageReference } from '../normalize/incoming-article.ts';

/**
 * Counted up whenever the same page comes out otherwise. What is stored under this number need not be read again; under a
 * smaller one it may be.
 */
export const EXTRACTOR_VERSION = 5;

/** What is kept of an article's page. */
export interface ExtractedPage {
  readonly kind: 'page';
  readonly version: number;
  /** Sanitized; each image is `img/<key>`. */
  readonly html: string;
  /** The HTML as plain text on one line. */
  readonly text: string;
  readonly images: readonly ImageReference[];
  readonly facts: PageFacts;
  /** By which the story of its article is found. */
  readonly story?: StoryMark;
}

/** Codes under which a page that was fetched gives no article. */
export type ExtractFailureCode = Extract<ReaderErrorCode, 'login-wall' | 'page-gone' | 'bot-check' | 'no-article-text' | 'script-only' | 'page-too-large' | 'not-a-page'>;

export interface ExtractFailure {
  readonly kind: 'failed';
  readonly code: ExtractFailureCode;
  /** host always; limit in bytes of `page-too-large`; type of `not-a-page`. */
  readonly detail: ErrorDetail;
  /** What the page says of itself all the same; null where nothing was read. */
  readonly facts: PageFacts | null;
}

export interface ExtractContext {
  /** After every redirect; what relative addresses are resolved against. */
  readonly url: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The language and title that the feed gave, where there was one. */
  readonly lang?: string | null;
  readonly title?: string | null;
  /** The page was asked for with a person's sign-in: what it says of walls for others does not hold. */
  readonly signedIn?: boolean;
}
