import type { AnyNode, Element } from 'domhandler';
import { articleKeys, articleSerial } from './article-key.ts';
import { besideItem, datesBeside, headDates, wordsAfter } from './beside-item.ts';
import { chooseDates } from './choose-dates.ts';
import type { ChosenDate } from './choose-dates.ts';
import { dateInTitle, datesWithin } from './date-evidence.ts';
import type { DateEvidence } from './date-evidence.ts';
import { elementText } from './element-text.ts';
import { fileFacts } from './file-facts.ts';
import { findDate } from './find-date.ts';
import { elementUrl, itemLink } from './item-link.ts';
import type { ItemLink } from './item-link.ts';
import { labelsOf } from './label-slots.ts';
import { listLinks } from './list-links.ts';
import { cleanTitle, itemSummary, itemTitle } from './item-words.ts';
import type { ItemTitle } from './item-words.ts';
import type { LoadedPage } from './load-page.ts';
import type { PageItem } from './page-list.ts';
import type { HtmlRules } from './page-rules.ts';
import type { PageZone } from './page-zone.ts';
import { isFullDate } from './printed-date.ts';
import { selectWithin } from './select.ts';
import { isFileName, isNoTitle, titleWidth } from './title-width.ts';
import { urlDate } from './url-date.ts';

export type ItemRules = Pick<HtmlRules, 'title' | 'link' | 'date' | 'summary'>;
export const NO_HELP: ItemRules = { title: null, link: null, date: null, summary: null };

/** An item with what it was read from, for the finder to judge. */
export interface ReadItem {
  readonly element: Element;
  readonly link: ItemLink;
  readonly dated: ChosenDate['from'];
  readonly item: PageItem;
  /** Its title was taken from one of several cells that say as much. */
  readonly guessed: boolean;
}

interface Draft {
  readonly element: Element;
  readonly link: ItemLink;
  readonly title: ItemTitle;
  readonly found: readonly DateEvidence[];
}

const LONGEST_SUMMARY = 600;
/** A title of fewer letters is none. */
const NARROWEST = 8;

function pointedLink(element: Element, page: LoadedPage, selector: string): ItemLink | null {
  const target = selectWithin(element, selector);
  const url = target && elementUrl(target, page.base);
  if (target && url) return { url, element: target, text: elementText(target, 400), sponsored: false };
  return target ? itemLink(target, page.base, page.url) : null;
}

function pointedDate(target: Element | null): DateEvidence[] {
  if (!target) return [];
  const within = datesWithin(target, null);
  if (within.length > 0) return within.map((evidence) => ({ ...evidence, slot: 'pointed' }));
  const found = findDate(elementText(target, 240));
  return found ? [{ slot: 'pointed', found, kind: 'whole', element: target, published: true }] : [];
}

/** The title that an item has without the words that many of its like share; with them where nothing else is left. */
function titleOf(element: Element, link: ItemLink, dates: ReadonlySet<AnyNode>, labels: readonly Element[]): ItemTitle {
  const bare = labels.length === 0 ? null : itemTitle(element, link, new Set([...dates, ...labels]));
  return bare && titleWidth(bare.text) >= NARROWEST && !isNoTitle(bare.text) ? bare : itemTitle(element, link, dates);
}

function draftOf(element: Element, link: ItemLink | null, rules: ItemRules, labels: (item: Element) => readonly Element[]): Draft | null {
  const shared = labels(element);
  if (!link || link.sponsored) return null;
  const named = itemTitle(element, link, new Set());
  const found = rules.date === null ? datesWithin(element, named.element) : pointedDate(selectWithin(element, rules.date));
  const dates = new Set<AnyNode>(found.flatMap(({ element: own, kind }) => (own && own !== element && (kind === 'whole' || kind === 'time') ? [own] : [])));
  for (const fact of fileFacts(link.element)) dates.add(fact);
  const pointed = rules.title === null ? null : selectWithin(element, rules.title);
  if (rules.title !== null && !pointed) return null;
  const title = pointed ? { text: elementText(pointed, 400, dates), element: pointed } : titleOf(element, link, dates, shared);
  return titleWidth(title.text) < 2 ? null : { element, link, title, found };
}

