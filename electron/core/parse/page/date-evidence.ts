import { Element, Text } from 'domhandler';
import { classStems } from './class-stem.ts';
import { columnHead, columnOf } from './table-column.ts';
import { elementText, foldText } from './element-text.ts';
import { findDate } from './find-date.ts';
import type { FoundDate } from './find-date.ts';
import { isFullDate } from './printed-date.ts';
import { titleWidth } from './title-width.ts';

/** One date near an item, and where it stands: the same place in another item gives the same slot. */
export interface DateEvidence {
  readonly slot: string;
  readonly found: FoundDate;
  readonly kind: 'time' | 'attribute' | 'whole' | 'within' | 'edge' | 'beside' | 'address';
  /** The element whose words are the date and nothing else, or null. */
  readonly element: Element | null;
  /** Its words or its class say that it is when the article was published. */
  readonly published: boolean;
  /** Its words say that it is another day of the article's: when it was signed, ends or was changed. */
  readonly other?: boolean;
}

const LONGEST = 80;
const LONGEST_BLOCK = 240;
const LONGEST_SIGNATURE = 48;
const LONGEST_LABEL = 24;
const SHORT_LABEL = 14;
const MOST_ELEMENTS = 200;
const MOST_FOUND = 8;
const ATTRIBUTES = ['datetime', 'data-time', 'data-date', 'data-datetime', 'data-timestamp', 'data-publish', 'data-published', 'data-publish-time', 'title', 'content'];
const YEAR = /^(?:19|20)\d\d\s*年?$/;
const MAY_BE_DATE = /\d|[今昨前刚]|어제|오늘|yester|today|just|ago|gestern|heute|hier|ayer|hoy|ontem|hoje|вчера|сегодня/i;
const PUBLISHED = /publi|发布|发表|发文|公告日|posted|pubdate|pub[-_]?(?:date|time)|公開|등록/i;
const OTHER_DATE = /成文|截止|到期|生效|实施|修改|deadline|expir|effective|clos(?:es|ing)|due|modified|updated|until|更新/i;

/** What one element is, in a word that its like share. */
export function nameOf(element: Element): string {
  if (element.name === 'td') return `td:${columnOf(element)}`;
  const stem = classStems(element.attribs['class'])[0]?.text;
  return stem === undefined ? element.name : `${element.name}.${stem}`;
}

function fromAttributes(element: Element, slot: string): DateEvidence | null {
  // Where its words say the year alone, the page knows no more: the day and the month were filled in.
  if (YEAR.test(elementText(element, 12))) return null;
  for (const name of ATTRIBUTES) {
    const value = element.attribs[name];
    if (value === undefined || value.length > 60 || (name === 'title' && element.name === 'a')) continue;
    const found = findDate(value);
    if (!found || !isFullDate(found.date) || !found.whole) continue;
    // A time element may say the day alone where its words say the hour.
    const words = found.date.clock === null ? findDate(elementText(element, LONGEST)) : null;
    const better = words && words.date.clock !== null && isFullDate(words.date) ? words : found;
    return { slot: `${slot}@${name}`, found: better, kind: element.name === 'time' ? 'time' : 'attribute', element, published: PUBLISHED.test(`${element.attribs['class'] ?? ''} ${element.attribs['itemprop'] ?? ''}`) };
  }
  return null;
}

function fromText(text: string, slot: string, element: Element | null): DateEvidence | null {
  if (!MAY_BE_DATE.test(text)) return null;
  const found = findDate(text);
  if (!found || (!found.whole && !isFullDate(found.date) && !isSignature(found))) return null;
  const { date, line, whole } = found;
  const edge = line.length > LONGEST || (!whole && titleLike(line));
  // `今日` in the middle of what an article says.
  if (!whole && date.ago?.unit === 'days' && /[，。；！？]/.test(text)) return null;
  if (edge && (date.ago !== null || (date.start > 12 && date.end < line.length - 3))) return null;
  const head = element?.name === 'td' ? columnHead(element) : '';
  const around = `${line} ${element?.attribs['class'] ?? ''} ${head}`;
  const label = whole && element ? labelBefore(element) : '';
  const other = OTHER_DATE.test(`${line} ${head} ${label}`);
  const published = PUBLISHED.test(`${around} ${label}`) && !other;
  return {
    // Two facts that stand alike are told apart by what they say of themselves.
    slot: `${slot}${published ? '~published' : (other ? '~other' : '')}`, found, kind: whole ? 'whole' : (edge ? 'edge' : 'within'), element: whole ? element : null,
    published, other,
  };
}

