import { Element } from 'domhandler';
import { embeddedJson, embedding } from './embedded-json.ts';
import { looksLikeJson, readJson } from './json-text.ts';
import { jsonCandidates } from './find-json-lists.ts';
import type { JsonCandidate } from './find-json-lists.ts';
import { candidateSelector, htmlCandidates } from './find-html-lists.ts';
import type { HtmlCandidate } from './find-html-lists.ts';
import { joinPath, pathStep } from './json-path.ts';
import type { Json } from './json-path.ts';
import { FEWEST_ARTICLES } from './list-items.ts';
import { loadPage } from './load-page.ts';
import type { LoadedPage } from './load-page.ts';
import type { PageItem, PageList } from './page-list.ts';
import { isBesideArticle } from './page-prose.ts';
import { pageTrouble } from './page-trouble.ts';
import type { HtmlRules, PageRules } from './page-rules.ts';
import { fragmentPage, readHtmlRules } from './read-rules.ts';

export interface FindOptions {
  /** After every redirect. */
  readonly url: string;
  readonly contentType?: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A list before it is held against the others. */
interface Finding {
  readonly rules: PageRules;
  readonly items: readonly PageItem[];
  readonly heading: string | null;
  readonly score: number;
  /** What it was found in, for a list of HTML. */
  readonly elements?: readonly Element[];
  /** Nothing about it by itself speaks against it. */
  readonly sound: boolean;
}

const SAMPLE = 5;
const MOST_LISTS = 8;
const LOWEST = 0.3;
const MOST_STATES = 40;
/** The zone of a page may be ahead of ours, and its clock a little. */
const SOON = 30 * 3_600_000;
/** What is left of the score of a list of events. */
const COMING = 0.6;
const MOST_FRAGMENTS = 6;

const round = (score: number): number => Math.round(score * 1000) / 1000;

/** What is still to come is an event rather than an article. */
function isToCome(items: readonly PageItem[], now: number): boolean {
  const dated = items.flatMap(({ publishedAt }) => publishedAt ?? []);
  return dated.filter((at) => at > now + SOON).length > items.length / 2;
}

/** A candidate of HTML with rules that read it again. */
export function htmlFinding(page: LoadedPage, candidate: HtmlCandidate, now: number, within: string | null = null): Finding | null {
  const item = candidateSelector(page, candidate, now);
  if (item === null) return null;
  const rules: HtmlRules = { kind: 'html', ...(within === null ? {} : { in: within }), item, title: null, link: null, date: null, summary: null };
  const { items, matched } = readHtmlRules(page, rules, now);
  // Such rules would be read as those of another page.
  if (items.length < candidate.items.length * 0.7 || items.length < matched * FEWEST_ARTICLES) return null;
  const { score, dated, order, place, plain } = candidate.score;
  // What the rules read may stand otherwise than what they were made from.
  const kept = items.filter(({ publishedAt }) => publishedAt !== null).length / items.length;
  const isComing = isToCome(items, now);
  const sound = !isComing && score >= 0.62 && dated >= 0.8 && kept >= 0.8 && order >= 0.7 && place > 0.9 && plain && items.length >= 4 && !isBesideArticle(page, candidate.elements);
  return { rules, items, heading: candidate.heading, score: isComing ? score * COMING : score, elements: candidate.elements, sound };
}

function jsonFinding({ rules, items, score, dated, order, plain }: JsonCandidate, now: number): Finding {
  const isComing = isToCome(items, now);
  return { rules, items, heading: null, score: isComing ? score * COMING : score, sound: !isComing && plain && score >= 0.62 && dated >= 0.8 && order >= 0.7 && items.length >= 4 && items.every(({ url }) => url !== null) };
}

function sharedArticles(a: Finding, b: Finding): number {
  const names = new Set(a.items.map(({ url, title }) => url ?? title));
  return b.items.filter(({ url, title }) => names.has(url ?? title)).length / Math.max(1, Math.min(a.items.length, b.items.length));
}

/** Whether each element of one list stands in one of another: files or authors of its articles, and no list beside it. */
function isPartOf(inner: Finding, outer: Finding): boolean {
  const holders = new Set(outer.elements);
  const held = (inner.elements ?? []).flatMap((element) => {
    for (let at = element.parent; at instanceof Element; at = at.parent) if (holders.has(at)) return [at];
    return [];
  });
  return held.length > 0 && new Set(held).size >= (inner.elements?.length ?? 0) * 0.7;
}

/** Best first, those that lead to the same articles once; sure of the first only where no other comes near it. */
function rank(findings: readonly Finding[]): PageList[] {
  const kept: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => b.score - a.score)) {
    if (finding.score >= LOWEST && kept.length < MOST_LISTS && !kept.some((other) => sharedArticles(other, finding) > 0.5 || isPartOf(finding, other))) kept.push(finding);
  }
  return kept.map(({ rules, items, heading, score, sound }, at): PageList => {
    const rivals = kept.filter((other, place) => place !== at && other.score >= score * 0.93);
    return { rules, items, sample: items.slice(0, SAMPLE), heading, score: round(score), confidence: sound && rivals.length === 0 ? 'sure' : 'unsure' };
  });
}

