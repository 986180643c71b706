import { Element, Text } from 'domhandler';
import type { ChildNode, ParentNode } from 'domhandler';
import type { PageHeading } from '../../contract/page-facts.ts';
import { elementText } from '../parse/page/element-text.ts';
import { findDate } from '../parse/page/find-date.ts';
import { isFullDate } from '../parse/page/printed-date.ts';
import { bodyLines, isBold } from './body-lines.ts';
import type { BodyLine } from './body-lines.ts';
import { hasWord } from './class-words.ts';
import { authorsIn, sourceIn } from './credit-lines.ts';
import { isSameTitle } from './headline.ts';
import { hasContactDetail, isContact, isPromotion, isRelatedLine, isStatement, isToolbar, namesRelated, opensContacts, opensRelated, tagsOf } from './line-rules.ts';
import { elementsBelow, prune, setChildren, textLength } from './page-tree.ts';
import type { RelatedLinks } from './related-links.ts';

const JUNK = new Set([
  'share', 'sharing', 'shares', 'sharebar', 'social', 'sns', 'addtoany', 'sharedaddy', 'bdsharebuttonbox', 'bdshare', 'jiathis', 'breadcrumb', 'breadcrumbs', 'crumb', 'crumbs', 'newsletter', 'signup', 'cookie', 'cookies', 'ad', 'ads', 'adv', 'advert', 'advertisement', 'advertising', 'adsbygoogle', 'adbox', 'guanggao', 'sponsor', 'sponsored', 'promo', 'promotion',
  'comments', 'disqus', 'pagination', 'pager', 'toolbar', 'print', 'qrcode', 'ewm', 'erweima', 'popup', 'modal', 'outbrain', 'taboola', 'tags', 'taglist', 'tagcloud', 'biaoqian', 'bio', 'authorbox', 'fenxiang', 'navigation', 'prevnext', 'subscribe', 'subscription', 'paywall', 'keywords', 'keyword',
]);
const RELATED = new Set(['related', 'relatednews', 'relatedposts', 'recommend', 'recommended', 'recommendations', 'xiangguan', 'tuijian', 'yarpp', 'trending']);
const REFUSED = new Set(['script', 'link', 'meta', 'title', 'button', 'input', 'label', 'nav', 'noscript', 'select', 'option', 'head']);
/** Adverts, codes to scan and marks of the publisher. */
const IDLE_IMAGE = /qr-?code|erweima|\bewm\b|(?:^|[/_.-])(?:logo|avatar|icon|icons|share|wechat|weixin|sprite|loading|ad|ads|banner|guanggao)s?(?:[/_.-]|\d|$)/i;
const IDLE_ALT = /二维码|扫码|qr code|logo$|^advert|广告/i;
const ADVERT = /^(?:advertisement|sponsored|广告|推广)[:：]?$/i;
/** Of the text; a rule that takes more has taken the page for what it is not. */
const MOST_DROPPED = 0.65;

export interface CleanBody {
  readonly headings: readonly PageHeading[];
  /** Tags of lines that were taken out. */
  readonly tags: readonly string[];
}

function isHidden({ attribs }: Element): boolean {
  return 'hidden' in attribs || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test((attribs['style'] ?? '').slice(0, 500));
}

function linkShare(element: Element): number {
  const all = textLength(element);
  const links = elementsBelow(element).filter(({ name }) => name === 'a').reduce((sum, link) => sum + textLength(link), 0);
  return all === 0 ? 0 : links / all;
}

/** Takes out what no text has, by the names of its elements. */
function dropParts(root: ParentNode, related: RelatedLinks): void {
  const whole = Math.max(1, root.children.reduce((sum, child) => sum + textLength(child), 0));
  prune(root, (node: ChildNode) => {
    if (!(node instanceof Element)) return !(node instanceof Text);
    if (REFUSED.has(node.name) || isHidden(node)) return true;
    if (node.name === 'img') return IDLE_IMAGE.test(URL.parse(node.attribs['src'] ?? '')?.pathname ?? '') || IDLE_ALT.test(node.attribs['alt'] ?? '');
    if (/^(?:p|h[1-6]|table|tr|td|tbody|a|body|html|main|b|strong|em|i)$/.test(node.name)) return false;
    const isRelated = hasWord(node, RELATED);
    const isAside = node.name === 'aside' || (node.name === 'footer' && linkShare(node) > 0.3);
    if (!isRelated && !isAside && !hasWord(node, JUNK)) return false;
    const share = textLength(node) / whole;
    if (share > 0.35 && linkShare(node) < 0.5) return false;
    if (isRelated) related.add(node);
    return true;
  });
}

