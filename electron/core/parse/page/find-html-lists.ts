import type { Element } from 'domhandler';
import { elementClusters } from './element-clusters.ts';
import type { LinkWeights } from './element-clusters.ts';
import { findDate } from './find-date.ts';
import { itemLink } from './item-link.ts';
import { itemSelector } from './item-selector.ts';
import type { LoadedPage } from './load-page.ts';
import { headingAbove, placeFactor } from './page-zones.ts';
import { pageZone } from './page-zone.ts';
import type { PageZone } from './page-zone.ts';
import { readItems } from './read-items.ts';
import type { ReadItem } from './read-items.ts';
import { isListItem } from './list-items.ts';
import { scoreList } from './score-list.ts';
import type { ListScore } from './score-list.ts';
import { commonContainer, splitCluster } from './split-cluster.ts';

/** A list with what it was found by. */
export interface HtmlCandidate {
  readonly elements: readonly Element[];
  readonly items: readonly ReadItem[];
  readonly heading: string | null;
  readonly score: ListScore;
}

/** Enough of a list to judge it by. */
const LOOKED_AT = 80;
const MOST_GROUPS = 30;

interface Scene {
  readonly page: LoadedPage;
  readonly zone: PageZone;
  readonly now: number;
  readonly weights: LinkWeights;
}

function candidateOf(elements: readonly Element[], { page, zone, now, weights }: Scene): HtmlCandidate | null {
  const looked = elements.slice(0, LOOKED_AT);
  const items = readItems(page, zone, now, looked).filter((item, _at, all) => isListItem(item, all, page.url));
  // The items of a fragment may stand in nothing.
  const container = commonContainer(elements) ?? elements[0];
  if (items.length < 2 || !container) return null;
  const heading = headingAbove(elements[0] ?? container);
  const place = placeFactor(container, items.map(({ element }) => element), weights, heading);
  return { elements, items, heading, score: scoreList(items, looked.length, place, page.url) };
}

/** Whether groups follow each other as one list does: under days or months, or older from group to group. */
function isOneList(groups: readonly HtmlCandidate[]): boolean {
  const heads = groups.filter(({ heading }) => heading !== null && (findDate(heading)?.whole ?? false)).length;
  if (heads >= groups.length * 0.7) return true;
  // A list and a menu that are built alike.
  if (groups.some(({ score }) => score.dated > 0.6) && groups.some(({ score }) => score.dated < 0.2)) return false;
  const edges = groups.map(({ items }) => ({ first: items[0]?.item.publishedAt ?? null, last: items.at(-1)?.item.publishedAt ?? null }));
  const dated = edges.filter(({ first }) => first !== null).length > groups.length / 2;
  if (!dated) return new Set(groups.map(({ heading }) => heading)).size === 1;
  let follow = 0;
  for (const [at, { last }] of edges.entries()) {
    const next = edges[at + 1];
    if (next && last !== null && next.first !== null && next.first <= last) follow++;
  }
  return follow >= (groups.length - 1) * 0.8;
}

function candidatesOf(elements: readonly Element[], scene: Scene): HtmlCandidate[] {
  const groups = splitCluster(elements).filter(({ elements: own }) => own.length >= 2).slice(0, MOST_GROUPS);
  const whole = candidateOf(elements, scene);
  const large = groups.filter(({ elements: own }) => own.length >= 3);
  if (large.length < 2) {
    // A list and a few strays that stand on the same path elsewhere.
    const main = large[0] && large[0].elements.length < elements.length ? candidateOf(large[0].elements, scene) : null;
    return [whole, main].filter((candidate) => candidate !== null);
  }
  const parts = groups.flatMap(({ elements: own }) => candidateOf(own, scene) ?? []);
  if (whole && isOneList(parts)) return [whole];
  // Lists may part at several depths.
  return groups.flatMap(({ elements: own }) => (own.length >= 3 && own.length < elements.length ? candidatesOf(own, scene) : []));
}

/** Score, with outer elements before what stands in them where both tell the same. */
function standing({ score, elements }: HtmlCandidate): number {
  let depth = 0;
  for (let at = elements[0]?.parent; at; at = at.parent) depth++;
  return score.score - Math.min(depth, 40) * 0.003;
}

/** How much two lists lead to the same articles, as a share of the smaller. */
export function overlap(a: HtmlCandidate, b: HtmlCandidate): number {
  const urls = new Set(a.items.map(({ item }) => item.url));
  return b.items.filter(({ item }) => urls.has(item.url)).length / Math.max(1, Math.min(a.items.length, b.items.length));
}

/** Every list of links of a page, best first; of lists that lead to the same articles, the best. `all` keeps them. */
export function htmlCandidates(page: LoadedPage, now: number, all = false): HtmlCandidate[] {
  const { clusters, weights } = elementClusters(page);
  const scene: Scene = { page, zone: pageZone(page), now, weights };
  const found = clusters.flatMap(({ elements }) => candidatesOf(elements, scene)).toSorted((a, b) => standing(b) - standing(a) || b.items.length - a.items.length);
  if (all) return found;
  const kept: HtmlCandidate[] = [];
  for (const candidate of found) {
    if (kept.length < 12 && !kept.some((other) => overlap(other, candidate) > 0.5)) kept.push(candidate);
  }
  return kept;
}

/** The selector of a candidate's elements. Others that it names too do no harm where no item is read from them: they lead nowhere, or are adverts among these. */
export function candidateSelector(page: LoadedPage, { elements, items }: HtmlCandidate, now: number): string | null {
  let zone: PageZone | null = null;
  const boxes = new Set(elements.map(({ parent }) => parent));
  const isHarmless = (element: Element): boolean => {
    if (itemLink(element, page.base, page.url) === null) return true;
    zone ??= pageZone(page);
    const read = readItems(page, zone, now, [element]);
    return read.length === 0 || (boxes.has(element.parent) && read.every((item) => !isListItem(item, [...items, item], page.url)));
  };
  return itemSelector(page, elements, isHarmless);
}
