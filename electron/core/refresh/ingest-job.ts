import type { CredentialsKind } from '../../contract/credentials.ts';
import type { FeedCandidate } from '../../contract/discovery.ts';
import type { ErrorDetail, FeedId, FeedKind } from '../../contract/model.ts';
import type { OwnEntity } from '../../contract/gazetteer.ts';
import type { PageExample, PagePreview, PageRules } from '../../contract/page.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import type { ExtractedPage, ExtractFailure } from '../extract/extracted-page.ts';
import type { PageBytes } from '../extract/extract-page.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import type { FetchFailure, Onward, Validators } from '../fetch/fetch-result.ts';
import type { Login } from '../fetch/login.ts';
import type { OlderLinks } from '../parse/older-links.ts';
import type { OpmlList } from '../parse/opml-list.ts';
import type { FiguresJob, FiguresResult } from '../figures/stored-figure.ts';
import type { ImageFacts } from '../image/inspect-image.ts';
import type { ReadFile, SavedFileJob, SavedFileResult } from '../saved-file/saved-file.ts';
import type { IconJob, IconResult } from './ingest-icon.ts';
import type { MarkupJob } from './ingest-markup.ts';
import type { ArticleOutline, FeedFacts, IncomingArticle } from '../normalize/incoming-article.ts';
import type { PageDates } from '../store/records.ts';

/** How a page without a feed is read. */
export interface PageJob {
  readonly rules: PageRules;
  /** How many items its last good reading gave; null where there was none, or where it does not matter. */
  readonly before: number | null;
  /** How many of those had a date, before they were lost where they are. */
  readonly dated?: number | null;
  /** Its dates were lost already. */
  readonly datesLost?: boolean;
}

/** What a person wants to see of a page: all its lists, the one that rules read, or the one that holds an example. */
export interface PageQuestion {
  readonly url: string;
  readonly rules?: PageRules | undefined;
  readonly example?: PageExample | undefined;
  readonly login?: Login | null;
  readonly now: number;
  /** Hosts that are not to be asked, and until when. */
  readonly resting?: ReadonlyMap<string, number>;
}

/** One feed's trip from its server to normal articles. Structured-cloneable: it crosses to a worker thread. */
export interface IngestJob {
  readonly feedUrl: string;
  readonly validators: Validators | null;
  /** Hash of the last body that was stored; the same again ends the trip before parsing. */
  readonly bodyHash: string | null;
  /**
   * The feed of whose last document the known items are asked for (IngestOptions.knownItems) once there is a body, which most asks
   * do not bring; those that are the same are not read again.
   */
  readonly itemsOf?: FeedId | null;
  /** Set where the document is a page without a feed. */
  readonly page?: PageJob | null;
  readonly now: number;
  /** See FetchRequest; what comes of it is in the failure's `onward`. */
  readonly staysOnHost?: boolean;
  readonly onward?: Onward | null;
  /** Ask only what the site's robots.txt allows: for pages, which were not made for programs. */
  readonly robots?: boolean;
  /** Whose sign-in is to be looked up for it. */
  readonly signIn?: { readonly feedId: FeedId; readonly kind: CredentialsKind } | null;
  readonly login?: Login | null;
}

/** What one ask was and cost, for the log. */
export interface Trip {
  /** HTTP status of the last answer; null where no server answered. */
  readonly status: number | null;
  /** Received, as it was sent. */
  readonly bytes: number;
  readonly ms: number;
}

export type IngestResult = (
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
      /** How many items a page gave; absent where the document is a feed. */
      readonly pageFound?: number;
      readonly pageDates?: PageDates;
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
      /** Nothing has failed yet: the trip goes on at another host. */
      readonly onward?: Onward;
      /** What a page whose shape changed still gave. */
      readonly part?: PagePart;
    }
) & {
  readonly trip?: Trip;
  /** What the site's robots.txt wants between two requests, where it was asked; 0 where nothing. */
  readonly crawlDelayMs?: number;
};

export interface PagePart {
  readonly facts: FeedFacts;
  readonly articles: readonly IncomingArticle[];
}

/** An older document of a feed, at `feedUrl`. */
export interface OlderJob extends IngestJob {
  /** The address of the feed that named it. */
  readonly ofFeed: string;
}

export type OlderResult = (Extract<IngestResult, { kind: 'fresh' }> & { readonly older: OlderLinks }) | Extract<IngestResult, { kind: 'failed' }>;

/** An image of an article, at an address that the article names. */
export interface ImageJob {
  /** http, https, or `data:` where the article carries it itself. */
  readonly url: string;
  /** Address of the article, or null where it has none. */
  readonly referrer: string | null;
  /** Of the document that a person chose and that named the image: a public one leads nowhere into the private network, nor does one that is not known. */
  readonly from: string | null;
  /** Of one that is larger nothing is taken: `body-too-large`. Left out: LARGEST_IMAGE. */
  readonly maxBytes?: number;
  /** Goes on with a trip that ended before another host. */
  readonly onward?: Onward | null;
  readonly attempt?: number;
}

export interface FetchedImage extends ImageFacts {
  readonly bytes: Uint8Array;
}

export type ImageResult =
  | { readonly kind: 'image'; readonly image: FetchedImage }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      readonly detail: ErrorDetail;
      readonly retryAt: number | null;
      /** Nothing has failed yet: the trip goes on at another host, with these two in the next job. */
      readonly onward?: Onward;
      readonly attempt?: number;
    };