/** A line that says when, by whom and from where: what stands above a text and is no part of it. */
function isCredit(line: string): boolean {
  if (line.length > 200) return false;
  const found = findDate(line);
  if (found?.whole) return true;
  const rest = found ? line.length - (found.date.end - found.date.start) : line.length;
  if (found && isFullDate(found.date) && rest < 70 && (sourceIn(line) !== null || /published|updated|posted|发布|时间|日期|来源|作者|\bby\b|[|｜·•]|浏览|阅读/i.test(line) || rest <= 24)) return true;
  if (line.length <= 120 && (line.match(/[>›»＞]/g)?.length ?? 0) >= 2 && !/[。.!?]$/.test(line)) return true;
  if (/^(?:home|首页|您?(?:的)?当前位置|您的位置|所在位置)\s?[/>›»:：]/i.test(line)) return true;
  return line.length <= 80 && (sourceIn(line) !== null || (authorsIn(line).length > 0 && !/[.。!?]$/.test(line)));
}

/** A line whose first words, set apart, say that it is an advert: beside a text of one line the library takes it for more of that. */
function isLabelledAdvert(element: Element): boolean {
  const first = element.children.find((child) => !(child instanceof Text) || child.data.trim() !== '');
  return first instanceof Element && ADVERT.test(elementText(first, 40).trim());
}

