import { Document, Element, ProcessingInstruction } from 'domhandler';
import type { ChildNode, ParentNode } from 'domhandler';
import { render } from 'dom-serializer';
import { elementText } from '../parse/page/element-text.ts';
import { certainBody, commonBody, weightOf } from './family-rules.ts';
import { isArticleNode } from './json-ld.ts';
import type { LinkedNode } from './json-ld.ts';
import { readTree, setChildren, textLength } from './page-tree.ts';
import type { PageTree } from './page-tree.ts';
import { readableHtml } from './readable.ts';

/** The library drops what is shorter, and then tries again with less care; Chinese says the same in less. */
const THRESHOLD = { letters: 500, han: 180 };
const LONGEST = 100_000;
/** Of the library's text: an element that holds less of it than this was missed for a reason. */
const FULLER = 0.6;

function lengthOf(root: ParentNode): number {
  return weightOf(root.children.map((child) => elementText(child, LONGEST)).join(' '));
}

function holding(children: ParentNode['children']): Document {
  const root = new Document([]);
  setChildren(root, [...children]);
  return root;
}

/** The text that stands in linked data, of pages that are drawn by scripts. */
function linkedBody(linked: readonly LinkedNode[], base: string): Document | null {
  const said = linked.find((node) => isArticleNode(node) && typeof node['articleBody'] === 'string')?.['articleBody'];
  if (typeof said !== 'string' || weightOf(said) < 200) return null;
  if (/<p[\s>]/i.test(said)) return readTree(said, base).root;
  const escaped = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return readTree(escaped.split(/\n+/).map((paragraph) => `<p>${paragraph}</p>`).join(''), base).root;
}

/** The deepest element that holds most of the page's words outside links: for pages that give the library too little. */
function densest(tree: PageTree): Element | null {
  const total = textLength(tree.root);
  let best: Element | null = null;
  for (const element of tree.elements) {
    if (!/^(?:div|td|section|article|main|body|center)$/.test(element.name) || textLength(element) < total * 0.5) continue;
    best = element;
  }
  return best;
}

/**
 * The part of a page that holds its text: where its family of sites keeps it, else what the library finds, else the element of
 * a common name that holds more. Takes it out of the page's tree.
 */
export function chooseBody(tree: PageTree, { host, linked }: { readonly host: string; readonly linked: readonly LinkedNode[] }): Document | null {
  const certain = certainBody(tree, host);
  if (certain) return holding([certain]);
  const html = seenHtml(tree);
  const isHan = /[\u3041-\u9fff]/.test(elementText(tree.root, 3000).slice(0, 1500));
  const found = readableHtml(html, { base: tree.base, charThreshold: isHan ? THRESHOLD.han : THRESHOLD.letters });
  const readable = found === null ? null : readTree(found, tree.base).root;
  const common = commonBody(tree);
  const [byLibrary, byName] = [readable ? lengthOf(readable) : 0, common ? lengthOf(holdingCopy(common)) : 0];
  const said = linkedBody(linked, tree.base);
  if (said && lengthOf(said) > Math.max(byLibrary, byName) * 1.5) return said;
  if (common && byName > 0 && byLibrary < byName * FULLER) return holding([common]);
  if (readable && byLibrary > 0) return readable;
  const dense = densest(tree);
  return dense ? holding([dense]) : null;
}

const UNSEEN = /^(?:script|meta|link|title|head|base)$/;

/** What can be seen of a page, as a whole document: the library's DOM takes no other, and its head costs time only. */
function seenHtml(tree: PageTree): string {
  const title = tree.elements.find(({ name }) => name === 'title');
  const outermost = (nodes: readonly ChildNode[]): ChildNode[] => nodes.flatMap((node) => (node instanceof Element ? (/^(?:html|body)$/.test(node.name) ? outermost(node.children) : (UNSEEN.test(node.name) ? [] : [node])) : [node]));
  const inner = render(outermost(tree.root.children).filter((node) => !(node instanceof ProcessingInstruction)), { encodeEntities: 'utf8' });
  return `<!doctype html><html><head>${title ? render(title, { encodeEntities: 'utf8' }) : ''}</head><body>${inner}</body></html>`;
}

/** For measuring alone: the element keeps its place. */
function holdingCopy(element: Element): ParentNode {
  return element;
}