/** The page of an article that a person opened, saved or chose for offline. */
export interface ArticleJob {
  readonly url: string;
  /** A document that named it is told to its host. */
  readonly askedBy: AskedBy;
  readonly login?: Login | null;
  /** No person waits for it: only what the site's robots.txt allows. */
  readonly robots: boolean;
  readonly now: number;
  /** The language and title that the feed gave. */
  readonly lang?: string | null;
  readonly title?: string | null;
  /** A redirect to another host is told in `onward` instead of followed. */
  readonly staysOnHost?: boolean;
  /** Goes on with a trip that stopped before another host. */
  readonly onward?: Onward | null;
  /** How many pages of the trip so far led on by themselves. */
  readonly refreshed?: number;
}

export type ArticleResult = (
  | {
      readonly kind: 'extracted';
      readonly page: ExtractedPage;
      /** After every redirect. */
      readonly finalUrl: string;
      /** SHA-256 of the bytes as they were sent, in hexadecimal digits. */
      readonly bodyHash: string;
    }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      readonly detail: ErrorDetail;
      readonly retryAt: number | null;
      /** What a page that gives no text says of itself; null where none was read. */
      readonly facts: PageFacts | null;
      /** Nothing has failed yet: the page is at another host, where its trip is to wait for its turn, with these two in the next job. */
      readonly onward?: Onward;
      readonly refreshed?: number;
    }
) & {
  readonly trip?: Trip;
  /** As of IngestResult. */
  readonly crawlDelayMs?: number;
};

/** As ArticleJob; where the address leads to a PDF, that is written to `path`, a file that is not there yet. */
export interface DocumentJob extends ArticleJob {
  readonly path: string;
}

/** An address led to a PDF, which lies at the path of the job. */
export interface FetchedFile {
  readonly kind: 'file';
  /** As its address calls it, with its extension. */
  readonly file: ReadFile & { readonly name: string };
  /** After every redirect. */
  readonly finalUrl: string;
  readonly trip?: Trip;
  readonly crawlDelayMs?: number;
}

export type { ExtractedPage } from '../extract/extracted-page.ts';
export type { IconJob, IconResult } from './ingest-icon.ts';
export type { MarkupJob } from './ingest-markup.ts';

/** Whether feeds that only the site's own page leads to count as feeds of an address: a person can choose among them, nobody else can. */
export type DiscoverReach = 'page' | 'site';

export interface DiscoverOptions {
  /** No person waits, nor wrote the address, which this document named: slowly, and only what the site's robots.txt allows. */
  readonly unattended?: { readonly document: string };
  /** `site` where left out. */
  readonly reach?: DiscoverReach;
  readonly login?: Login | null;
  /** Hosts that are not to be asked, and until when. */
  readonly resting?: ReadonlyMap<string, number>;
}

export interface Discovered {
  readonly url: string;
  readonly candidates: FeedCandidate[];
  /** What hosts answered that asked for rest meanwhile; none of them was asked again. */
  readonly wantRest?: readonly FetchFailure[];
}

/** What runs off the engine's thread: everything that touches a stranger's bytes. */
export interface Ingest {
  feed(job: IngestJob, signal?: AbortSignal): Promise<IngestResult>;
  /** As `feed`, for a document that the feed named. Every article is whole. */
  older(job: OlderJob, signal?: AbortSignal): Promise<OlderResult>;
  /** Throws a ReaderError (invalid-address, unsupported-scheme, no-feed-found, network codes). `feedId` of each candidate is null. */
  discover(url: string, now: number, options?: DiscoverOptions): Promise<Discovered>;
  /** Rejects with a ReaderError: network codes, no-list-found, page-is-missing, bot-check, bad-selector. `feedId` is null. */
  page(question: PageQuestion, signal?: AbortSignal): Promise<PagePreview>;
  /** Fetches the page of an article and takes its text and facts out of it. 401, 403 and 429 mean no. */
  article(job: ArticleJob, signal?: AbortSignal): Promise<ArticleResult>;
  /** As `article`, for what a person saves: a PDF is taken too, whole, up to 50 MB. */
  document(job: DocumentJob, signal?: AbortSignal): Promise<ArticleResult | FetchedFile>;
  /** The same of a page whose bytes are at hand, such as a saved file. Rejects with a ReaderError where the thread died of it. */
  extract(page: PageBytes, signal?: AbortSignal): Promise<ExtractedPage | ExtractFailure>;
  /** The text, facts and images of a file that a person saves. */
  savedFile(job: SavedFileJob, signal?: AbortSignal): Promise<SavedFileResult>;
  /** The text of an article from a file of exported articles. Rejects with a ReaderError where the thread died of it. */
  markup(job: MarkupJob, signal?: AbortSignal): Promise<ExtractedPage>;
  /** What the lens reads of stored articles, as it is stored. Rejects with a ReaderError where the thread died of it. */
  figures(jobs: readonly FiguresJob[], signal?: AbortSignal): Promise<readonly FiguresResult[]>;
  image(job: ImageJob, signal?: AbortSignal): Promise<ImageResult>;
  /** The icon of a source, or what a page names as icons. */
  icon(job: IconJob, signal?: AbortSignal): Promise<IconResult>;
  /** What the image of a file is, without its bytes. */
  imageFile(path: string): Promise<ImageResult>;
  /** The lines of a subscription list. Rejects with a ReaderError: not-opml, opml-too-large, opml-too-complex. */
  opml(text: string, signal?: AbortSignal): Promise<OpmlList>;
  /** From now on names are looked for with these of a person's own as well. Left out where names are not looked for. */
  useGazetteer?(own: readonly OwnEntity[]): void;
  close(): Promise<void>;
}
