import { Document, Element, Text } from 'domhandler';
import type { ChildNode, ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { holdsValues } from './script-values.ts';
import { openScriptWrites } from './script-writes.ts';
import { webUrl } from './web-url.ts';
import { openXmlIslands } from './xml-islands.ts';

/** An HTML text as a tree, cut where it is too long, too deep or too full. */
export interface LoadedPage {
  readonly root: Document;
  /** Every element that can be seen or holds JSON, in the order of the document. */
  readonly elements: readonly Element[];
  /** The page's address, or its base element's. */
  readonly base: string;
  readonly url: string;
  readonly title: string | null;
  readonly lang: string | null;
}

const LONGEST = 5_000_000;
const DEEPEST = 500;
/** The parser looks through its stack at every end tag, so that depth costs time even where it is cut. */
const HOPELESS = 600;
const MOST_LINKS = 20_000;
const MOST_ELEMENTS = 200_000;
const LONGEST_TITLE = 300;
const UNSEEN = new Set(['style', 'svg', 'math', 'noscript', 'iframe', 'object', 'select', 'datalist', 'textarea', 'canvas', 'audio', 'video']);

function isUnseen(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'script') return !/^$|json|javascript|^module$/i.test(attributes['type'] ?? '');
  if (name === 'template') return attributes['shadowrootmode'] === undefined;
  return UNSEEN.has(name) || 'hidden' in attributes;
}

/** A tree that is written from its beginning to its end. */
class Tree {
  readonly root = new Document([]);
  readonly elements: Element[] = [];
  readonly #open: ParentNode[] = [this.root];

  #append(node: ChildNode): void {
    const parent = this.#open.at(-1) ?? this.root;
    const previous = parent.children.at(-1);
    parent.children.push(node);
    node.parent = parent;
    if (!previous) return;
    node.prev = previous;
    previous.next = node;
  }

  open(name: string, attributes: Record<string, string>): void {
    const element = new Element(name, attributes);
    this.#append(element);
    this.elements.push(element);
    this.#open.push(element);
  }

  close(): void {
    if (this.#open.length > 1) this.#open.pop();
  }

  /** Takes back the element that was opened last. */
  drop(): void {
    this.close();
    this.elements.pop();
    const parent = this.#open.at(-1) ?? this.root;
    parent.children.pop();
    const last = parent.children.at(-1);
    if (last) last.next = null;
  }

  text(data: string): void {
    const last = this.#open.at(-1)?.children.at(-1);
    if (last instanceof Text) last.data += data;
    else this.#append(new Text(data));
  }
}

/** Reads HTML into a tree. Never throws; what lies past a bound is left out, so that time and memory are bounded by the text's length. */
export function loadPage(html: string, url: string): LoadedPage {
  const tree = new Tree();
  const facts = { base: url, hasBase: false, title: '', titles: 0, lang: null as string | null };
  let inTitle = false;
  let links = 0;
  let depth = 0;
  /** The depth at which what cannot be seen began, or 0. */
  let unseen = 0;
  const isKept = () => unseen === 0 && depth <= DEEPEST;

  const readHead = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'base' && !facts.hasBase && attributes['href']) {
      facts.base = webUrl(attributes['href'], url)?.href ?? url;
      facts.hasBase = true;
    } else if (name === 'html') facts.lang ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
    else if (name === 'meta' && /^content-language$/i.test(attributes['http-equiv'] ?? '')) facts.lang ??= attributes['content'] ?? null;
    else if (name === 'title') inTitle = ++facts.titles === 1;
  };

  /** Of scripts that run, those stay that hold what a list may be read from. */
  const closeKept = (name: string): void => {
    const element = name === 'script' ? tree.elements.at(-1) : undefined;
    const text = element?.children.map((child) => (child instanceof Text ? child.data : '')).join('') ?? '';
    if (element && !/json/i.test(element.attribs['type'] ?? '') && !holdsValues(text)) tree.drop();
    else tree.close();
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++;
      if (depth > HOPELESS || tree.elements.length >= MOST_ELEMENTS || (name === 'a' && ++links > MOST_LINKS)) {
        parser.pause();
        return;
      }
      if (unseen === 0 && isUnseen(name, attributes)) unseen = depth;
      if (!isKept()) return;
      readHead(name, attributes);
      tree.open(name, attributes);
    },
    onclosetag: (name) => {
      if (isKept()) closeKept(name);
      if (depth === unseen) unseen = 0;
      depth--;
      if (name === 'title') inTitle = false;
    },
    ontext: (text) => {
      if (!isKept()) return;
      if (inTitle && facts.title.length < LONGEST_TITLE) facts.title += text;
      tree.text(text);
    },
  });
  parser.end(openScriptWrites(openXmlIslands(html.slice(0, LONGEST))));
  const title = facts.title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  return { root: tree.root, elements: tree.elements, base: facts.base, url, title: title === '' ? null : title, lang: facts.lang?.trim() || null };
}
