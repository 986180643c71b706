import type { Element } from 'domhandler';
import { elementText, foldText } from '../parse/page/element-text.ts';
import { classWords } from './class-words.ts';
import { isSameTitle } from './headline.ts';
import { isArticleNode, textOf, textsOf, typesOf } from './json-ld.ts';
import type { LinkedNode } from './json-ld.ts';
import { tagsOf } from './line-rules.ts';
import type { MetaValues } from './meta-values.ts';
import { elementsBelow } from './page-tree.ts';

const MOST_TAGS = 32;
const LONGEST_TAG = 60;
const MOST_CRUMBS = 8;
const TAG_WORDS = new Set(['tags', 'tag', 'tagcloud', 'topics', 'keywords', 'keyword', 'labels', 'biaoqian']);
const CRUMB_WORDS = new Set(['breadcrumb', 'breadcrumbs', 'crumb', 'crumbs', 'position', 'location', 'weizhi', 'mianbao', 'dqwz', 'wz', 'bread', 'path', 'curmb', 'place']);
const CRUMB_LABEL = /^(?:(?:您|你)?(?:的)?(?:当前|现在|所在)?(?:的)?(?:位置|栏目)\s?(?:是|在)?\s?[:：]?|you are here\s?[:：]?|当前位置|所在位置)\s*/i;
const CRUMB_PART = /\s?(?:>>|[>›»→＞]|\s\/\s|\s\|\s|\s-\s|::)\s?/;

function unique(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const plain = foldText(tag).replace(/^#/, '').replace(/^[,，、;；]+|[,，、;；]+$/g, '').trim();
    if (plain !== '' && plain.length <= LONGEST_TAG && !/^(?:tags?|topics?|标签|关键词|more|更多)\s?[:：]?$/i.test(plain) && !seen.has(plain.toLowerCase())) seen.set(plain.toLowerCase(), plain);
  }
  return [...seen.values()].slice(0, MOST_TAGS);
}

function split(list: string): string[] {
  return list.split(/\s?[,，;；、|]\s?/);
}

function ofElements(elements: readonly Element[]): string[] {
  const rel = elements.filter(({ name, attribs }) => name === 'a' && /(?:^|\s)tag(?:\s|$)/.test(attribs['rel'] ?? '') && !/categor/.test(attribs['rel'] ?? ''));
  if (rel.length > 0) return rel.map((element) => elementText(element, LONGEST_TAG + 1));
  for (const element of elements) {
    if (/^(?:body|html|a|main)$/.test(element.name) || ![...classWords(element)].some((word) => TAG_WORDS.has(word))) continue;
    const text = elementText(element, 400);
    const links = elementsBelow(element).filter(({ name }) => name === 'a' || name === 'span' || name === 'li');
    const tags = links.filter((link) => !links.some((other) => other.parent === link)).map((link) => elementText(link, LONGEST_TAG + 1));
    if (tags.length > 0 && text.length < 400 && tags.every((tag) => tag.length <= LONGEST_TAG)) return tags;
  }
  const line = elements.filter(({ name }) => /^(?:p|div|span|li|section|footer)$/.test(name)).map((element) => elementText(element, 301)).find((text) => text.length <= 300 && tagsOf(text) !== null);
  return line === undefined ? [] : (tagsOf(line) ?? []);
}

/** Under which words a page files its article: those that it marks as tags, else those that it names as keywords. */
export function findTags(elements: readonly Element[], linked: readonly LinkedNode[], meta: MetaValues): string[] {
  const marked = unique([...meta.all('article:tag', 'og:article:tag'), ...ofElements(elements)]);
  if (marked.length > 0) return marked;
  const said = unique(linked.filter(isArticleNode).flatMap((node) => textsOf(node['keywords']).flatMap(split)));
  if (said.length > 0) return said;
  return unique([...meta.all('news_keywords'), ...meta.all('keywords', 'citation_keywords').flatMap((list) => (list.length <= 300 ? [list] : []))].flatMap(split));
}

function linkedCrumbs(linked: readonly LinkedNode[]): string[] {
  const list = linked.find((node) => typesOf(node).includes('BreadcrumbList'))?.['itemListElement'];
  const items = (Array.isArray(list) ? list : []) as LinkedNode[];
  return items.toSorted((a, b) => Number(a['position'] ?? 0) - Number(b['position'] ?? 0)).flatMap((item) => textOf(item['name'] ?? item['item']) ?? []);
}

function isCrumb(element: Element): boolean {
  return [...classWords(element)].some((word) => CRUMB_WORDS.has(word)) || /breadcrumb/i.test(`${element.attribs['aria-label'] ?? ''} ${element.attribs['itemtype'] ?? ''}`);
}

function shownCrumbs(elements: readonly Element[]): string[] {
  for (const element of elements) {
    if (/^(?:a|body|html|li)$/.test(element.name)) continue;
    const isNamed = isCrumb(element);
    const line = isNamed || /^(?:div|p|span|td|nav|ul|ol)$/.test(element.name) ? elementText(element, 301) : '';
    if (line === '' || line.length > 300 || (!isNamed && !CRUMB_LABEL.test(line) && !/^(?:home|首页)\s?[/>›»＞]/i.test(line))) continue;
    const parts = line.replace(CRUMB_LABEL, '').split(CRUMB_PART).map((part) => part.trim()).filter(Boolean);
    if (parts.length > 1) return parts;
    const below = elementsBelow(element).filter(({ name }) => name === 'li' || name === 'a');
    const links = below.filter((one) => !below.some((other) => other !== one && other.parent === one)).map((one) => elementText(one, 80)).filter(Boolean);
    if (links.length > 1) return links;
  }
  return [];
}

/** The way from a site's home to its page, itself left out; empty where the page shows none. */
export function findBreadcrumb(elements: readonly Element[], linked: readonly LinkedNode[], headline: string | null): string[] {
  const said = linkedCrumbs(linked);
  const crumbs = said.length > 0 ? said : shownCrumbs(elements);
  const plain = crumbs.map((crumb) => foldText(crumb).replace(/^[>›»/＞\s]+|[>›»/＞\s]+$/g, '')).filter((crumb) => crumb !== '' && crumb.length <= 200);
  const isOwn = (crumb: string) => headline !== null && isSameTitle(crumb, headline);
  return plain.filter((crumb, at) => !(at === plain.length - 1 && (isOwn(crumb) || /^(?:正文|内容|详情|当前页|content)$/i.test(crumb)))).slice(0, MOST_CRUMBS);
}