function summaryOf({ element, title, found }: Draft, rules: ItemRules, items: ReadonlySet<Element>): string | null {
  if (rules.summary !== null) {
    const target = selectWithin(element, rules.summary);
    return target ? elementText(target, LONGEST_SUMMARY) || null : null;
  }
  const dates = new Set<AnyNode>(found.flatMap(({ element: own }) => (own && own !== element ? [own] : [])));
  const own = itemSummary(element, title, dates);
  if (own !== null || (element.name !== 'dt' && element.name !== 'tr')) return own;
  const next = besideItem(element, items, 'after').map((node) => elementText(node, LONGEST_SUMMARY)).find((text) => titleWidth(text) > 48);
  return next ?? null;
}

/** Adds the dates that stand beside the items, on the side on which most of them have one. */
function withBeside(drafts: readonly Draft[], all: ReadonlySet<Element>): readonly Draft[] {
  const sides = (['after', 'before'] as const).map((side) => drafts.map(({ element }) => datesBeside(element, all, side)));
  const counts = sides.map((side) => side.filter((found) => found.length > 0).length);
  const side = sides[(counts[1] ?? 0) > (counts[0] ?? 0) ? 1 : 0];
  return drafts.map((draft, at) => ({ ...draft, found: [...draft.found, ...(side?.[at] ?? [])] }));
}

/**
 * Reads the elements of a list as items, in its order: those that lead somewhere and are called something. What is paid for is
 * left out, and so is what repeats an address. Pure; `now` in epoch milliseconds.
 */
export function readItems(page: LoadedPage, { zone, dayFirst }: PageZone, now: number, elements: readonly Element[], rules: ItemRules = NO_HELP): ReadItem[] {
  const labels = rules.title === null ? labelsOf(elements) : () => [];
  const { link: pointed } = rules;
  const links = pointed === null ? listLinks(page, elements, labels) : elements.map((element) => pointedLink(element, page, pointed));
  let drafts: readonly Draft[] = elements.flatMap((element, at) => draftOf(element, links[at] ?? null, rules, labels) ?? []);
  // What leads nowhere is beside an item rather than one.
  const all = new Set(drafts.map(({ element }) => element));
  const undated = drafts.filter(({ found }) => !found.some(({ found: { date } }) => isFullDate(date))).length;
  const wantsMore = rules.date === null && undated > drafts.length / 2;
  const heads = wantsMore ? headDates(page, drafts.map(({ element }) => element)) : [];
  if (wantsMore) drafts = withBeside(drafts, all);
  const keys = articleKeys(drafts.map(({ link }) => link.url.href));
  const dates = chooseDates(
    drafts.map(({ found, title, link }, at) => ({
      found, head: heads[at] ?? null,
      inTitle: rules.date === null ? dateInTitle(title.text) : null,
      inAddress: rules.date === null ? urlDate(link.url) : null,
      serial: articleSerial(keys[at] ?? null),
    })),
    { now, zone, dayFirst },
  );
  const seen = new Set<string>();
  return drafts.flatMap((draft, at) => {
    const { element, link, title } = draft;
    const key = keys[at] ?? null;
    const chosen = dates[at];
    const name = key ?? link.url.href;
    const said = isFileName(title.text) ? wordsAfter(element, all).replace(/^[\s|:：–—-]+/, '') : '';
    const text = rules.title === null ? cleanTitle(titleWidth(said) >= NARROWEST ? said : title.text) : title.text;
    if (seen.has(name) || titleWidth(text) < 2) return [];
    seen.add(name);
    const item: PageItem = {
      title: text, url: link.url.href, publishedAt: chosen?.at ?? null, publishedDay: chosen?.day ?? null, zoneAssumed: chosen?.zoneAssumed ?? false,
      dateText: chosen?.text ?? null, summary: summaryOf(draft, rules, all), guid: key,
    };
    return [{ element, link, dated: chosen?.from ?? null, item, guessed: title.guessed === true }];
  });
}
