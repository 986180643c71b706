import { Element, Text } from 'domhandler';
import type { AnyNode } from 'domhandler';
import { columnHead } from './table-column.ts';
import { elementText } from './element-text.ts';
import { withoutFileFacts } from './file-facts.ts';
import { findDate } from './find-date.ts';
import { descendants } from './item-link.ts';
import type { ItemLink } from './item-link.ts';
import { isReference, referenceTitle } from './reference-title.ts';
import { isFileName, isNoTitle, titleWidth } from './title-width.ts';

const LONGEST_TITLE = 400;
const LONGEST_SUMMARY = 600;
const AS_MUCH = 0.5;
const TITLE_CLASS = /(?:^|[\s_-])(?:title|headline|tit|subject|name|bt(?![a-z])|biaoti|heading)/i;
const SUMMARY_CLASS = /summary|desc|excerpt|intro|abstract|brief|digest|teaser|snippet|lead|deck|zhaiyao|jianjie|\bcon(?:tent)?\b|\btext\b/i;
const isNamedTitle = ({ name, attribs }: Element) => /^h[1-6]$/.test(name) || TITLE_CLASS.test(attribs['class'] ?? '') || attribs['itemprop'] === 'headline';

/** What heads the column of a table that names what its rows are. */
const TITLE_HEAD = /^(?:(?:case|document|file|news|article)?\s?(?:title|name|subject|headline|matter|description|announcement|topic|caption)|case|parties|标题|题名|名称|主题|文件(?:名称|标题)?|公告(?:名称|标题)|信息名称|件名|タイトル|제목)s?$/i;

export interface ItemTitle {
  readonly text: string;
  /** The element whose words it is, for what is searched beside it. */
  readonly element: Element | null;
  /** Several parts of the item say as much, and nothing tells which of them names it. */
  readonly guessed?: true;
}

/** Takes bullets, a date that stands apart and what is said of a file off the edges of a title. */
export function cleanTitle(text: string): string {
  let line = withoutFileFacts(text).replace(/^[\s·•●○■□▪◆◇►▶»›※*|:：–—-]+(?=\S)/u, '').replace(/\s+(?:NEW!?|›|»|>+)$/u, '').trim();
  const found = findDate(line.length > 200 ? '' : line);
  if (found && !found.whole && found.date.text !== '' && (found.date.day !== null || found.date.numbers?.[2])) {
    const at = line.indexOf(found.date.text);
    const [before, after] = [line.slice(0, at), line.slice(at + found.date.text.length)];
    if (at >= 0 && /^[\s[(【（]*$/.test(before) && /^\s*[\])】）]|^\s+[|–—-]\s|^\s{1,4}(?=\S)/.test(after) && (before !== '' || /^\s/.test(after))) line = after.replace(/^[\s\])】）|–—:-]+/, '');
    else if (at > 0 && /[\s[(【（]$/.test(before) && /^[\s\])】）]*$/.test(after)) line = before.replace(/[\s[(【（|–—-]+$/, '');
  }
  return line.trim();
}

function textOf(element: Element, without: ReadonlySet<AnyNode>): string {
  const text = elementText(element, LONGEST_TITLE, without);
  const title = element.attribs['title']?.replace(/\s+/g, ' ').trim() ?? '';
  return /(?:\.{2,}|…)$/.test(text) && titleWidth(title) > titleWidth(text) ? title.slice(0, LONGEST_TITLE) : text;
}

/** Of the cells of a row the one that says most; a guess where another says nearly as much. */
function longestOf(cells: readonly { readonly element: Element; readonly text: string }[]): ItemTitle | undefined {
  const [first, second] = cells.toSorted((a, b) => titleWidth(b.text) - titleWidth(a.text));
  return first && second && titleWidth(second.text) >= titleWidth(first.text) * AS_MUCH ? { ...first, guessed: true } : first;
}

/** The words that a title was cut from to fit, where the link or what stands about it says them whole for those who point at it; as it is where none does. */
function uncut(title: ItemTitle, item: Element, link: ItemLink): ItemTitle {
  const shown = /^(.{4,}?)\s*(?:\.{2,}|…+)$/.exec(title.text)?.[1];
  if (shown === undefined) return title;
  for (const { attribs } of [link.element, item, ...descendants(item, 60)]) {
    const whole = (attribs['title'] ?? attribs['aria-label'] ?? attribs['alt'] ?? '').replace(/\s+/g, ' ').trim();
    if (whole.length > shown.length && whole.startsWith(shown) && !/(?:\.{2,}|…)$/.test(whole)) return { ...title, text: whole.slice(0, LONGEST_TITLE) };
  }
  return title;
}

/** What an item is called: the words of its link, or of the heading in it or about it where those are long, none, or a button's. */
export function itemTitle(item: Element, link: ItemLink, dates: ReadonlySet<AnyNode>): ItemTitle {
  return uncut(shownTitle(item, link, dates), item, link);
}

