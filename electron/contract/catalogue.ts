import type { ReaderErrorCode } from './errors.ts';
import type { ErrorDetail, FeedId } from './model.ts';

/** Sources to begin with: what ships with the program, and what a person's own file in the profile adds. */

/** A person's own catalogue, in the profile. */
export const OWN_CATALOGUE = 'catalogue.json';
/** Bytes. Larger than this it is no list that somebody wrote. */
export const LARGEST_OWN_CATALOGUE = 2_000_000;

export const CATALOGUE_KINDS = ['trade', 'prices', 'government', 'company', 'science', 'search'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/**
 * How an address is known: `probe` somebody's record says that it answered; `official` its publisher says so; `many`, `few` it stands in
 * the lists of that many unrelated programs; `guess` it follows from how such sites are built; `page` a page only.
 */
export const CATALOGUE_EVIDENCE = ['probe', 'official', 'many', 'few', 'guess', 'page'] as const;

export interface CatalogueSource {
  /** Given once and never to anything else. */
  readonly id: string;
  readonly kind: CatalogueKind;
  readonly title: string;
  readonly url: string;
  /** Of the site, for a person. */
  readonly site: string;
  /** `page`: it has no feed that is known, and is read by the lists that are found in it. */
  readonly reads: 'feed' | 'page';
  /** BCP 47. */
  readonly lang: string;
  readonly topics: readonly string[];
  /** What it writes of, by language (`en`, `zh-Hans`). */
  readonly about: Readonly<Record<string, string>>;
  /** Headlines a day; null where nothing says. */
  readonly perDay: number | null;
  readonly evidence: (typeof CATALOGUE_EVIDENCE)[number];
  /** Chosen from the beginning. */
  readonly starter: boolean;
}

/** What came of asking a source of the catalogue from this machine. */
export interface CatalogueTry {
  readonly at: number;
  /** Null where it answered with headlines. */
  readonly code: ReaderErrorCode | null;
  readonly detail: ErrorDetail;
  readonly items: number;
  /** Date of its newest headline; null where none is dated. */
  readonly newestAt: number | null;
  /** As far as the dates of its headlines tell. */
  readonly perDay: number | null;
}

export interface CatalogueEntry extends CatalogueSource {
  /** Null: not tried yet on this machine. */
  readonly tried: CatalogueTry | null;
  /** Set where it is followed already. */
  readonly feedId: FeedId | null;
}

/** A person's own file. */
export interface OwnCatalogue {
  readonly path: string;
  /** Why it cannot be used; it is left out then. */
  readonly problem: string | null;
}

export interface CatalogueApi {
  /** In the order of its kinds. `own` is null where there is no such file. */
  catalogue(args: Record<string, never>): Promise<{ sources: readonly CatalogueEntry[]; own: OwnCatalogue | null }>;
  /** Asks a source once, stores nothing of what it holds and remembers what came of it. Rejects with `invalid-argument` where there is no such source. */
  tryCatalogueSource(args: { id: string }): Promise<{ source: CatalogueEntry }>;
  /**
   * Follows sources of the catalogue, in folders named `folders[kind]`, none where that is empty. Feeds are followed at once and asked
   * afterwards; a page is followed once a list was found in it, one after the other, which `tried` tells of. Rejects with
   * `invalid-argument`.
   */
  followCatalogue(args: { ids: readonly string[]; folders: Readonly<Partial<Record<CatalogueKind, string>>> }): Promise<{ added: number; followed: number; pages: number }>;
}
