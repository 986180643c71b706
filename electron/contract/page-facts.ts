/** What an article's own page says of itself. Readonly, JSON-safe. */

/** Where a page's time of publication was found, from the most trusted to the least. */
export type PageDateSource = 'json-ld' | 'meta' | 'itemprop' | 'page' | 'address';

export interface PageHeading {
  /** 2 to 6 as in HTML; 0 for a bold or numbered line that stands for a heading. */
  readonly level: number;
  readonly text: string;
}

export interface PageReference {
  readonly title: string;
  /** Null where a plain-text copy shows the title alone. */
  readonly url: string | null;
}

export interface PageFacts {
  readonly headline: string | null;
  /** The headings of its sections, in the order of the text. */
  readonly headings: readonly PageHeading[];
  /** Epoch milliseconds; the beginning of the day where `dayOnly`. */
  readonly publishedAt: number | null;
  readonly publishedFrom: PageDateSource | null;
  /** The page prints no zone: it was taken from its host and language. */
  readonly zoneAssumed: boolean;
  /** The page prints no time of day, or midnight, which is what systems write for none. */
  readonly dayOnly: boolean;
  /** `2026-11-18` as the page prints it, where `dayOnly`; left out of facts that were read before days were kept. */
  readonly publishedDay?: string | null;
  readonly modifiedAt: number | null;
  readonly authors: readonly string[];
  /** Who published the page. */
  readonly outlet: string | null;
  /** Whom the page names as its own source, as in `Source: SMM`. */
  readonly source: string | null;
  readonly tags: readonly string[];
  /** The way to the page from the site's home, itself left out. */
  readonly breadcrumb: readonly string[];
  /** BCP 47. */
  readonly lang: string | null;
  /** Absolute address of the picture that the page names as its own. */
  readonly leadImage: string | null;
  /** What the page calls its own address. */
  readonly canonicalUrl: string | null;
  /** Its links to other articles, which are no part of the text. */
  readonly related: readonly PageReference[];
}

/** From the beginning of a day in nearly any zone, this leads to the same day in UTC. */
const HALF_A_DAY = 12 * 60 * 60_000;

/** The day that a page prints where it prints no time, as `2026-11-18`; else null. */
export function printedDay({ publishedAt, dayOnly, publishedDay }: Pick<PageFacts, 'publishedAt' | 'dayOnly' | 'publishedDay'>): string | null {
  if (!dayOnly || publishedAt === null) return null;
  return publishedDay ?? new Date(publishedAt + HALF_A_DAY).toISOString().slice(0, 10);
}
