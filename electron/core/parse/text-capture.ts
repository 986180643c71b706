import type { XmlReferences } from './xml-text.ts';
import { escapeAttribute, escapeHtml } from './xml-text.ts';

const LONGEST_TEXT = 1_000_000;
const LONGEST_ATTRIBUTE = 8192;
/** Elements below this depth give their text only. */
const DEEPEST = 100;
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite', 'longdesc']);

/**
 * Collects what stands in one element. `decoded`: its text is, once unescaped, text or HTML (RSS, Atom's text and html).
 * `markup`: its children are the content (Atom's xhtml). Child elements are written out as HTML either way.
 */
export class TextCapture {
  readonly #mode: 'decoded' | 'markup';
  readonly #references: XmlReferences;
  #chunks: string[] = [];
  #length = 0;
  #depth = 0;
  #hasElements = false;

  constructor(mode: 'decoded' | 'markup', references: XmlReferences) {
    this.#mode = mode;
    this.#references = references;
  }

  get value(): string {
    return this.#chunks.join('');
  }

  get hasElements(): boolean {
    return this.#hasElements;
  }

  #add(text: string): void {
    if (this.#length >= LONGEST_TEXT) return;
    const kept = text.slice(0, LONGEST_TEXT - this.#length);
    this.#length += kept.length;
    this.#chunks.push(kept);
  }

  text(data: string, isCdata: boolean): void {
    if (this.#length >= LONGEST_TEXT) return;
    if (this.#mode === 'markup') this.#add(isCdata ? escapeHtml(data) : this.#references.expand(data));
    else this.#add(isCdata ? data : this.#references.decode(data));
  }

  /** `inner` is the base of an xml:base inside the captured element, against which its addresses are made absolute. */
  open(name: string, attributes: Readonly<Record<string, string>>, inner: string | null): void {
    this.#depth++;
    this.#hasElements = true;
    if (this.#depth > DEEPEST) return;
    let tag = `<${localName(name)}`;
    for (const written in attributes) {
      const value = attributes[written] ?? '';
      if (value.length > LONGEST_ATTRIBUTE || written.includes(':') || written === 'xmlns' || !/^[\w-]+$/.test(written)) continue;
      const decoded = this.#references.decode(value);
      const resolved = inner !== null && ADDRESSES.has(written.toLowerCase()) ? (URL.parse(decoded, inner)?.href ?? decoded) : decoded;
      tag += ` ${written.toLowerCase()}="${escapeAttribute(resolved)}"`;
    }
    this.#add(`${tag}>`);
  }

  close(name: string): void {
    this.#depth--;
    if (this.#depth >= DEEPEST) return;
    const local = localName(name);
    if (!VOID.has(local)) this.#add(`</${local}>`);
  }
}

/** An element's name without its prefix, as HTML writes it; nothing that could break out of a tag. */
function localName(name: string): string {
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  return /^[a-z][\w-]*$/.test(local) ? local : 'span';
}
