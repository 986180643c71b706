import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';

/** A document that attacks its reader, and what the reader makes of it all the same. */
export interface HostileDocument {
  readonly name: string;
  /** `heavy` ones take seconds and stand in the long run only. */
  readonly weight: 'light' | 'heavy';
  /** `origin` is where anything that the document asks for would be fetched: nothing may be. */
  make(origin: string): string | Uint8Array;
  /** How many articles come of it, or the code under which it is refused. Several: any of them. */
  readonly gives: readonly (number | ReaderErrorCode)[];
  /** Stands in no title, summary or body of its articles. */
  readonly never?: string;
}

export const MEGABYTE = 1_000_000;

export function rss(items: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Hostile</title>${items}</channel></rss>`;
}

/** A feed of one sound item with `more` in it. */
export function oneItem(more: string, doctype = ''): string {
  return rss(`<item><title>Dysprosium</title><guid isPermaLink="false">1</guid>${more}</item>`, doctype);
}

export function jsonFeed(items: string): string {
  return `{"version":"https://jsonfeed.org/version/1.1","title":"Hostile","items":[${items}]}`;
}

export function body(html: string): string {
  return `<description><![CDATA[${html}]]></description>`;
}

/** As many of `count` as `make` says. */
export function many(count: number, make: (at: number) => string, separator = ''): string {
  return Array.from({ length: count }, (_, at) => make(at)).join(separator);
}

export function light(name: string, gives: number | ReaderErrorCode | readonly (number | ReaderErrorCode)[], make: HostileDocument['make'], never?: string): HostileDocument {
  return { name, weight: 'light', make, gives: typeof gives === 'object' ? gives : [gives], ...(never !== undefined && { never }) };
}

export function heavy(name: string, gives: number | ReaderErrorCode | readonly (number | ReaderErrorCode)[], make: HostileDocument['make']): HostileDocument {
  return { ...light(name, gives, make), weight: 'heavy' };
}