/** The few words that stand right before an element: what its date is of. */
function labelBefore(element: Element): string {
  let before = element.prev;
  while (before instanceof Text && before.data.trim() === '') before = before.prev;
  if (!(before instanceof Element) && !(before instanceof Text)) return '';
  if (before instanceof Element && /^(?:a|p|div|h[1-6])$/.test(before.name)) return '';
  const text = elementText(before, LONGEST_LABEL + 1);
  const named = /[:：]$/.test(text) || (before instanceof Element && /^(?:dt|th|label)$/.test(before.name));
  return titleWidth(text) > (named ? LONGEST_LABEL : SHORT_LABEL) || /\d/.test(text) ? '' : text;
}

/** A source and a day without its year: `(Reuters, Nov 20)`, `政策 · 11-20`. */
function isSignature({ date, line }: FoundDate): boolean {
  const named = date.month !== null && date.day !== null;
  if ((!named && date.numbers === null) || line.length > LONGEST_SIGNATURE) return false;
  const before = line.slice(0, date.start);
  return date.start > 0 && /^[\s)\]）】.]*$/.test(line.slice(date.end)) && (named ? /[\s,，|·•–-]$/ : /[,，|·•]\s?$/).test(before);
}

/** A sentence that mentions a date, rather than a line of facts about an article. */
function titleLike(line: string): boolean {
  return !/[|:·•：/]/.test(line.replace(/\d:\d/g, '')) && line.length > 40;
}

/** Every date that stands within an item, in the order of the document, outermost first. Words of `title` are looked at last. */
export function datesWithin(item: Element, title: Element | null): DateEvidence[] {
  const found: DateEvidence[] = [];
  let seen = 0;
  const visit = (element: Element, slot: string, inTitle: boolean): void => {
    if (++seen > MOST_ELEMENTS || found.length >= MOST_FOUND) return;
    const attribute = fromAttributes(element, slot);
    if (attribute) found.push(attribute);
    const text = element === item && element.children.some((child) => child instanceof Element && child.name === 'a') ? '' : elementText(element, LONGEST_BLOCK);
    const holdsTitle = title !== null && (element === title || isAncestor(element, title));
    const read = text.length < LONGEST_BLOCK && text !== '' && !holdsTitle && !wrapsTime(element) ? fromText(text, slot, element) : null;
    // Of the words of a title, only a part that is a date and nothing else dates the item.
    const own = inTitle && read?.kind !== 'whole' ? null : read;
    if (own) found.push(own);
    if (attribute?.kind === 'time' || own?.kind === 'whole') return;
    let nth = 0;
    for (const child of element.children) {
      if (child instanceof Element) visit(child, `${slot}>${nameOf(child)}`, inTitle || element === title);
      else if (child instanceof Text && !inTitle && element !== title && element.children.length > 1 && child.data.length <= LONGEST * 3) {
        const words = foldText(child.data);
        const loose = words.length > 3 && words.length <= LONGEST ? fromText(words, `${slot}>#${nth}`, null) : null;
        if (loose) found.push(loose);
        nth++;
      }
    }
  };
  visit(item, '', false);
  return found;
}

/** An element whose one child is a time that says its date to programs: the same words say less. */
function wrapsTime(element: Element): boolean {
  let inner: Element = element;
  for (let depth = 0; depth < 6; depth++) {
    if (inner !== element && inner.name === 'time') return fromAttributes(inner, '') !== null;
    const [only, ...others] = inner.children.filter((child) => child instanceof Element || (child instanceof Text && child.data.trim() !== ''));
    if (!(only instanceof Element) || others.length > 0) return false;
    inner = only;
  }
  return false;
}

function isAncestor(element: Element, of: Element): boolean {
  for (let at = of.parent; at; at = at.parent) if (at === element) return true;
  return false;
}

/** A date at an edge of a title, where nothing else dates the item. */
export function dateInTitle(title: string): DateEvidence | null {
  const found = findDate(title);
  if (!found || found.date.year === null && found.date.numbers === null || !isFullDate(found.date) || found.date.ago !== null) return null;
  const { date, line } = found;
  const atEdge = /^[\s[(【（]*$/.test(line.slice(0, date.start)) || /^[\s\])】）.]*$/.test(line.slice(date.end));
  return atEdge ? { slot: 'title', found, kind: 'edge', element: null, published: false } : null;
}

/** A date in words that stand beside an item and not within it. */
export function dateBeside(text: string, slot: string): DateEvidence | null {
  const evidence = fromText(text, slot, null);
  return evidence && { ...evidence, kind: 'beside' };
}
