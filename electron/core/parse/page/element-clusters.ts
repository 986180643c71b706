import { Element } from 'domhandler';
import { classStems } from './class-stem.ts';
import { elementText } from './element-text.ts';
import { elementUrl } from './item-link.ts';
import type { LoadedPage } from './load-page.ts';
import { titleWidth } from './title-width.ts';

/** Elements that repeat along one path of the tree, in the order of the document. */
export interface ElementCluster {
  readonly elements: readonly Element[];
  /** Widths of link words within, all together. */
  readonly words: number;
}

/** How much of a page's links lies below an element. */
export interface LinkWeights {
  readonly total: number;
  /** Links within, itself included. */
  within: (element: Element) => number;
}

const FEWEST = 2;
const MOST_CLUSTERS = 60;
const MOST_LINKS_EACH = 10;

interface Weight {
  links: number;
  words: number;
}

/** The tags of children, and how many links each holds. */
function build(element: Element, weights: ReadonlyMap<Element, Weight>): string {
  return element.children.map((child) => (child instanceof Element ? `${child.name}:${weights.get(child)?.links ?? 0}` : '')).join(' ');
}

/** Whether siblings of one tag differ by name in turns only, as striped rows do, and are built alike. */
function isStriped(siblings: readonly Element[], kinds: readonly string[], weights: ReadonlyMap<Element, Weight>): boolean {
  const period = kinds.indexOf(kinds[0] ?? '', 1);
  if (period < 2 || period > 4 || kinds.length < period * 2 || kinds.some((kind, at) => kind !== kinds[at % period])) return false;
  return new Set(siblings.slice(0, period).map((element) => build(element, weights))).size === 1;
}

/** What a child is among its siblings: its tag, and the class that most of its like share. */
function kindsOf(children: readonly Element[], weights: ReadonlyMap<Element, Weight>): string[] {
  const counts = new Map<string, number>();
  const stems = children.map((child) => classStems(child.attribs['class']).map(({ text }) => text));
  for (const [at, child] of children.entries()) {
    for (const stem of new Set(stems[at])) counts.set(`${child.name}.${stem}`, (counts.get(`${child.name}.${stem}`) ?? 0) + 1);
  }
  const tags = new Map<string, number>();
  for (const { name } of children) tags.set(name, (tags.get(name) ?? 0) + 1);
  const kinds = children.map(({ name }, at) => {
    let best = '';
    let most = 0;
    for (const stem of stems[at] ?? []) {
      const count = counts.get(`${name}.${stem}`) ?? 0;
      if (count > most) [best, most] = [stem, count];
    }
    // One of many that alone has a class is the same thing, dressed up.
    const rare = most === 1 && (tags.get(name) ?? 0) > 2;
    return rare || best === '' ? name : `${name}.${best}`;
  });
  const striped = new Set([...tags.keys()].filter((tag) => {
    const own = children.filter(({ name }) => name === tag);
    return isStriped(own, kinds.filter((_, at) => children[at]?.name === tag), weights);
  }));
  return kinds.map((kind, at) => (striped.has(children[at]?.name ?? '') ? (children[at]?.name ?? kind) : kind));
}

function weigh(page: LoadedPage): { weights: Map<Element, Weight>; total: number } {
  const weights = new Map<Element, Weight>();
  let total = 0;
  for (const element of page.elements) {
    if (elementUrl(element, page.base) === null) continue;
    total++;
    const words = Math.min(120, titleWidth(elementText(element, 120)));
    for (let at: Element['parent'] = element; at instanceof Element; at = at.parent) {
      const weight = weights.get(at) ?? { links: 0, words: 0 };
      weight.links++;
      weight.words += words;
      weights.set(at, weight);
    }
  }
  return { weights, total };
}

/** Groups the elements of a page that hold links by their path; the heaviest first, a bounded number. */
export function elementClusters(page: LoadedPage): { clusters: ElementCluster[]; weights: LinkWeights } {
  const { weights, total } = weigh(page);
  const groups = new Map<string, Element[]>();
  const ids = new Map<string, number>();
  const keys = new Map<Element, number>();
  const kindOf = new Map<Element, string>();
  for (const element of page.elements) {
    if (!weights.has(element)) continue;
    const { parent } = element;
    if (!kindOf.has(element)) {
      const siblings = (parent?.children ?? []).filter((child): child is Element => child instanceof Element && weights.has(child));
      for (const [at, kind] of kindsOf(siblings, weights).entries()) {
        const sibling = siblings[at];
        if (sibling) kindOf.set(sibling, kind);
      }
    }
    const path = `${parent instanceof Element ? (keys.get(parent) ?? -1) : -1}>${kindOf.get(element) ?? element.name}`;
    const key = ids.get(path) ?? ids.size;
    ids.set(path, key);
    keys.set(element, key);
    const group = groups.get(path);
    if (group) group.push(element);
    else groups.set(path, [element]);
  }
  const clusters = [...groups.values()].flatMap((elements): ElementCluster[] => {
    if (elements.length < FEWEST) return [];
    const links = elements.map((element) => weights.get(element)?.links ?? 0).toSorted((a, b) => a - b);
    if ((links[Math.floor(links.length / 2)] ?? 0) > MOST_LINKS_EACH) return [];
    return [{ elements, words: elements.reduce((sum, element) => sum + (weights.get(element)?.words ?? 0), 0) }];
  });
  return {
    clusters: clusters.toSorted((a, b) => b.words - a.words).slice(0, MOST_CLUSTERS),
    weights: { total, within: (element) => weights.get(element)?.links ?? 0 },
  };
}
