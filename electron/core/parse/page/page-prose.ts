import { Element, Text } from 'domhandler';
import type { AnyNode } from 'domhandler';
import { elementText } from './element-text.ts';
import { descendants } from './item-link.ts';
import type { LoadedPage } from './load-page.ts';
import { titleWidth } from './title-width.ts';

/** A box with paragraphs, and how much each says. */
interface ProseBox {
  readonly box: Element;
  readonly parts: readonly { readonly node: AnyNode; readonly width: number }[];
}

const SHORTEST = 60;
const LONGEST = 4000;
/** Of less, a box holds a few words about a page. */
const FEWEST = 1200;
/** Words of links that a paragraph may hold. */
const LINKED = 0.4;
/** What is told of one story, as a share of what a list says of all of its. */
const SHARE = 0.5;
const MOST_BOXES = 40;
const MOST_LINKS = 40;

const known = new WeakMap<LoadedPage, readonly ProseBox[]>();

function paragraphWidth(node: AnyNode): number {
  if (node instanceof Text) return titleWidth(elementText(node, LONGEST));
  if (!(node instanceof Element) || !/^(?:p|blockquote|font)$/.test(node.name)) return 0;
  const width = titleWidth(elementText(node, LONGEST));
  if (width < SHORTEST) return 0;
  const links = descendants(node, 400).filter(({ name }) => name === 'a').slice(0, MOST_LINKS);
  const linked = links.reduce((sum, link) => sum + titleWidth(elementText(link, 400)), 0);
  return linked > width * LINKED ? 0 : width;
}

/** Boxes that hold prose, counted once a page. */
function boxesOf(page: LoadedPage): readonly ProseBox[] {
  const counted = known.get(page);
  if (counted) return counted;
  const boxes = page.elements.flatMap((box): ProseBox[] => {
    if (/^(?:p|a|li|script|blockquote|font|head|title)$/.test(box.name)) return [];
    const parts = box.children.flatMap((node) => {
      const width = paragraphWidth(node);
      return width < SHORTEST ? [] : [{ node, width }];
    });
    return parts.reduce((sum, { width }) => sum + width, 0) < FEWEST ? [] : [{ box, parts }];
  }).slice(0, MOST_BOXES);
  known.set(page, boxes);
  return boxes;
}

function isWithin(element: Element, outer: ReadonlySet<Element>): boolean {
  for (let at: Element['parent'] = element; at instanceof Element; at = at.parent) if (outer.has(at)) return true;
  return false;
}

/**
 * Whether a list stands beside an article: a page that tells one story in many words, with others of its site round it. What a list
 * says of its own items, in them or between them, is no such story.
 */
export function isBesideArticle(page: LoadedPage, items: readonly Element[]): boolean {
  const boxes = boxesOf(page);
  if (boxes.length === 0) return false;
  const set = new Set(items);
  const parents = new Set(items.map(({ parent }) => parent));
  const words = items.reduce((sum, item) => sum + titleWidth(elementText(item, LONGEST)), 0);
  return boxes.some(({ box, parts }) => {
    if (parents.has(box) || isWithin(box, set)) return false;
    const width = parts.reduce((sum, part) => sum + (part.node instanceof Element && set.has(part.node) ? 0 : part.width), 0);
    return width >= Math.max(FEWEST, words * SHARE);
  });
}
