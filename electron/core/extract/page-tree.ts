import { DomHandler, Element, Text } from 'domhandler';
import type { AnyNode, ChildNode, Document, ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { webUrl } from '../parse/page/web-url.ts';

/** An article's page as a tree that is safe to work on: no scripts, bounded in depth and size. */
export interface PageTree {
  readonly root: Document;
  /** In the order of the document, as it was read. */
  readonly elements: readonly Element[];
  /** The page's address, or its base element's. */
  readonly base: string;
  /** Characters in scripts that are no data. */
  readonly scripted: number;
  readonly hasPassword: boolean;
}

const LONGEST = 8_000_000;
/** The DOM's cost grows with the square of the depth: 1,000 nested elements take it 7 s. Of what lies deeper, the words are kept. */
const DEEPEST = 100;
/** The parser looks through its own stack at every end tag. */
const HOPELESS = 1500;
const MOST_ELEMENTS = 20_000;
/** No article has so many: of further links, the words are kept. */
const MOST_LINKS = 5000;
/** Of words that can be seen: what is longer is no article. */
const MOST_TEXT = 400_000;
/** Of a page's data for machines. */
const MOST_DATA = 1_000_000;
const MOST_ATTRIBUTES = 500;
const LONGEST_VALUE = 8000;
const CHUNK = 65_536;
const UNREAD = new Set(['style', 'svg', 'math', 'template', 'object', 'embed', 'applet', 'canvas', 'audio', 'video', 'iframe', 'frame', 'frameset', 'noframes', 'noembed', 'xmp', 'plaintext', 'textarea', 'select', 'datalist', 'dialog']);

class TreeHandler extends DomHandler {
  /** The element that is open. */
  current(): ParentNode {
    return this.tagStack.at(-1) ?? this.root;
  }
}

/** Reads HTML into a tree. Never throws; what lies past a bound is left out, so that time and memory are bounded. */
export function readTree(html: string, url: string): PageTree {
  const handler = new TreeHandler();
  const elements: Element[] = [];
  const open: boolean[] = [];
  let kept = 0;
  let unread = 0;
  let scripted = 0;
  let script: 'code' | 'data' | null = null;
  let hasPassword = false;
  let base: string | null = null;

  let texts = 0;
  let links = 0;
  let data = 0;
  let named = 0;
  const state = { isOver: false };
  const stop = (): void => {
    state.isOver = true;
    parser.pause();
  };

  const parser = new Parser({
    onattribute: () => {
      if (++named > MOST_ATTRIBUTES) stop();
    },
    onopentag: (name, attributes) => {
      named = 0;
      if (state.isOver || open.length >= HOPELESS || elements.length >= MOST_ELEMENTS) {
        stop();
        return;
      }
      if (name === 'script') script = /json/i.test(attributes['type'] ?? '') ? 'data' : 'code';
      if (name === 'input' && attributes['type']?.toLowerCase() === 'password') hasPassword = true;
      if (name === 'base' && base === null && attributes['href']) base = webUrl(attributes['href'], url)?.href ?? null;
      const isUnread = unread > 0 || script === 'code' || UNREAD.has(name) || name === 'base';
      if (isUnread) unread++;
      const isKept = !isUnread && kept < DEEPEST && (name !== 'a' || ++links <= MOST_LINKS);
      open.push(isKept);
      if (!isKept) return;
      kept++;
      // What is longer is a picture written into its own address.
      for (const key in attributes) if ((attributes[key]?.length ?? 0) > LONGEST_VALUE) delete attributes[key];
      handler.onopentag(name, attributes);
      const made = handler.current();
      if (made instanceof Element) elements.push(made);
    },
    onclosetag: (name) => {
      const isKept = open.pop();
      if (name === 'script') script = null;
      if (isKept === true) {
        kept--;
        handler.onclosetag();
      } else if (unread > 0) unread--;
    },
    ontext: (text) => {
      if (state.isOver) return;
      if (script === 'code') scripted += text.length;
      if (unread > 0) return;
      if (script === 'data') data += text.length;
      else texts += text.length;
      if (texts > MOST_TEXT) stop();
      else if (script !== 'data' || data <= MOST_DATA) handler.ontext(text);
    },
  });
  handler.onparserinit(parser);
  const end = Math.min(html.length, LONGEST);
  for (let at = 0; at < end && !state.isOver; at += CHUNK) parser.write(html.slice(at, Math.min(end, at + CHUNK)));
  if (!state.isOver) parser.end();
  handler.onend();
  return { root: handler.root, elements, base: base ?? url, scripted, hasPassword };
}

/** Takes out of a tree every node that is refused. Linear in the tree. */
export function prune(parent: ParentNode, isRefused: (node: ChildNode) => boolean): void {
  const left = parent.children.filter((child) => !isRefused(child));
  if (left.length !== parent.children.length) setChildren(parent, left);
  for (const child of left) if (child instanceof Element) prune(child, isRefused);
}

/** Gives an element the children named, in their order. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.children = children;
  for (const [at, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[at - 1] ?? null;
    child.next = children[at + 1] ?? null;
  }
}

/** Every element below a node, in the order of the document. */
export function elementsBelow(node: ParentNode): Element[] {
  const found: Element[] = [];
  const visit = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (!(child instanceof Element)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** How many characters of text stand below a node, spaces folded. */
export function textLength(node: AnyNode): number {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ').trim().length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}

/** Whether a node is within another, or is it. */
export function isWithin(node: AnyNode, ancestor: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at === ancestor) return true;
  return false;
}
