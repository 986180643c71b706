import type { WrittenPace } from './pace.ts';

/** A text construct as it stood in the document (RFC 4287 section 3.1), turned into HTML or text. */
export interface ScannedText {
  readonly value: string;
  /** Whether the value is HTML; else it is plain. */
  readonly isHtml: boolean;
  /** xml:base in force, absolute where it can be, or null. */
  readonly base: string | null;
  /** xml:lang in force, or null. */
  readonly lang: string | null;
}

export interface ScannedLink {
  readonly rel: string;
  /** Absolute where an xml:base is in force, else as written. */
  readonly href: string;
  readonly type: string | null;
  readonly bytes: number | null;
}

export interface ScannedSource {
  title: ScannedText | null;
  /** Where it is to be read, as a document or a site, or null. */
  url: string | null;
}

/** What the tolerant scan found of one item, before rss-parser reads it from clean text. */
export interface ScannedItem {
  title: ScannedText | null;
  /** What stands for a title where there is none: that of its media, or of a module. */
  otherTitle: ScannedText | null;
  links: ScannedLink[];
  guid: string | null;
  isPermaLink: boolean;
  /** What stands for a guid where there is none (rdf:about). */
  about: string | null;
  /** Dates as written, in the order of trust. */
  published: string[];
  /** When it was begun, which stands for its publication where nothing tells that. */
  created: string | null;
  updated: string[];
  content: ScannedText | null;
  summary: ScannedText | null;
  /** What stands for a summary where there is none: a podcast's, or that of its media. */
  note: ScannedText | null;
  authors: string[];
  /** Whom to name where the item itself names nobody: authors of its source, credits of its media. */
  otherAuthors: string[];
  tags: string[];
  /** The feed that it was taken over from (RSS 2.0 `source`, RFC 4287 section 4.2.11). */
  source: ScannedSource | null;
  images: string[];
  enclosures: ScannedLink[];
  base: string | null;
  /** In force where it stands. */
  readonly lang: string | null;
  /** As a module names it. */
  ownLang: string | null;
}

export interface ScannedFeed {
  readonly kind: 'rss' | 'rdf' | 'atom';
  title: ScannedText | null;
  description: ScannedText | null;
  links: ScannedLink[];
  lang: string | null;
  updated: string[];
  /** Atom: whom entries without an author inherit (RFC 4287 section 4.2.1). */
  readonly authors: string[];
  readonly images: string[];
  icon: string | null;
  generator: string | null;
  readonly pace: WrittenPace;
  readonly items: ScannedItem[];
  lost: number;
  /** The document ends before what holds its items is closed: there was more. */
  cut: boolean;
}

export function emptyFeed(kind: ScannedFeed['kind'], lang: string | null): ScannedFeed {
  return {
    kind, title: null, description: null, links: [], lang, updated: [], authors: [], images: [], icon: null, generator: null,
    pace: { ttl: null, hours: [], days: [], period: null, frequency: null }, items: [], lost: 0, cut: false,
  };
}

export function emptyItem(base: string | null, lang: string | null): ScannedItem {
  return {
    title: null, otherTitle: null, links: [], guid: null, isPermaLink: true, about: null, published: [], created: null, updated: [], content: null, summary: null, note: null,
    authors: [], otherAuthors: [], tags: [], source: null, images: [], enclosures: [], base, lang, ownLang: null,
  };
}

/** Whether an item says nothing at all. */
export function isEmptyItem({ title, otherTitle, guid, about, content, summary, note, links, enclosures, published, updated, authors, tags, images }: ScannedItem): boolean {
  if (title !== null || guid !== null || links.length > 0) return false;
  const texts = [otherTitle, about, content, summary, note];
  return texts.every((text) => text === null) && [enclosures, published, updated, authors, tags, images].every((list) => list.length === 0);
}
