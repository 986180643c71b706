import { Parser } from 'htmlparser2';
import { FeedFields } from './feed-fields.ts';
import type { Field } from './field.ts';
import { toLink } from './field.ts';
import { emptyFeed, emptyItem } from './scanned-feed.ts';
import type { ScannedFeed, ScannedItem } from './scanned-feed.ts';
import { TextCapture } from './text-capture.ts';
import type { Namespaces } from './xml-names.ts';
import { canonicalName, declareNamespaces, NO_NAMESPACES } from './xml-names.ts';
import { XmlReferences } from './xml-text.ts';

export const MOST_ITEMS = 5000;
/** The tokenizer's own stack costs the square of the depth; no feed comes near this. */
const DEEPEST = 5000;
const LONGEST_ATTRIBUTE = 8192;

type Context = 'document' | 'feed' | 'item' | 'source' | 'skip' | 'capture';

interface Frame {
  readonly name: string;
  context: Context;
  readonly namespaces: Namespaces;
  readonly base: string | null;
  readonly lang: string | null;
  /** Set on the element that a field is captured from. */
  field: Field | null;
  /** Set on the element that is an item. */
  item: ScannedItem | null;
}

export type ScanResult = ScannedFeed | 'no-root' | 'too-complex';

const ROOTS: Readonly<Record<string, ScannedFeed['kind']>> = { rss: 'rss', 'rdf:rdf': 'rdf', rdf: 'rdf', feed: 'atom', 'atom:feed': 'atom', channel: 'rss' };

/** What holds the items: a document that ends before it is closed has been cut off. */
const WHOLE = new Set(['channel', 'feed', 'atom:feed', 'rdf:rdf', 'rdf']);

/**
 * Reads RSS or Atom from text that need not be XML: whatever stands before the root, wrong case, odd prefixes, unclosed
 * and crossed elements, undefined entities, a missing end. Takes time linear in the text and is bounded in depth and items.
 */
