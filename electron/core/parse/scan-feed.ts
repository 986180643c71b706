import { Parser } from 'htmlparser2';
import { FeedFields } from './feed-fields.ts';
import type { Field } from './field.ts';
import { toLink } from './field.ts';
import { emptyFeed, emptyItem, isEmptyItem } from './scanned-feed.ts';
import type { ScannedFeed, ScannedItem } from './scanned-feed.ts';
import { TextCapture } from './text-capture.ts';
import type { Namespaces } from './xml-names.ts';
import { canonicalName, declareNamespaces, meaningOf, withNamespace } from './xml-names.ts';
import { XmlReferences } from './xml-text.ts';

export const MOST_ITEMS = 5000;
/** Each end tag that ends nothing makes the tokenizer look through all that is open; no feed comes near this. */
const DEEPEST = 1500;
const LONGEST_ATTRIBUTE = 8192;

type Context = 'document' | 'feed' | 'item' | 'source' | 'media' | 'skip' | 'capture';

interface Frame {
  readonly name: string;
  readonly isPrefixed: boolean;
  context: Context;
  readonly namespaces: Namespaces | null;
  base: string | null;
  readonly lang: string | null;
  /** Set on the element that a field is captured from. */
  field: Field | null;
  /** Set on the element that is an item. */
  item: ScannedItem | null;
}

export type ScanResult = ScannedFeed | 'no-root' | 'too-complex';

const ROOTS: ReadonlyMap<string, ScannedFeed['kind']> = new Map([['rss', 'rss'], ['rdf:rdf', 'rdf'], ['rdf', 'rdf'], ['feed', 'atom'], ['atom:feed', 'atom'], ['channel', 'rss'], ['atom:entry', 'atom']]);

/** rdf:about, under whatever prefix. */
function aboutOf(attributes: Readonly<Record<string, string>>): string | null {
  return attributes['rdf:about'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':about'))?.[1] ?? null;
}

/** What a root that no known namespace claims is meant to be: its publisher made one up, or a module's the default one. */
const MEANT: ReadonlyMap<string, string> = new Map([['rss', 'rss'], ['feed', 'atom'], ['rdf', 'rdf']]);

function asMeant(written: string, name: string, namespaces: Namespaces | null): Pick<Frame, 'name' | 'namespaces'> {
  const colon = written.indexOf(':');
  const local = name.slice(name.indexOf(':') + 1);
  const prefix = local === 'rss' || name.startsWith('unknown:') ? MEANT.get(local) : undefined;
  if (prefix === undefined) return { name, namespaces };
  const inner = withNamespace(namespaces, colon === -1 ? '' : written.slice(0, colon).toLowerCase(), prefix);
  return { name: canonicalName(written, inner), namespaces: inner };
}

const RSS_FRAME = new Set(['channel', 'item', 'image', 'textinput']);

/** Whether an element stands in a made-up default namespace beside RSS that has a prefix: what it calls a title is none of RSS's. */
function isForeign(written: string, parent: Frame | undefined, namespaces: Namespaces | null): boolean {
  return parent !== undefined && parent.isPrefixed && meaningOf('', namespaces) === 'unknown' && RSS_FRAME.has(parent.name) && !written.includes(':');
}

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
    const namespaces = declareNamespaces(parent?.namespaces ?? null, raw);
    const name = isForeign(written, parent, namespaces) ? `unknown:${written.toLowerCase()}` : canonicalName(written, namespaces);
    if (this.#captureFrame?.field && this.#fields?.interrupts(name, this.#captureFrame.field)) this.#interrupt();
    const outer = this.#stack.at(-1);
    const ownBase = raw['xml:base'];
    const outerBase = outer?.base ?? null;
    const base = ownBase === undefined ? outerBase : (URL.parse(this.#references.decode(ownBase).trim(), outerBase ?? this.#url)?.href ?? outerBase);
    const frame: Frame = { name, isPrefixed: written.includes(':'), context: outer?.context ?? 'document', namespaces, base, lang: raw['xml:lang'] ?? outer?.lang ?? null, field: null, item: null };
    if (frame.context === 'document' && name.includes(':')) Object.assign(frame, asMeant(written, name, namespaces));
    this.#stack.push(frame);
    if (this.#capture) {
      this.#capture.open(written, raw, base === this.#captureFrame?.base ? null : base);
      return;
    }
    if (frame.context !== 'skip') this.#enter(frame, this.#attributes(raw));
  }

  #enter(frame: Frame, attributes: Readonly<Record<string, string>>): void {
    if (frame.context === 'document') {
      const kind = ROOTS.get(frame.name);
      if (!kind || this.#feed) return;
      this.#feed = emptyFeed(kind, frame.lang);
      this.#fields = new FeedFields(this.#feed);
      frame.context = 'feed';
      this.#channelLink(frame, attributes);
      // RFC 4287 section 2: an entry may be a document of its own.
      if (frame.name === 'atom:entry') this.#startItem(frame, attributes);
      return;
    }
    if (this.#fields?.isItem(frame.name, frame.context === 'feed' && this.#item === null)) {
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
    if (entered === 'skip' || entered === 'source' || entered === 'media') {
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
    if (frame.name !== 'channel' || !this.#feed) return;
    const base = attributes['base'];
    if (base !== undefined) frame.base = URL.parse(base, frame.base ?? this.#url)?.href ?? frame.base;
    const link = toLink({}, attributes['href'], frame);
    if (link) this.#feed.links.push(link);
    if (attributes['lastmod']) this.#feed.updated.push(attributes['lastmod']);
  }

  #startItem(frame: Frame, attributes: Readonly<Record<string, string>>): void {
    this.#endItem();
    if (!this.#feed) return;
    if (this.#feed.items.length >= MOST_ITEMS) {
      this.#parser.pause();
      return;
    }
    this.#item = emptyItem(frame.base, frame.lang);
    this.#item.about = this.#feed.kind === 'rdf' ? aboutOf(attributes) : null;
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
    if (item.created !== null) item.published.push(item.created);
    if (isEmptyItem(item)) this.#feed.lost++;
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
