import type { ScannedFeed, ScannedItem, ScannedLink, ScannedText } from './scanned-feed.ts';
import type { TextCapture } from './text-capture.ts';

/** A field that is being captured, and what becomes of its text. */
export interface Field {
  readonly isBody: boolean;
  readonly mode: 'decoded' | 'markup';
  end(capture: TextCapture): void;
}

type Attributes = Readonly<Record<string, string>>;
interface Place {
  readonly context: string;
  readonly base: string | null;
}

const MOST_VALUES = 64;
const LONGEST_NAME = 10_000;

/** Elements that stand only in a feed, never in the text of an article: where one opens, an unclosed field has ended. */
const ENDS_BODY = {
  rss: new Set(['item', 'guid', 'pubdate', 'enclosure', 'comments', 'content:encoded', 'dc:date', 'dc:creator']),
  atom: new Set(['entry', 'published', 'updated', 'id']),
};
const ENDS_NAME = {
  rss: new Set([...ENDS_BODY.rss, 'title', 'link', 'description', 'author', 'category', 'source', 'atom:link', 'channel']),
  atom: new Set([...ENDS_BODY.atom, 'title', 'link', 'summary', 'content', 'author', 'category', 'rights']),
};

function push<T>(list: T[], value: T): void {
  if (list.length < MOST_VALUES) list.push(value);
}

function longer(known: ScannedText | null, text: ScannedText): ScannedText | null {
  if (text.value.trim() === '') return known;
  return known && known.value.length >= text.value.length ? known : text;
}

function looksLikeHtml(text: string): boolean {
  return /<(?:\/(?:p|a|b|i|div|span|em|strong|ul|li|table|h[1-6])>|br\s?\/?>|p>|img\s)/i.test(text);
}

function toLink(attributes: Attributes, address: string | undefined): ScannedLink | null {
  const href = address?.trim();
  if (!href) return null;
  const bytes = Number(attributes['length'] ?? attributes['filesize'] ?? Number.NaN);
  return {
    rel: (attributes['rel'] ?? 'alternate').trim().toLowerCase().replace('http://www.iana.org/assignments/relation/', ''),
    href,
    type: attributes['type']?.trim().toLowerCase() || null,
    bytes: Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null,
  };
}

/** Knows what each element of RSS 0.9x to 2.0, RSS 1.0 and Atom 0.3 and 1.0 means, and of the modules beside them. */
export class FeedFields {
  readonly #feed: ScannedFeed;
  readonly #dialect: 'rss' | 'atom';

  constructor(feed: ScannedFeed) {
    this.#feed = feed;
    this.#dialect = feed.kind === 'atom' ? 'atom' : 'rss';
  }

