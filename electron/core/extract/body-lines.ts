import { Element, Text } from 'domhandler';
import type { ChildNode, ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { elementText, foldText } from '../parse/page/element-text.ts';
import { elementsBelow, setChildren } from './page-tree.ts';

/** One line of a text as a reader sees it: a paragraph, a heading, an item of a list, a figure, a table. */
export interface BodyLine {
  readonly element: Element;
  readonly kind: 'text' | 'heading' | 'item' | 'table' | 'figure';
  /** Folded. */
  readonly text: string;
  /** What part of the text is links, from 0 to 1. */
  readonly linked: number;
}

const BLOCKS = new Set([
  'p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'figure', 'figcaption',
  'blockquote', 'pre', 'form', 'fieldset', 'center', 'address', 'hr', 'details', 'summary', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'body', 'html',
]);
const HEADING = /^h[1-6]$/;
const LONGEST = 4000;

function isBlock(node: ChildNode): node is Element {
  return node instanceof Element && BLOCKS.has(node.name);
}

function hasBlock(element: Element): boolean {
  return element.children.some((child) => isBlock(child) || (child instanceof Element && hasBlock(child)));
}

function isBreak(node: ChildNode | undefined): boolean {
  return node instanceof Element && node.name === 'br';
}

function isBlank(node: ChildNode): boolean {
  return node instanceof Text ? node.data.trim() === '' : isBreak(node) || !(node instanceof Element);
}

/** Puts the loose words of an element, which stand between its blocks or its line breaks, into paragraphs. */
function wrapLoose(parent: ParentNode): void {
  const children: ChildNode[] = [];
  let run: ChildNode[] = [];
  const end = (): void => {
    if (run.some((node) => !isBlank(node))) {
      const paragraph = new Element('p', {});
      setChildren(paragraph, run);
      children.push(paragraph);
    }
    run = [];
  };
  for (const child of parent.children) {
    // An inline element around blocks, as old systems write, is a block to its reader.
    const inner = child instanceof Element && !BLOCKS.has(child.name) && hasBlock(child);
    if (isBlock(child) || inner || isBreak(child)) {
      end();
      if (!isBreak(child)) children.push(child);
    } else run.push(child);
  }
  end();
  setChildren(parent, children);
}

function isDataTable(table: Element): boolean {
  const below = elementsBelow(table);
  const rows = below.filter(({ name }) => name === 'tr');
  const cells = below.filter(({ name }) => name === 'td' || name === 'th');
  if (below.some(({ name }) => name === 'table') || rows.length < 2 || cells.length < 4) return false;
  return cells.every((cell) => elementText(cell, 601).length <= 600);
}

function lineOf(element: Element, kind: BodyLine['kind']): BodyLine {
  const text = elementText(element, LONGEST);
  const links = elementsBelow(element).filter(({ name }) => name === 'a');
  const linked = element.name === 'a' ? text.length : links.reduce((sum, link) => sum + elementText(link, LONGEST).length, 0);
  return { element, kind, text, linked: text === '' ? 0 : Math.min(1, linked / text.length) };
}

/** The lines of a text in their order. Words that stand in no paragraph get one. */
export function bodyLines(root: ParentNode): BodyLine[] {
  const lines: BodyLine[] = [];
  const visit = (parent: ParentNode): void => {
    const isLoose = parent.children.some((child) => isBlock(child) || (child instanceof Element && hasBlock(child))) || (!(parent instanceof Element && parent.name === 'p') && parent.children.some(isBreak));
    if (isLoose || !(parent instanceof Element)) wrapLoose(parent);
    for (const child of parent.children) {
      if (!(child instanceof Element) || child.name === 'hr') continue;
      if (HEADING.test(child.name)) lines.push(lineOf(child, 'heading'));
      else if (child.name === 'figure') lines.push(lineOf(child, 'figure'));
      else if (child.name === 'table' && isDataTable(child)) lines.push(lineOf(child, 'table'));
      else if (!hasBlock(child) && !(child.name !== 'p' && child.children.some(isBreak))) {
        const hasImage = child.name === 'img' || elementsBelow(child).some(({ name }) => name === 'img');
        const line = lineOf(child, child.name === 'li' ? 'item' : 'text');
        if (line.text !== '') lines.push(line);
        else if (hasImage) lines.push({ ...line, kind: 'figure' });
      } else visit(child);
    }
  };
  visit(root);
  return lines;
}

/** The whole line is bold, as headings are that were made by hand. */
export function isBold({ element, text, kind }: BodyLine): boolean {
  if (kind !== 'text' || text.length > 90 || text.length < 3) return false;
  const bold = elementsBelow(element).filter(({ name }) => name === 'b' || name === 'strong');
  return bold.length > 0 && foldText(bold.map((one) => DomUtils.textContent(one)).join('')).length >= text.length * 0.95;
}
