import { NAMED } from './named-references.ts';
import { INLINE } from './sanitized-text.ts';

type Attributes = Record<string, string>;

/** What a tag becomes: a tag of the allowed list with its attributes, or, as a span, nothing. */
export interface MadeTag {
  readonly tagName: string;
  readonly attribs: Readonly<Attributes>;
}

/** What becomes of the two elements that point somewhere. */
export interface TagMaker {
  link(attributes: Attributes): MadeTag;
  image(attributes: Attributes): MadeTag;
}

export interface PlainMarkup {
  readonly html: string;
  /** What the HTML says, not yet folded. */
  readonly text: string;
}

const P = ['p'];
/** Elements whose opening ends one of these, left open, as HTML has it; all others end none. */
export const ENDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(Object.entries({
  p: P, h1: P, h2: P, h3: P, h4: P, h5: P, h6: P, blockquote: P, div: P, dl: P, figcaption: P, figure: P, hr: P, ol: P, pre: P, table: P, ul: P,
  section: P, article: P, li: ['li'], dd: ['dd', 'dt'], dt: ['dd', 'dt'], tr: ['tr', 'th', 'td'], th: ['th'], td: ['thead', 'th', 'td'],
  tbody: ['thead', 'tbody'], tfoot: ['thead', 'tbody'],
}));
/** Elements that stay as they are and keep no attribute that is common. */
const KEPT = new Set([
  'p', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot',
  'tr', 'th', 'td', 'figure', 'figcaption', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'cite', 'q',
]);
const VOID = new Set(['br', 'hr']);
/** Elements that give way to what they hold. */
const DISSOLVED = new Set(['span', 'font', 'center', 'section', 'article']);
/** Attributes that some element may keep; where one stands on an element of KEPT, the whole sanitizer decides. */
const TELLING = new Set(['lang', 'colspan', 'rowspan', 'scope', 'start', 'reversed', 'value']);
/** Far below the depth at which the sanitizer begins to dissolve elements. */
const DEEPEST = 50;

const TAG = /<(\/?)([a-z][a-z0-9]{0,11})((?:\s+[a-z][a-z0-9-]{0,30}=(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-z][a-z0-9-]*)=(?:"([^"]*)"|'([^']*)')/g;
/** References as HTML has them. One that is known by no name here is the whole sanitizer's. */
const REFERENCE = /&(?:([A-Za-z]{2,6}\d{0,2})|#(\d{2,5})|#[xX]([0-9a-fA-F]{2,4}));/g;

/** A piece of text decoded, or null where it holds a reference that is none of the plain ones. */
function decoded(piece: string): string | null {
  if (!piece.includes('&')) return piece;
  let isPlain = true;
  let left = piece.length;
  const text = piece.replace(REFERENCE, (written, name: string | undefined, digits: string | undefined, hexadecimal: string | undefined) => {
    left -= written.length;
    if (name !== undefined) {
      const character = NAMED.get(name);
      isPlain &&= character !== undefined;
      return character ?? written;
    }
    const code = digits === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(digits);
    isPlain &&= (code >= 32 && code < 127) || (code >= 160 && code < 0xd800);
    return String.fromCharCode(code);
  });
  // A bare ampersand may begin a reference that needs no semicolon.
  return isPlain && (left === 0 || !piece.replace(REFERENCE, '').includes('&')) ? text : null;
}

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
}

