/** A text construct as it stood in the document (RFC 4287 section 3.1), turned into HTML or text. */
export interface ScannedText {
  readonly value: string;
  /** Whether the value is HTML; else it is plain. */
  readonly isHtml: boolean;
  /** xml:base in force, absolute where it can be, or null. */
  readonly base: string | null;
}

export interface ScannedLink {
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
  readonly bytes: number | null;
}

/** What the tolerant scan found of one item, before rss-parser reads it from clean text. */
export interface ScannedItem {
  title: ScannedText | null;
  links: ScannedLink[];
  guid: string | null;
  isPermaLink: boolean;
  /** Dates as written, in the order of trust. */
  published: string[];
  updated: string[];
  content: ScannedText | null;
  summary: ScannedText | null;
  authors: string[];
  tags: string[];
  images: string[];
  enclosures: ScannedLink[];
  base: string | null;
  lang: string | null;
}

export interface ScannedFeed {
  readonly kind: 'rss' | 'rdf' | 'atom';
  title: ScannedText | null;
  links: ScannedLink[];
  lang: string | null;
  updated: string[];
  readonly items: ScannedItem[];
  lost: number;
  /** The document ends before what holds its items is closed: there was more. */
  cut: boolean;
}

export function emptyItem(base: string | null, lang: string | null): ScannedItem {
  return {
    title: null, links: [], guid: null, isPermaLink: true, published: [], updated: [], content: null, summary: null,
    authors: [], tags: [], images: [], enclosures: [], base, lang,
  };
}