function isShort(line: string): boolean {
  return line.length <= 110 && !/[.。!！?？;；]["”’」）)]?$/.test(line);
}

/** Goes through the lines of a text once and says which stay. */
class LineReader {
  readonly dropped = new Set<Element>();
  readonly tags: string[] = [];
  readonly #lines: readonly BodyLine[];
  readonly #headline: string | null;
  readonly #related: RelatedLinks;
  #state: 'body' | 'related' | 'others' | 'contacts' = 'body';
  #begun = false;

  constructor(lines: readonly BodyLine[], headline: string | null, related: RelatedLinks) {
    this.#lines = lines;
    this.#headline = headline;
    this.#related = related;
  }

  read(): void {
    for (const [at, line] of this.#lines.entries()) if (this.#isDropped(line, at)) this.dropped.add(line.element);
  }

  #isDropped(line: BodyLine, at: number): boolean {
    const { text, kind } = line;
    if (kind === 'table') {
      this.#begun = true;
      this.#state = 'body';
      return false;
    }
    if (this.#state !== 'body' && this.#continues(line)) return true;
    if (isLabelledAdvert(line.element)) return true;
    if (kind === 'figure') return isPromotion(text) && text !== '';
    if (this.#opens(line, at)) return true;
    if (!this.#begun && ((this.#headline !== null && isSameTitle(text, this.#headline)) || isCredit(text))) return true;
    const tags = line.linked > 0.3 || text.length < 160 ? tagsOf(text) : null;
    if (tags) {
      this.tags.push(...tags);
      return true;
    }
    if (isRelatedLine(text)) {
      this.#related.add(line.element);
      return true;
    }
    if (isPromotion(text) || isToolbar(text) || isStatement(text) || isContact(text)) return true;
    if (text.length > 60 || (kind === 'heading' && this.#headline !== null)) this.#begun = true;
    return false;
  }

  /** Whether a line belongs to the block of links or addresses that was opened before it. */
  #continues({ element, text, kind, linked }: BodyLine): boolean {
    if (this.#state === 'related' || this.#state === 'others') {
      if ((linked > 0.4 || isShort(text) || kind === 'figure' || findDate(text)?.whole === true) && !(kind === 'heading' && linked < 0.4 && !opensRelated(text))) {
        if (this.#state === 'related') this.#related.add(element);
        return true;
      }
    } else if (kind !== 'heading' && (isContact(text) || text.length <= 90 || (text.length <= 200 && hasContactDetail(text)))) return true;
    this.#state = 'body';
    return false;
  }

  #opens({ text, linked }: BodyLine, at: number): boolean {
    if (opensRelated(text) && linked < 0.9) {
      this.#state = namesRelated(text) ? 'related' : 'others';
      return true;
    }
    if (!opensContacts(text)) return false;
    const next = this.#lines.slice(at, at + 7);
    if (!next.some((line) => hasContactDetail(line.text) && line.text.length <= 320)) return false;
    this.#state = 'contacts';
    return true;
  }
}

/** Takes a list of nothing but links at the end of a text, which no heading announced, for what it is. */
function dropTail(lines: readonly BodyLine[], dropped: Set<Element>, related: RelatedLinks): void {
  const left = lines.filter(({ element }) => !dropped.has(element));
  let from = left.length;
  while (from > 0 && (left[from - 1]?.linked ?? 0) > 0.85 && (left[from - 1]?.text.length ?? 0) > 0) from--;
  const tail = left.slice(from);
  const above = left[from - 1];
  if (!above || tail.length < (above.kind === 'heading' ? 2 : 3)) return;
  if (above.kind === 'heading' && from > 1) dropped.add(above.element);
  for (const { element } of tail) {
    related.add(element);
    dropped.add(element);
  }
}

function isEmpty(node: ChildNode): boolean {
  if (!(node instanceof Element)) return false;
  if (/^(?:img|br|hr|td|th|col|colgroup|tr|wbr)$/.test(node.name)) return false;
  return textLength(node) === 0 && !elementsBelow(node).some(({ name }) => name === 'img' || name === 'table');
}

function sizeOf(lines: readonly BodyLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

function headingOf(line: BodyLine): PageHeading | null {
  const { kind, text, element } = line;
  if (text === '') return null;
  if (kind === 'heading') return { level: Math.max(2, Number(element.name.slice(1))), text };
  return isBold(line) && !/[.。,，;；]$/.test(text) ? { level: 0, text } : null;
}

/**
 * Takes out of a found text what is no part of it: share bars, adverts, promotion lines, contact blocks, tags, what repeats
 * the headline above it. Links to other articles go to `related`. Changes the tree that it is given.
 */
export function cleanBody(root: ParentNode, headline: string | null, related: RelatedLinks): CleanBody {
  dropParts(root, related);
  const lines = bodyLines(root);
  const reader = new LineReader(lines, headline, related);
  reader.read();
  const { dropped } = reader;
  dropTail(lines, dropped, related);
  const lost = sizeOf(lines.filter(({ element }) => dropped.has(element)));
  if (lost > sizeOf(lines) * MOST_DROPPED && lost > 400 && lines.length > 3 && sizeOf(lines) - lost < 200) dropped.clear();
  prune(root, (node) => node instanceof Element && dropped.has(node));
  for (let round = 0; round < 2; round++) prune(root, isEmpty);
  unwrap(root);
  trimEnds(root);
  const headings = lines.filter(({ element }) => !dropped.has(element)).flatMap((line) => headingOf(line) ?? []).filter(({ text }) => headline === null || !isSameTitle(text, headline));
  return { headings: headings.slice(0, 60), tags: reader.tags };
}

const FLOW = /^(?:p|div|section|article|main|header|footer|ul|ol|dl|table|figure|blockquote|pre|h[1-6]|hr|details|center|address|form)$/;

function isBox(node: ChildNode): node is Element {
  return node instanceof Element && /^(?:div|section|article|main|header|footer|center|form|body|html|address)$/.test(node.name)
    && node.children.every((inner) => (inner instanceof Element ? FLOW.test(inner.name) : !('data' in inner) || inner.data.trim() === ''));
}

/** Boxes that hold nothing but blocks say nothing once their names are gone. */
function unwrap(parent: ParentNode): void {
  for (const child of parent.children) if (child instanceof Element) unwrap(child);
  if (parent.children.some(isBox)) setChildren(parent, parent.children.flatMap((child) => (isBox(child) ? child.children : [child])));
}

function isRule(node: ChildNode | undefined): boolean {
  return node instanceof Element && (node.name === 'hr' || node.name === 'br');
}

function trimEnds(root: ParentNode): void {
  const children = [...root.children];
  while (isRule(children[0])) children.shift();
  while (isRule(children.at(-1))) children.pop();
  setChildren(root, children);
}