class FeedScan {
  readonly #references = new XmlReferences();
  readonly #parser: Parser;
  #stack: Frame[] = [];
  #feed: ScannedFeed | null = null;
  #fields: FeedFields | null = null;
  #item: ScannedItem | null = null;
  #capture: TextCapture | null = null;
  #captureFrame: Frame | null = null;
  #isCdata = false;
  #hasChannel = false;
  #atEnd = false;
  #tooDeep = false;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name) => this.#close(name),
        ontext: (data) => this.#capture?.text(data, this.#isCdata),
        oncdatastart: () => (this.#isCdata = true),
        oncdataend: () => (this.#isCdata = false),
        onprocessinginstruction: (name, data) => {
          if (name.startsWith('!')) this.#references.declare(data);
        },
      },
      { xmlMode: true, decodeEntities: false },
    );
  }

  read(text: string): ScanResult {
    this.#parser.write(text);
    // Many a writer forgets the last tag of all; what comes before it has been seen to end.
    const isCut = this.#stack.some(({ name, item }) => item !== null || WHOLE.has(name) || (name === 'rss' && !this.#hasChannel));
    this.#atEnd = true;
    this.#parser.end();
    if (this.#tooDeep) return 'too-complex';
    this.#endItem();
    if (this.#feed) this.#feed.cut = isCut && this.#feed.items.length < MOST_ITEMS;
    return this.#feed ?? 'no-root';
  }

  #attributes(raw: Readonly<Record<string, string>>): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const name in raw) {
      const value = raw[name] ?? '';
      if (value.length <= LONGEST_ATTRIBUTE) attributes[name.toLowerCase()] ??= this.#references.decode(value);
    }
    return attributes;
  }

  #open(written: string, raw: Readonly<Record<string, string>>): void {
    const parent = this.#stack.at(-1);
    if (this.#stack.length >= DEEPEST) {
      this.#tooDeep = true;
      this.#parser.pause();
      return;
    }
    const namespaces = declareNamespaces(parent?.namespaces ?? NO_NAMESPACES, raw);
    const name = canonicalName(written, namespaces);
    if (this.#captureFrame?.field && this.#fields?.interrupts(name, this.#captureFrame.field)) this.#interrupt();
    const outer = this.#stack.at(-1);
    const ownBase = raw['xml:base'];
    const outerBase = outer?.base ?? null;
    const base = ownBase === undefined ? outerBase : (URL.parse(this.#references.decode(ownBase).trim(), outerBase ?? this.#url)?.href ?? outerBase);
    const frame: Frame = { name, context: outer?.context ?? 'document', namespaces, base, lang: raw['xml:lang'] ?? outer?.lang ?? null, field: null, item: null };
    this.#stack.push(frame);
    if (this.#capture) {
      this.#capture.open(written, raw, base === this.#captureFrame?.base ? null : base);
      return;
    }
    if (frame.context !== 'skip') this.#enter(frame, this.#attributes(raw));
  }

  #enter(frame: Frame, attributes: Readonly<Record<string, string>>): void {
    if (frame.context === 'document') {
      const kind = ROOTS[frame.name];
      if (!kind || this.#feed) return;
      this.#feed = emptyFeed(kind, frame.lang);
      this.#fields = new FeedFields(this.#feed);
      frame.context = 'feed';
      this.#channelLink(frame, attributes);
      return;
    }
    if (this.#fields?.isItem(frame.name)) {
      this.#startItem(frame, attributes);
      return;
    }
    if (frame.context === 'feed' && frame.name === 'channel') {
      this.#hasChannel = true;
      if (this.#feed) this.#feed.lang = frame.lang ?? this.#feed.lang;
      return;
    }
    const entered = this.#fields?.enter(frame.name, attributes, frame, this.#item) ?? 'skip';
    if (entered === 'inside') return;
    if (entered === 'skip' || entered === 'source') {
      frame.context = entered;
      return;
    }
    frame.field = entered;
    frame.context = 'capture';
    this.#capture = new TextCapture(entered.mode, this.#references);
    this.#captureFrame = frame;
  }

  /** The Channel Definition Format, RSS's ancestor, writes addresses as attributes. */
  #channelLink(frame: Frame, attributes: Readonly<Record<string, string>>): void {
    const link = frame.name === 'channel' ? toLink({}, attributes['href'], frame) : null;
    if (link) this.#feed?.links.push(link);
  }

  #startItem(frame: Frame, attributes: Readonly<Record<string, string>>): void {
    this.#endItem();
    if (!this.#feed) return;
    if (this.#feed.items.length >= MOST_ITEMS) {
      this.#parser.pause();
      return;
    }
    this.#item = emptyItem(frame.base, frame.lang);
    this.#item.about = attributes['rdf:about'] ?? null;
    const link = toLink({}, attributes['href'], frame);
    if (link) this.#item.links.push(link);
    if (attributes['lastmod']) this.#item.updated.push(attributes['lastmod']);
    frame.item = this.#item;
    frame.context = 'item';
  }

  #endItem(): void {
    const item = this.#item;
    this.#item = null;
    if (!item || !this.#feed) return;
    const isEmpty = !item.title && !item.guid && !item.content && !item.summary && item.links.length === 0 && item.enclosures.length === 0;
    if (isEmpty) this.#feed.lost++;
    else this.#feed.items.push(item);
  }

  #endField(): void {
    const frame = this.#captureFrame;
    if (frame?.field && this.#capture) frame.field.end(this.#capture);
    this.#capture = null;
    this.#captureFrame = null;
  }

  /** A field that was never closed ends where the next one begins; what follows belongs to its item. */
  #interrupt(): void {
    const at = this.#captureFrame ? this.#stack.indexOf(this.#captureFrame) : -1;
    this.#endField();
    const context = this.#stack[at - 1]?.context ?? 'feed';
    for (const frame of this.#stack.slice(at)) {
      frame.context = context;
      frame.field = null;
    }
  }

  #close(written: string): void {
    if (this.#tooDeep) return;
    const frame = this.#stack.pop();
    if (!frame) return;
    if (frame === this.#captureFrame) {
      this.#endField();
      return;
    }
    if (this.#capture) {
      this.#capture.close(written);
      return;
    }
    if (frame.item && frame.item === this.#item) {
      // Cut off in the middle: kept only if enough is there to know it again.
      const isCut = this.#atEnd && frame.item.links.length === 0 && frame.item.guid === null && frame.item.title === null;
      if (isCut && this.#feed) {
        this.#feed.lost++;
        this.#item = null;
      }
      this.#endItem();
    }
  }
}

/** See FeedScan. */
export function scanFeed(text: string, url: string): ScanResult {
  return new FeedScan(url).read(text);
}
