import { parseDate } from './parse-date.ts';
import type { ScannedFeed, ScannedItem, ScannedLink, ScannedText } from './scanned-feed.ts';
import { escapeAttribute, toCdata } from './xml-text.ts';

/** The document that rss-parser is given, and the texts that it is not. */
export interface CanonicalFeed {
  readonly xml: string;
  /** Text constructs by the number that `m:content`, `m:summary` and `m:title` hold. */
  readonly texts: readonly ScannedText[];
}

/** rss-parser throws away a whole feed for one date that it cannot read. */
function isoDate(candidates: readonly string[]): string | null {
  for (const text of candidates) {
    const time = parseDate(text);
    if (time !== null && Math.abs(time) < 8.64e15) return new Date(time).toISOString();
  }
  return null;
}

function element(name: string, value: string | null): string {
  return value === null || value === '' ? '' : `<${name}>${toCdata(value)}</${name}>`;
}

function empty(name: string, attributes: Readonly<Record<string, string | number | null>>): string {
  let tag = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== null && value !== undefined) tag += ` ${key}="${escapeAttribute(String(value))}"`;
  }
  return `${tag}/>`;
}

function isPage({ type }: ScannedLink): boolean {
  return type === null || type.includes('html');
}

/** Links that lead to the thing itself, best first; a link to the entry's own document only where nothing else is there. */
function mainLinks(links: readonly ScannedLink[]): ScannedLink[] {
  const alternates = links.filter(({ rel }) => rel === 'alternate' || rel === '');
  const best = [...alternates.filter(isPage), ...alternates.filter((link) => !isPage(link))];
  return best.length > 0 ? best : links.filter(({ rel }) => rel === 'self' || rel === 'via').slice(0, 1);
}

class Writer {
  readonly texts: ScannedText[] = [];
  readonly #isAtom: boolean;

  constructor(isAtom: boolean) {
    this.#isAtom = isAtom;
  }

  #reference(name: string, text: ScannedText | null): string {
    if (!text || text.value.trim() === '') return '';
    this.texts.push(text);
    return `<${name}>${this.texts.length - 1}</${name}>`;
  }

  #links(links: readonly ScannedLink[]): string {
    const [link] = mainLinks(links);
    if (!link) return '';
    return this.#isAtom ? empty('link', { rel: 'alternate', href: link.href }) : element('link', link.href);
  }

  head(feed: ScannedFeed): string {
    const siteLinks = feed.links.filter(({ rel }) => rel === 'alternate' || rel === '');
    return `${this.#reference('m:title', feed.title)}${this.#links(siteLinks)}${element('m:lang', feed.lang)}${element('m:updated', isoDate(feed.updated))}`;
  }

  item(item: ScannedItem): string {
    const published = isoDate(item.published);
    const fields = [
      this.#reference('m:title', item.title),
      this.#links(item.links),
      element(this.#isAtom ? 'id' : 'guid', item.guid),
      item.isPermaLink ? '<m:permalink>1</m:permalink>' : '',
      element(this.#isAtom ? 'published' : 'pubDate', published),
      element('m:updated', isoDate(item.updated)),
      this.#reference('m:content', item.content),
      this.#reference('m:summary', item.summary),
      ...item.authors.map((author) => element('m:author', author)),
      ...item.tags.map((tag) => element('m:tag', tag)),
      ...item.images.slice(0, 1).map((url) => element('m:image', url)),
      ...item.enclosures.map(({ href, type, bytes }) => empty('m:enclosure', { url: href, type, length: bytes })),
      element('m:base', item.base),
      element('m:lang', item.lang),
    ].join('');
    return this.#isAtom ? `<entry>${fields}</entry>` : `<item>${fields}</item>`;
  }
}

/**
 * Writes a scanned feed as the clean XML that rss-parser reads without fault: known names, ISO dates, CDATA. Texts travel
 * beside it under numbers: rss-parser runs regular expressions of quadratic cost over every body that it knows by name.
 */
export function toCanonicalXml(feed: ScannedFeed): CanonicalFeed {
  const isAtom = feed.kind === 'atom';
  const writer = new Writer(isAtom);
  const head = writer.head(feed);
  const items = feed.items.map((item) => writer.item(item)).join('');
  const xml = isAtom ? `<feed version="1.0">${head}${items}</feed>` : feed.kind === 'rdf' ? `<rdf:RDF><channel>${head}</channel>${items}</rdf:RDF>` : `<rss version="2.0"><channel>${head}${items}</channel></rss>`;
  return { xml, texts: writer.texts };
}