function attributesOf(written: string): Attributes | null {
  const attributes: Attributes = {};
  for (const [, name = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = decoded(double ?? single ?? '');
    if (value === null) return null;
    attributes[name] ??= value;
  }
  return attributes;
}

function write({ tagName, attribs }: MadeTag, isVoid: boolean): string {
  let tag = `<${tagName}`;
  for (const name in attribs) tag += ` ${name}="${escaped(attribs[name] ?? '').replaceAll('"', '&quot;')}"`;
  return `${tag}${isVoid ? ' /' : ''}>`;
}

class PlainRun {
  readonly #source: string;
  readonly #maker: TagMaker;
  /** The elements that are open, and what each was written as: '' where it gave way. */
  readonly #open: string[] = [];
  readonly #written: string[] = [];
  #html = '';
  #text = '';
  #isParted = true;

  constructor(source: string, maker: TagMaker) {
    this.#source = source;
    this.#maker = maker;
  }

  run(): PlainMarkup | null {
    const source = this.#source;
    let at = 0;
    while (at < source.length) {
      const open = source.indexOf('<', at);
      if (!this.#piece(open === -1 ? source.slice(at) : source.slice(at, open))) return null;
      if (open === -1) break;
      TAG.lastIndex = open;
      const match = TAG.exec(source);
      if (!match || !this.#tag(match[1] === '/', match[2] ?? '', match[3] ?? '', match[4] === '/')) return null;
      at = TAG.lastIndex;
    }
    return this.#open.length === 0 ? { html: this.#html, text: this.#text } : null;
  }

  #piece(piece: string): boolean {
    if (piece === '') return true;
    const text = decoded(piece);
    if (text === null) return false;
    this.#text += text;
    this.#isParted = false;
    this.#html += text === piece && !piece.includes('>') ? piece : escaped(text);
    return true;
  }

  #tag(isEnd: boolean, name: string, attributes: string, isClosed: boolean): boolean {
    const top = this.#open.at(-1);
    if (isEnd) {
      if (attributes !== '' || isClosed || top !== name) return false;
      this.#open.pop();
      this.#put(this.#written.pop() ?? '', true);
      return true;
    }
    if (top !== undefined && ENDS.get(name)?.includes(top)) return false;
    if (VOID.has(name)) {
      this.#html += `<${name} />`;
      this.#part();
      return true;
    }
    if (name === 'img') return this.#image(attributes);
    if (isClosed || this.#open.length >= DEEPEST) return false;
    return name === 'a' ? this.#link(attributes) : this.#element(name, attributes);
  }

  /** Parts the words of one element from those of the next, once. */
  #part(): void {
    if (!this.#isParted) this.#text += ' ';
    this.#isParted = true;
  }

  #put(name: string, isEnd: boolean): void {
    if (name === '') return;
    this.#html += isEnd ? `</${name}>` : `<${name}>`;
    if (!INLINE.has(name)) this.#part();
  }

  #element(name: string, written: string): boolean {
    const kept = name === 'h1' ? 'h2' : KEPT.has(name) ? name : DISSOLVED.has(name) ? '' : null;
    if (kept === null) return false;
    if (kept !== '' && written !== '') {
      for (const [, attribute = ''] of written.matchAll(ATTRIBUTE)) if (TELLING.has(attribute)) return false;
    }
    this.#open.push(name);
    this.#written.push(kept);
    this.#put(kept, false);
    return true;
  }

  #link(written: string): boolean {
    const attributes = attributesOf(written);
    if (!attributes) return false;
    const made = this.#maker.link(attributes);
    const isLink = made.tagName === 'a';
    if (isLink) this.#html += write(made, false);
    this.#open.push('a');
    this.#written.push(isLink ? 'a' : '');
    return true;
  }

  #image(written: string): boolean {
    const attributes = attributesOf(written);
    if (!attributes) return false;
    const made = this.#maker.image(attributes);
    if (made.tagName !== 'img') return true;
    this.#html += write(made, true);
    this.#part();
    return true;
  }
}

/**
 * Sanitizes HTML as plain as most articles are, in one pass: well-formed, with common elements and references. What comes
 * out holds no tag but those written here and no bare angle or ampersand, and equals what the whole sanitizer makes of it.
 * Null for all other HTML, which is the whole sanitizer's; `maker` may have been asked about some of its tags by then.
 */
export function sanitizePlain(source: string, maker: TagMaker): PlainMarkup | null {
  return new PlainRun(source, maker).run();
}
