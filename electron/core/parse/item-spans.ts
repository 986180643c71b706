import { isOverrun } from './unclosed-cdata.ts';

/** Where the items of a document stand in its bytes, and what surrounds them all. */
export interface ItemSpans {
  readonly spans: readonly ItemSpan[];
  /** The start tags that are open around every item: they hold its namespaces, its base and its language. */
  readonly frame: string;
}

export interface ItemSpan {
  readonly start: number;
  /** Behind the last byte. */
  readonly end: number;
}

const MOST_SPANS = 5000;
const DEEPEST = 60;
/** Long enough for any tag of a feed; a longer one is left to the whole parser. */
const NAME = String.raw`[A-Za-z_][\w.:-]{0,60}`;
/** Of one element. Without an end, a few million of them are more than a regular expression can take back. */
const MOST_ATTRIBUTES = 100;
const TAG = new RegExp(String.raw`<(/?)(${NAME})((?:[ \t\r\n]+${NAME}[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*')){0,${MOST_ATTRIBUTES}})[ \t\r\n]*(/?)>`, 'y');
/** A declaration or instruction of a prolog that declares no entities of its own. */
const PROLOG = /<(?:\?[^<>]*\?|!DOCTYPE[^<>[]*)>/iy;
const OUTER = /^(?:[\w.-]+:)?(?:rss|rdf|feed|channel)$/i;
const ITEM = /^(?:[\w.-]+:)?(?:item|entry)$/i;

const LESS = 0x3c;
const GREATER = 0x3e;
const EXCLAMATION = 0x21;
const SLASH = 0x2f;
/** Nearly all that a document writes between two items is this near; to ask the platform takes longer than to look. */
const NEAR = 64;

/** Where a byte stands from `at` on, or -1. */
function find(bytes: Buffer, byte: number, at: number): number {
  const near = Math.min(bytes.length, at + NEAR);
  for (let place = at; place < near; place++) if (bytes[place] === byte) return place;
  return bytes.indexOf(byte, near);
}

/** Behind a comment or CDATA section that begins at `at`, `at` where none begins there, or null where it is written oddly. */
function behindSection(bytes: Buffer, at: number): number | null {
  if (bytes[at + 1] !== EXCLAMATION) return at;
  const head = bytes.toString('latin1', at, at + 9);
  if (head === '<![CDATA[') {
    const end = bytes.indexOf(']]>', at + 9, 'latin1');
    return end === -1 || isOverrun(bytes, at, end) ? null : end + 3;
  }
  if (!head.startsWith('<!--')) return at;
  // XML 1.0 section 2.5: no `--` inside. Parsers differ in where a comment that has one ends.
  const dashes = bytes.indexOf('--', at + 4, 'latin1');
  return dashes === -1 || bytes[dashes + 2] !== GREATER || bytes[at + 4] === GREATER || head.startsWith('->', 4) ? null : dashes + 3;
}

class SpanScan {
  readonly #bytes: Buffer;
  readonly #open: string[] = [];
  readonly #outer: string[] = [];
  readonly #spans: ItemSpan[] = [];
  #frame: string | null = null;
  #start = -1;
  #itemDepth = 0;
  #isOver = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(): ItemSpans | null {
    const bytes = this.#bytes;
    let at = bytes.indexOf(LESS);
    if (!/^(?:\xef\xbb\xbf)?[ \t\r\n]*$/.test(bytes.toString('latin1', 0, Math.max(0, at)))) return null;
    while (at !== -1) {
      const behind = behindSection(bytes, at);
      if (behind === null) return null;
      at = behind > at ? behind : this.#tag(at);
      if (at === -1) return null;
      at = find(bytes, LESS, at);
    }
    return this.#isOver && this.#frame !== null ? { spans: this.#spans, frame: this.#frame } : null;
  }

  /** Behind the tag at `at`, or -1 where it is none or stands where it should not. */
  #tag(at: number): number {
    const behind = this.#plainEnd(at);
    if (behind !== -1) return this.#close(this.#open.at(-1) ?? '', behind) ? behind : -1;
    const match = this.#match(TAG, at);
    if (!match) return this.#prolog(at);
    const end = at + match[0].length;
    const name = match[2] ?? '';
    if (match[1] === '/') return match[3] === '' && match[4] === '' && this.#close(name, end) ? end : -1;
    if (this.#isOver || !this.#enter(name, match[0], at)) return -1;
    return match[4] === '/' ? (this.#close(name, end) ? end : -1) : end;
  }

  /** Behind the end tag at `at` that ends what is open, written as most are; else -1. */
  #plainEnd(at: number): number {
    const bytes = this.#bytes;
    const name = this.#open.at(-1);
    if (bytes[at + 1] !== SLASH || name === undefined || bytes[at + 2 + name.length] !== GREATER) return -1;
    for (let letter = 0; letter < name.length; letter++) if (bytes[at + 2 + letter] !== name.charCodeAt(letter)) return -1;
    return at + name.length + 3;
  }

  /** What stands at `at` up to the first angle that closes; where an attribute holds that one, up to the next tag. */
  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    const angle = find(this.#bytes, GREATER, at);
    if (angle === -1) return null;
    pattern.lastIndex = 0;
    const match = pattern.exec(this.#bytes.toString('latin1', at, angle + 1));
    if (match) return match;
    const next = find(this.#bytes, LESS, at + 1);
    pattern.lastIndex = 0;
    return pattern.exec(this.#bytes.toString('latin1', at, next === -1 ? this.#bytes.length : next));
  }

  #prolog(at: number): number {
    const match = this.#open.length === 0 && !this.#isOver ? this.#match(PROLOG, at) : null;
    return match ? at + match[0].length : -1;
  }

  #enter(name: string, tag: string, at: number): boolean {
    const depth = this.#open.length;
    if (depth >= DEEPEST) return false;
    this.#open.push(name);
    if (depth === this.#outer.length && OUTER.test(name)) {
      this.#outer.push(tag);
      return this.#outer.length <= 2;
    }
    if (depth === 0) return false;
    if (!ITEM.test(name)) return true;
    if (this.#start !== -1 || depth !== this.#outer.length) return false;
    const frame = this.#outer.join('');
    this.#frame ??= frame;
    this.#start = at;
    this.#itemDepth = depth;
    return this.#frame === frame;
  }

  #close(name: string, end: number): boolean {
    if (this.#open.pop() !== name) return false;
    const depth = this.#open.length;
    if (this.#start !== -1 && depth === this.#itemDepth) {
      this.#spans.push({ start: this.#start, end });
      this.#start = -1;
    } else if (depth < this.#outer.length) this.#outer.pop();
    this.#isOver = depth === 0;
    return this.#spans.length <= MOST_SPANS;
  }
}

/**
 * Finds the items of an RSS or Atom document in UTF-8 without reading them, or making a text of it. Null for whatever is not plainly well-formed: entities of its own, crossed, unclosed
 * or nested items, stray text before the root. The parser reads such documents whole, and so must whoever asks.
 */
export function findItemSpans(bytes: Buffer): ItemSpans | null {
  return new SpanScan(bytes).read();
}

/** The document without some of its items. */
export function withoutSpans(bytes: Uint8Array, spans: readonly ItemSpan[]): Buffer {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(bytes.subarray(at, start));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