  #local(name: string): string {
    return this.#dialect === 'atom' && name.startsWith('atom:') ? name.slice(5) : name;
  }

  isItem(name: string): boolean {
    return this.#local(name) === (this.#dialect === 'atom' ? 'entry' : 'item');
  }

  interrupts(name: string, field: Field): boolean {
    if (field.mode === 'markup') return false;
    return (field.isBody ? ENDS_BODY : ENDS_NAME)[this.#dialect].has(this.#local(name));
  }

  mediaContent(item: ScannedItem, attributes: Attributes): void {
    const link = toLink({ ...attributes, rel: 'enclosure' }, attributes['url']);
    if (!link) return;
    const isImage = attributes['medium'] === 'image' || link.type?.startsWith('image/') === true;
    if (isImage) push(item.images, link.href);
    else push(item.enclosures, link);
  }

  /** Begins the field that an element is: 'skip' where it means nothing to us, 'author' where its children name a person. */
  enter(written: string, attributes: Attributes, place: Place, item: ScannedItem | null): Field | 'skip' | 'author' {
    const name = this.#local(written);
    if (place.context === 'author') return name === 'name' ? this.#name((value) => push((item ?? { authors: [] }).authors, value)) : 'skip';
    if (!item || place.context === 'feed') return this.#enterFeed(name, attributes, place);
    return this.#enterItem(name, attributes, place, item);
  }

  #enterFeed(name: string, attributes: Attributes, place: Place): Field | 'skip' | 'author' {
    const feed = this.#feed;
    switch (name) {
      case 'title':
        return this.#text(attributes, place, false, (text) => (feed.title ??= text));
      case 'link':
      case 'atom:link':
        return this.#link(attributes, (link) => push(feed.links, link));
      case 'language':
      case 'dc:language':
        return this.#name((value) => (feed.lang = value));
      case 'lastbuilddate':
      case 'updated':
      case 'modified':
      case 'atom:updated':
        return this.#name((value) => feed.updated.unshift(value));
      case 'pubdate':
      case 'dc:date':
        return this.#name((value) => feed.updated.push(value));
      default:
        return 'skip';
    }
  }

  #enterItem(name: string, attributes: Attributes, place: Place, item: ScannedItem): Field | 'skip' | 'author' {
    switch (name) {
      case 'title':
        return this.#text(attributes, place, false, (text) => (item.title = item.title && item.title.value.trim() !== '' ? item.title : text));
      case 'dc:title':
        return this.#text(attributes, place, false, (text) => (item.title ??= text));
      case 'link':
      case 'atom:link':
        return this.#link(attributes, (link) => (link.rel === 'enclosure' ? push(item.enclosures, link) : push(item.links, link)));
      case 'feedburner:origlink':
        return this.#name((href) => item.links.unshift({ rel: 'alternate', href, type: 'text/html', bytes: null }));
      case 'guid':
      case 'id':
      case 'atom:id':
        item.isPermaLink = attributes['ispermalink']?.toLowerCase() !== 'false' && name === 'guid';
        return this.#name((value) => (item.guid ??= value));
      case 'pubdate':
      case 'published':
        return this.#name((value) => item.published.unshift(value));
      case 'dc:date':
      case 'issued':
      case 'created':
      case 'dcterms:issued':
      case 'dcterms:created':
      case 'atom:published':
        return this.#name((value) => item.published.push(value));
      case 'updated':
      case 'modified':
      case 'atom:updated':
      case 'dcterms:modified':
        return this.#name((value) => item.updated.push(value));
      case 'content':
        if (attributes['src']) push(item.links, { rel: 'alternate', href: attributes['src'], type: attributes['type'] ?? null, bytes: null });
        return this.#text(attributes, place, true, (text) => (item.content = longer(item.content, text)));
      case 'content:encoded':
      case 'atom:content':
      case 'fullitem':
        return this.#text(attributes, place, true, (text) => (item.content = longer(item.content, text)));
      case 'xhtml:body':
      case 'xhtml:div':
        return this.#text({ type: 'xhtml' }, place, true, (text) => (item.content = longer(item.content, text)));
      case 'description':
      case 'summary':
      case 'abstract':
      case 'dc:description':
      case 'atom:summary':
        return this.#text(attributes, place, true, (text) => (item.summary = longer(item.summary, text)));
      case 'itunes:summary':
      case 'media:description':
        return this.#text(attributes, place, true, (text) => (item.summary ??= longer(null, text)));
      case 'author':
      case 'atom:author':
        return this.#dialect === 'atom' || name === 'atom:author' ? 'author' : this.#name((value) => push(item.authors, value));
      case 'dc:creator':
      case 'itunes:author':
        return this.#name((value) => push(item.authors, value));
      case 'category':
      case 'atom:category':
        if (attributes['label'] ?? attributes['term']) push(item.tags, attributes['label'] ?? attributes['term'] ?? '');
        return this.#name((value) => push(item.tags, value));
      case 'dc:subject':
        return this.#name((value) => push(item.tags, value));
      case 'itunes:keywords':
      case 'media:keywords':
        return this.#name((value) => value.split(',', MOST_VALUES).forEach((tag) => push(item.tags, tag)));
      case 'enclosure': {
        const link = toLink({ ...attributes, rel: 'enclosure' }, attributes['url'] ?? attributes['href']);
        if (link) push(item.enclosures, link);
        return this.#attributesOnly();
      }
      case 'media:thumbnail':
      case 'itunes:image': {
        const address = attributes['url'] ?? attributes['href'];
        if (address) push(item.images, address);
        return this.#attributesOnly();
      }
      case 'dc:language':
        return this.#name((value) => (item.lang = value));
      default:
        return 'skip';
    }
  }

  /** A short value without markup. */
  #name(take: (value: string) => void): Field {
    return {
      isBody: false,
      mode: 'decoded',
      end: (capture) => {
        const value = capture.value.trim().slice(0, LONGEST_NAME);
        if (value !== '') take(value);
      },
    };
  }

  /** An element whose attributes say everything. Capturing its text all the same lets the next field end it where it was never closed. */
  #attributesOnly(): Field {
    return { isBody: false, mode: 'decoded', end: () => undefined };
  }

  /** Atom writes the address as an attribute, RSS as the text. */
  #link(attributes: Attributes, take: (link: ScannedLink) => void): Field {
    const written = toLink(attributes, attributes['href']);
    if (written) {
      take(written);
      return this.#attributesOnly();
    }
    return this.#name((value) => {
      const link = toLink(attributes, value);
      if (link) take(link);
    });
  }

  /** A text construct: RSS means HTML by it, Atom says by its type (and Atom 0.3 by its mode) what it means. */
  #text(attributes: Attributes, place: Place, isBody: boolean, take: (text: ScannedText) => void): Field {
    const type = (attributes['type'] ?? '').trim().toLowerCase();
    const isXml = type === 'xhtml' || /[/+]xml$/.test(type) || attributes['mode'] === 'xml';
    const isBase64 = attributes['mode'] === 'base64';
    const isPlain = this.#dialect === 'atom' && (type === '' || type === 'text' || type === 'text/plain');
    return {
      isBody,
      mode: isXml && attributes['mode'] !== 'escaped' ? 'markup' : 'decoded',
      end: (capture) => {
        const value = isBase64 ? Buffer.from(capture.value, 'base64').toString('utf8') : capture.value;
        const isHtml = !isPlain || capture.hasElements || (isBody && looksLikeHtml(value));
        take({ value, isHtml, base: place.base });
      },
    };
  }
}
