import type { Element } from 'domhandler';
import { elementText } from '../parse/page/element-text.ts';
import { personName } from '../parse/person-name.ts';
import { classWords } from './class-words.ts';
import { authorsIn, namesIn, sourceIn } from './credit-lines.ts';
import { isArticleNode, textOf, textsOf, typesOf } from './json-ld.ts';
import type { LinkedNode } from './json-ld.ts';
import type { MetaValues } from './meta-values.ts';

const MOST_AUTHORS = 12;
const AUTHOR_WORDS = new Set(['author', 'authors', 'byline', 'writer', 'reporter', 'zuozhe']);
const BESIDE_AUTHOR = new Set(['bio', 'box', 'social', 'avatar', 'image', 'description', 'comment', 'comments', 'related', 'widget', 'archive', 'tools']);

/** Short lines near the headline, which name who wrote and whom the text comes from. */
export function creditLines(elements: readonly Element[], heading: Element | null): string[] {
  const start = heading ? Math.max(0, elements.indexOf(heading) - 12) : 0;
  const lines = new Set<string>();
  for (const element of elements.slice(start, start + 160)) {
    if (!/^(?:p|div|span|li|td|em|i|b|strong|small|h[3-6]|address|cite|section|header|font|dd|a)$/.test(element.name)) continue;
    const line = elementText(element, 301);
    if (line.length >= 3 && line.length <= 300) lines.add(line);
  }
  return [...lines].toSorted((a, b) => a.length - b.length);
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = name.replace(/\s+/g, ' ').trim();
    if (folded !== '' && !seen.has(folded.toLowerCase())) seen.set(folded.toLowerCase(), folded);
  }
  return [...seen.values()].slice(0, MOST_AUTHORS);
}

/** Elements between two names of one byline, at most: what is further on names who wrote something else. */
const MOST_BETWEEN = 12;

const isMarkedUp = ({ attribs, name }: Element): boolean => name !== 'link' && name !== 'meta' && `${attribs['itemprop'] ?? ''} ${attribs['rel'] ?? ''}`.toLowerCase().split(/\s+/).includes('author');

function isClassed(element: Element): boolean {
  const words = [...classWords(element)];
  return words.some((word) => AUTHOR_WORDS.has(word)) && !words.some((word) => BESIDE_AUTHOR.has(word));
}

function namesOf(element: Element): string[] {
  const line = elementText(element, 121);
  if (line === '' || line.length > 120) return [];
  const inner = isMarkedUp(element) ? element.children.find((child): child is Element => 'attribs' in child && child.attribs['itemprop'] === 'name') : undefined;
  if (inner) return namesIn(elementText(inner, 120));
  const told = authorsIn(line);
  return told.length > 0 ? told : namesIn(line).filter((one) => one.split(' ').length <= 5 && !/\d/.test(one));
}

/** The names of the first marked byline from the headline on: those of other articles on the page come later, or before it. */
function marked(elements: readonly Element[], heading: Element | null, isMark: (element: Element) => boolean): string[] {
  const start = heading ? Math.max(0, elements.indexOf(heading) - MOST_BETWEEN) : 0;
  const marks = [...elements.entries()].filter(([, element]) => isMark(element)).map(([at, element]) => ({ at, names: namesOf(element) })).filter(({ names }) => names.length > 0);
  const first = Math.max(0, marks.findIndex(({ at }) => at >= start));
  const found: string[] = [];
  for (const [n, { at, names }] of marks.entries()) {
    if (n < first) continue;
    if (n > first && at - (marks[n - 1]?.at ?? at) > MOST_BETWEEN) break;
    found.push(...names);
  }
  return found;
}

export interface PeopleSources {
  readonly elements: readonly Element[];
  /** That of the headline. */
  readonly heading: Element | null;
  readonly linked: readonly LinkedNode[];
  readonly meta: MetaValues;
  readonly lines: readonly string[];
  readonly outlet: string | null;
}

/** A node that an id stands for, where it stands elsewhere in the page's linked data. */
function resolved(value: unknown, linked: readonly LinkedNode[]): unknown[] {
  return [value].flat().map((entry: unknown) => {
    const id = typeof entry === 'object' && entry !== null ? (entry as LinkedNode)['@id'] : undefined;
    return id !== undefined && textOf(entry) === null ? (linked.find((node) => node['@id'] === id && textOf(node) !== null) ?? entry) : entry;
  });
}

/** Who wrote an article: linked data, then meta elements, then marked elements, then a byline near the headline. */
export function findAuthors({ elements, heading, linked, meta, lines, outlet }: PeopleSources): string[] {
  const own = (names: readonly string[]) => unique(names.map(personName).filter((name) => !/^https?:|^www\.|@/.test(name) && name.length <= 100 && name.toLowerCase() !== outlet?.toLowerCase() && !/^(?:admin|administrator|webmaster|editor|newsroom)$/i.test(name)));
  const article = linked.find((node) => isArticleNode(node) && node['author'] !== undefined);
  const byLinked = own(resolved(article?.['author'], linked).flatMap(textsOf).flatMap(splitNames));
  if (byLinked.length > 0) return byLinked;
  const creators = meta.all('dc.creator', 'dcterms.creator');
  const byMeta = own([
    ...meta.all('citation_author'),
    ...meta.all('author', 'article:author', 'parsely-author', 'sailthru.author', 'byl').flatMap(namesIn),
    // Several elements name one person each, the surname first.
    ...(creators.length > 1 ? creators : creators.flatMap(namesIn)),
  ]);
  if (byMeta.length > 0) return byMeta;
  const byMarkup = own(marked(elements, heading, isMarkedUp));
  const byMark = byMarkup.length > 0 ? byMarkup : own(marked(elements, heading, isClassed));
  return byMark.length > 0 ? byMark : own(lines.map(authorsIn).find((names) => names.length > 0) ?? []);
}

function splitNames(name: string): string[] {
  return /[,，、;；]|\sand\s/.test(name) ? namesIn(name) : [name.replace(/^by\s/i, '')];
}

/** Who published a page. */
export function findOutlet(linked: readonly LinkedNode[], meta: MetaValues): string | null {
  const publisher = linked.find((node) => isArticleNode(node) && node['publisher'] !== undefined)?.['publisher'];
  const byArticle = textOf(resolved(publisher, linked)[0]);
  const byMeta = meta.first('og:site_name', 'sitename', 'application-name', 'citation_publisher', 'dc.publisher');
  const site = linked.find((node) => typesOf(node).some((type) => /^(?:NewsMediaOrganization|WebSite)$/.test(type)) && textOf(node) !== null);
  return byArticle ?? byMeta ?? textOf(site);
}

/** Whom a page names as its own source. */
export function findSource(meta: MetaValues, lines: readonly string[]): string | null {
  const claimed = meta.first('contentsource', 'source', 'original-source', 'syndication-source');
  if (claimed !== null && !/^https?:/.test(claimed) && claimed.length <= 60) return claimed;
  return lines.map(sourceIn).find((name) => name !== null) ?? null;
}