function shownTitle(item: Element, link: ItemLink, dates: ReadonlySet<AnyNode>): ItemTitle {
  const inside = descendants(link.element, 120);
  const heading = inside.find((element) => element !== link.element && isNamedTitle(element) && titleWidth(textOf(element, dates)) > 3);
  if (heading) return { text: textOf(heading, dates), element: heading };
  const own = link.text === link.element.attribs['title'] ? link.text : textOf(link.element, dates);
  const text = own === '' ? link.text : own;
  const blocks = inside.filter((element) => element !== link.element && /^(?:div|p|strong|b|span|h\d|em|td|li)$/.test(element.name) && !dates.has(element) && !element.children.some((child) => child instanceof Element && /^(?:div|p|strong|span)$/.test(child.name)) && titleWidth(elementText(element, 200, dates)) >= 12);
  const hasOwnWords = link.element.children.some((child) => child instanceof Text && titleWidth(child.data.trim()) > 3);
  const apart = blocks.some(({ name }) => /^(?:div|p|td|li)$/.test(name));
  // Of what stands in a link side by side, the one part that is set bold.
  const bold = blocks.filter(({ name, parent }) => parent === link.element && /^(?:strong|b|h\d)$/.test(name));
  const block = bold.length === 1 ? bold[0] : blocks[0];
  if (!hasOwnWords && (titleWidth(text) > 60 || apart || bold.length === 1 || link.element.name !== 'a') && block) return { text: textOf(block, dates), element: block };
  const line = referenceTitle(item, link.element, text);
  if (line !== null) return { text: line, element: link.element };
  if (titleWidth(text) > 3 && !isNoTitle(text) && !isFileName(text) && !dates.has(link.element) && !(item.name === 'tr' && isReference(text))) return { text, element: link.element };
  const outside = descendants(item, 200).filter((element) => element !== item && !dates.has(element) && !(findDate(elementText(element, 60))?.whole ?? false));
  const named = outside.find((element) => isNamedTitle(element) && titleWidth(textOf(element, dates)) > 3 && !isNoTitle(textOf(element, dates)));
  if (named) return { text: textOf(named, dates), element: named };
  const label = link.element.attribs['aria-label'] ?? inside.find(({ name }) => name === 'img')?.attribs['alt'] ?? '';
  if (titleWidth(label) > 6 && !isNoTitle(label)) return { text: label.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE), element: link.element };
  const says = outside.filter(({ name }) => /^(?:td|p|div|span|strong|b|dt)$/.test(name)).map((element) => ({ element, text: textOf(element, dates) }))
    .filter(({ text, element }) => titleWidth(text) > 8 && titleWidth(text) < 200 && !isNoTitle(text) && !isFileName(text) && !element.children.some((child) => child instanceof Element && /^(?:td|p|div)$/.test(child.name)));
  // Of a table's row the cell whose column is headed so, or that says most, where the link is called PDF; else what is set bold, or stands first.
  const cell = item.name === 'tr' ? (says.find(({ element }) => element.name === 'td' && TITLE_HEAD.test(columnHead(element))) ?? longestOf(says))
    : (says.find(({ element, text }) => /^(?:strong|b)$/.test(element.name) && titleWidth(text) >= 12) ?? says.find(({ text }) => titleWidth(text) >= 24) ?? says[0]);
  if (cell) return cell;
  const links = descendants(item, 200).filter(({ name }) => name === 'a');
  const loose = elementText(item, LONGEST_TITLE, new Set<AnyNode>([...dates, ...links]));
  return titleWidth(loose) > 8 ? { text: loose, element: null } : { text: isNoTitle(text) ? '' : text, element: link.element };
}

/** The words that tell more of an item than its title: the longest block that is neither title nor date. */
export function itemSummary(item: Element, title: ItemTitle, dates: ReadonlySet<AnyNode>): string | null {
  let best = '';
  for (const element of descendants(item, 200)) {
    if (element === item || element === title.element || dates.has(element) || !/^(?:p|div|span|dd|td|section|em|i)$/.test(element.name)) continue;
    if (element.children.some((child) => child instanceof Element && /^(?:p|div|section|h\d|ul|dd|a)$/.test(child.name) && !SUMMARY_CLASS.test(element.attribs['class'] ?? ''))) continue;
    const skipped = new Set<AnyNode>([...dates, ...(title.element ? [title.element] : [])]);
    const text = elementText(element, LONGEST_SUMMARY, skipped);
    const named = SUMMARY_CLASS.test(element.attribs['class'] ?? '');
    if (titleWidth(text) < (named ? 24 : 48) || text === title.text || isNoTitle(text)) continue;
    if (titleWidth(text) > titleWidth(best) + (named ? -20 : 0)) best = text;
  }
  return best === '' ? null : best.replace(/\s*(?:[[【(（]?(?:阅读全文|查看全文|详情|详细|更多|read more|learn more)[\])】）]?)\s*[>»→]*$/i, '').trim();
}
