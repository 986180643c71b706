import { readDate } from './parse-date.ts';
import type { WrittenDate } from './parse-date.ts';
import type { ScannedFeed, ScannedItem, ScannedLink } from './scanned-feed.ts';
import { escapeAttribute, toCdata } from './xml-text.ts';

/** The first and last moment of the years that have four digits. */
const FIRST_MOMENT = -62_135_596_800_000;
const LAST_MOMENT = 253_402_300_799_999;

/** The first date that can be read; null also where it lies outside the years 1 to 9999. */
export function firstWritten(candidates: readonly string[]): WrittenDate | null {
  for (const text of candidates) {
    const date = readDate(text);
    if (date !== null && Math.abs(date.at) < 8.64e15) return date.at >= FIRST_MOMENT && date.at <= LAST_MOMENT ? date : null;
  }
  return null;
}

/** See firstWritten; in epoch milliseconds. */
export function firstDate(candidates: readonly string[]): number | null {
  return firstWritten(candidates)?.at ?? null;
}

function element(name: string, value: string | null): string {
  if (value === null || value === '') return '';
  return `<${name}>${/[<>&]/.test(value) ? toCdata(value) : value}</${name}>`;
}

/** rss-parser throws away a whole feed for one date that it cannot read. */
function dateElement(name: string, candidates: readonly string[]): string {
  const time = firstDate(candidates);
  return time === null ? '' : `<${name}>${new Date(time).toISOString()}</${name}>`;
}

function isPage({ type }: ScannedLink): boolean {
  return type === null || type.includes('html');
}

function isAlternate({ rel }: ScannedLink): boolean {
  return rel === 'alternate' || rel === '';
}

/** The link that leads to the thing itself; one to the entry's own document only where nothing else is there. */
function mainLink(links: readonly ScannedLink[]): ScannedLink | undefined {
  return links.find((link) => isAlternate(link) && isPage(link)) ?? links.find(({ rel }) => rel === 'borrowed') ?? links.find(isAlternate) ?? links.find(({ rel }) => rel === 'self' || rel === 'via');
}

function linkElement(links: readonly ScannedLink[], isAtom: boolean): string {
  const link = mainLink(links);
  if (!link) return '';
  return isAtom ? `<link rel="alternate" href="${escapeAttribute(link.href)}"/>` : element('link', link.href);
}

/** An episode without a name of its own is known by its file. */
function guidOf({ guid, about, links, enclosures }: ScannedItem): string | null {
  return guid ?? about ?? (links.length === 0 ? (enclosures[0]?.href ?? null) : null);
}

function itemElement(item: ScannedItem, isAtom: boolean): string {
  const written = `${linkElement(item.links, isAtom)}${element(isAtom ? 'id' : 'guid', guidOf(item))}${dateElement(isAtom ? 'published' : 'pubDate', item.published)}`;
  // rss-parser cannot read an entry of nothing.
  const fields = written === '' ? '<m:none/>' : written;
  return isAtom ? `<entry>${fields}</entry>` : `<item>${fields}</item>`;
}

/**
 * Writes a scanned feed as the clean XML that rss-parser reads without fault: known names, ISO dates, CDATA. What it would
 * only hand through stays behind and is found again by its place: rss-parser runs regular expressions of quadratic cost over
 * every body that it knows by name, and each element takes longer to read than all else about it.
 */
export function toCanonicalXml(feed: ScannedFeed): string {
  const isAtom = feed.kind === 'atom';
  const head = linkElement(feed.links.filter((link) => isAlternate(link) || link.rel === 'borrowed'), isAtom);
  const items = feed.items.map((item) => itemElement(item, isAtom)).join('');
  if (isAtom) return `<feed version="1.0">${head}${items}</feed>`;
  return feed.kind === 'rdf' ? `<rdf:RDF><channel>${head}</channel>${items}</rdf:RDF>` : `<rss version="2.0"><channel>${head}${items}</channel></rss>`;
}
