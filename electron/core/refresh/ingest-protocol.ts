import type { WireError } from '../../contract/errors.ts';
import type { OwnEntity } from '../../contract/gazetteer.ts';
import type { FeedId } from '../../contract/model.ts';
import type { PagePreview } from '../../contract/page.ts';
import type { ExtractedPage, ExtractFailure } from '../extract/extracted-page.ts';
import type { PageBytes } from '../extract/extract-page.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import type { FetchFailure } from '../fetch/fetch-result.ts';
import type { SiteRules } from '../fetch/robots.ts';
import type { FiguresJob, FiguresResult } from '../figures/stored-figure.ts';
import type { OpmlList } from '../parse/opml-list.ts';
import type { SavedFileJob, SavedFileResult } from '../saved-file/saved-file.ts';
import type { MarkupJob } from './ingest-markup.ts';
import type { ArticleJob, ArticleResult, Discovered, DiscoverOptions, DocumentJob, FetchedFile, IconJob, IconResult, ImageJob, ImageResult, IngestJob, IngestResult, OlderJob, PageQuestion } from './ingest-job.ts';

/** What an ingest thread is started with. */
export interface IngestData {
  readonly userAgent: string;
  /** Left out: the variables of this process say where a proxy is. */
  readonly proxies?: 'asked' | 'environment';
  /** A person's own names, beside those that are shipped. */
  readonly ownEntities: readonly OwnEntity[];
  /** Shared: which call the thread is busy with, 0 for none. What it says by message may be lost as it dies. */
  readonly atWork: Int32Array;
}

export type IngestCall =
  | { readonly method: 'feed'; readonly job: IngestJob }
  | { readonly method: 'older'; readonly job: OlderJob }
  | { readonly method: 'discover'; readonly url: string; readonly now: number; readonly options: DiscoverOptions | undefined }
  | ({ readonly method: 'page' } & PageQuestion)
  | ({ readonly method: 'article' } & ArticleJob)
  | ({ readonly method: 'document' } & DocumentJob)
  | ({ readonly method: 'extract' } & PageBytes)
  | { readonly method: 'rules'; readonly origin: string; readonly askedBy: AskedBy }
  | ({ readonly method: 'markup' } & MarkupJob)
  | ({ readonly method: 'savedFile' } & SavedFileJob)
  | { readonly method: 'figures'; readonly jobs: readonly FiguresJob[] }
  | { readonly method: 'image'; readonly job: ImageJob }
  | { readonly method: 'icon'; readonly job: IconJob }
  | { readonly method: 'imageFile'; readonly path: string }
  | { readonly method: 'opml'; readonly text: string };

export type IngestAnswer = IngestResult | SiteRules | ImageResult | IconResult | ArticleResult | FetchedFile | ExtractedPage | ExtractFailure | SavedFileResult | PagePreview | OpmlList | Discovered | readonly FiguresResult[];

export type ToIngest =
  | { readonly kind: 'call'; readonly id: number; readonly call: IngestCall }
  /** Ends a call that nobody waits for any more; no answer follows that anyone reads. */
  | { readonly kind: 'abort'; readonly id: number }
  /** The answer to a `proxy`, as Chromium writes it. */
  | { readonly kind: 'proxy'; readonly id: number; readonly answer: string }
  /** The answer to a `rules`. */
  | { readonly kind: 'rules'; readonly id: number; readonly answer: SiteRules | FetchFailure }
  /** The answer to a `known`. */
  | { readonly kind: 'known'; readonly id: number; readonly answer: string | null }
  /** Names are looked for with these of a person's own from now on. */
  | { readonly kind: 'gazetteer'; readonly own: readonly OwnEntity[] }
  /** Nobody waits for anything any more. */
  | { readonly kind: 'end' };

export type FromIngest =
  /** Work begins during which the thread can say nothing; `idle` ends it. One call at a time. */
  | { readonly kind: 'busy'; readonly id: number }
  | { readonly kind: 'idle'; readonly id: number }
  /** Which way leads to a server? */
  | { readonly kind: 'proxy'; readonly id: number; readonly url: string }
  /** What does the robots.txt of a site say? */
  | { readonly kind: 'rules'; readonly id: number; readonly origin: string; readonly askedBy: AskedBy }
  /** What is known of the items of a feed's last document? */
  | { readonly kind: 'known'; readonly id: number; readonly feedId: FeedId }
  | { readonly kind: 'answer'; readonly id: number; readonly value: IngestAnswer }
  | { readonly kind: 'failed'; readonly id: number; readonly error: WireError };