/** Strings of a JSON value that hold HTML with links, by their paths. */
function fragmentPaths(root: Json): string[] {
  const found: { readonly path: string; readonly size: number }[] = [];
  let nodes = 0;
  const visit = (value: Json, path: string, depth: number): void => {
    if (++nodes > 20_000 || depth > 12) return;
    if (typeof value === 'string') {
      if (value.length > 120 && /<a\s[^>]{0,300}href/i.test(value.slice(0, 5000))) found.push({ path, size: value.length });
    } else if (Array.isArray(value)) {
      for (const [at, element] of (value as readonly Json[]).slice(0, 4).entries()) visit(element, joinPath(path, String(at)), depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, element] of Object.entries(value)) visit(element, joinPath(path, pathStep(name)), depth + 1);
    }
  };
  visit(root, '', 0);
  return found.toSorted((a, b) => b.size - a.size).slice(0, MOST_FRAGMENTS).map(({ path }) => path);
}

function findInJson(root: Json, { url, now }: FindOptions): Finding[] {
  const lists = jsonCandidates(root, url, now).map((candidate) => jsonFinding(candidate, now));
  const fragments = fragmentPaths(root).flatMap((path) => {
    const page = fragmentPage(root, path, url);
    return page ? htmlCandidates(page, now).flatMap((candidate) => htmlFinding(page, candidate, now, path) ?? []) : [];
  });
  return [...lists, ...fragments];
}

/** Lists that stand in a program's state only, which a browser would have drawn. */
function findInState(page: LoadedPage, now: number): Finding[] {
  return embedding(page).slice(0, MOST_STATES).flatMap(({ element, selector }) => {
    const root = embeddedJson(page, element);
    if (root === null) return [];
    // Where the same articles stand in the page too, its elements are read: state is for itself.
    return jsonCandidates(root, page.base, now, selector, page.lang).filter(({ items }) => items.every(({ url }) => url !== null)).map((candidate) => jsonFinding(candidate, now)).map((finding) => ({ ...finding, score: finding.score - 0.06 }));
  });
}

/**
 * The lists of articles that a page holds, best first, none where it holds none. The text is HTML or JSON, decoded. Pure, and
 * bounded in time and memory whatever the text.
 */
export function findPageLists(text: string, options: FindOptions): readonly PageList[] {
  const { url, contentType, now } = options;
  if (!URL.canParse(url)) return [];
  if (looksLikeJson(text, contentType)) {
    const root = readJson(text);
    return root === null ? [] : rank(findInJson(root, options));
  }
  const page = loadPage(text, url);
  const lists = htmlCandidates(page, now).flatMap((candidate) => (candidate.score.score < LOWEST ? [] : (htmlFinding(page, candidate, now) ?? [])));
  const ranked = rank([...lists, ...findInState(page, now)]);
  // What is left of a site round a page that says it is not there is no list of it.
  return ranked[0]?.confidence !== 'sure' && pageTrouble(page, text) !== null ? [] : ranked;
}
