import type { ErrorDetail } from '../../contract/model.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { PageExample, PageItem, PageLink, PageList, PagePreview, PageRules } from '../../contract/page.ts';
import { hostOf } from '../fetch/address.ts';
import { findPageLists } from '../parse/page/find-page-lists.ts';
import type * as Found from '../parse/page/page-list.ts';
import { pageLinks } from '../parse/page/page-links.ts';
import { pageState } from '../parse/page/page-state.ts';
import { readPage } from '../parse/page/read-page.ts';
import { rulesFromExample } from '../parse/page/rules-from-example.ts';
import { validateRules } from '../parse/page/validate-rules.ts';
import type { ParsedFeed } from '../parse/parsed-feed.ts';

/** The one place that knows how lists are found in a page: what is found, in the words of the contract. */

interface Failed {
  readonly kind: 'failed';
  readonly code: ReaderErrorCode;
  readonly detail: ErrorDetail;
}

/** Lists that are offered, items of each that are shown, and links that can be pointed at: what a screen can hold. */
const MOST_LISTS = 8;
const MOST_SHOWN = 20;
const MOST_LINKS = 1000;
const LONGEST_URL = 2048;

export interface ReadOptions {
  /** After every redirect. */
  readonly url: string;
  readonly rules: PageRules;
  readonly now: number;
}

/** What is known of why a page holds no list: `reason: 'script-only'` where scripts draw it in a browser, nothing else as yet. */
export function whyNoList(text: string, url: string): ErrorDetail {
  return pageState(text, url) === 'script-only' ? { reason: 'script-only' } : {};
}

/** Reads a page by its rules. Never throws for what the page holds. */
export function readList(text: string, { url, rules, now }: ReadOptions): { readonly kind: 'items'; readonly feed: ParsedFeed; readonly items: readonly Found.PageItem[] } | { readonly kind: 'changed'; readonly found: number } | Failed {
  const fault = validateRules(rules);
  if (fault) return { kind: 'failed', code: 'bad-selector', detail: { field: fault.field, reason: fault.reason } };
  const reading = readPage(text, { url, rules, now });
  switch (reading.kind) {
    case 'items':
      return { kind: 'items', feed: withZones(reading.feed, reading.items), items: reading.items };
    case 'shape-changed':
      return { kind: 'changed', found: reading.found };
    case 'soft-404':
      return { kind: 'failed', code: 'page-is-missing', detail: {} };
    case 'blocked':
      return { kind: 'failed', code: 'bot-check', detail: {} };
    default:
      return reading satisfies never;
  }
}

/** Articles say too where a zone was assumed. Item for item, for a page's feed is made of its items. */
function withZones(feed: ParsedFeed, items: readonly Found.PageItem[]): ParsedFeed {
  return { ...feed, items: feed.items.map((item, at) => ({ ...item, zoneAssumed: items[at]?.zoneAssumed ?? false })) };
}

export interface LookOptions {
  /** After every redirect. */
  readonly url: string;
  readonly contentType: string | null;
  readonly rules?: PageRules | undefined;
  readonly example?: PageExample | undefined;
  readonly now: number;
}

type Preview = Omit<PagePreview, 'url' | 'feedId'>;

/**
 * What a page holds for a person to choose from; fails with `no-list-found` where there is not even a link to point at, or
 * where scripts draw the page (`reason`), whose few links are no articles.
 */
export function previewLists(text: string, options: LookOptions): { readonly kind: 'preview'; readonly preview: Preview } | Failed {
  const { url, rules, example, now } = options;
  const found = rules ? listOf(text, url, rules, now) : listsOf(text, options);
  if ('kind' in found) return found;
  const lists = found.map(toList);
  const dates = datesOf(found);
  const links = pageLinks(text, url, now).filter((link) => link.url.length <= LONGEST_URL).slice(0, MOST_LINKS).map((link) => ({ ...link, ...(dates.get(link.url) ?? NO_DATE) }));
  // What the page says of itself; of one without a list, that it is not there or lets only browsers in.
  // A list whose rows name no address waits for the person to say where they are.
  const first = rules ?? found.find((list) => validateRules(list.rules) === null)?.rules ?? NO_ELEMENT;
  const reading = readList(text, { url, rules: first, now });
  if (reading.kind === 'failed') return reading;
  if (lists.length === 0 && !rules) {
    const why = whyNoList(text, url);
    if (example || links.length === 0 || 'reason' in why) return { kind: 'failed', code: 'no-list-found', detail: why };
  }
  const { title, lang } = reading.kind === 'items' ? reading.feed : { title: null, lang: null };
  return { kind: 'preview', preview: { title: title ?? hostOf(url), lang, lists, links } };
}

const NO_ELEMENT: PageRules = { kind: 'html', item: 'no-such-element', title: null, link: null, date: null, summary: null };

type Listed = Pick<Found.PageList, 'rules' | 'items' | 'heading' | 'confidence'>;
type LinkDate = Pick<PageLink, 'publishedAt' | 'publishedDay'>;

const NO_DATE: LinkDate = { publishedAt: null, publishedDay: null };

/** What the lists make of the dates beside links, so that a link is shown with the date that its article would have. */
function datesOf(lists: readonly Listed[]): Map<string, LinkDate> {
  const items = lists.toReversed().flatMap((list) => list.items);
  return new Map(items.flatMap(({ url, publishedAt, publishedDay }) => (url === null ? [] : [[url, { publishedAt, publishedDay }] as const])));
}

function listsOf(text: string, { url, contentType, example, now }: LookOptions): Listed[] {
  const lists = example ? [rulesFromExample(text, { url, now, example: exampleOf(example) })] : findPageLists(text, { url, now, ...(contentType !== null && { contentType }) });
  return lists.slice(0, MOST_LISTS).flatMap((list) => list ?? []);
}

/** Optional fields are absent there rather than undefined. */
function exampleOf({ title, url }: PageExample): { readonly title?: string; readonly url?: string } {
  return { ...(title !== undefined && { title }), ...(url !== undefined && { url }) };
}

function listOf(text: string, url: string, rules: PageRules, now: number): Listed[] | Failed {
  const read = readList(text, { url, rules, now });
  if (read.kind === 'failed') return read;
  return read.kind === 'items' ? [{ rules, items: read.items, heading: null, confidence: 'sure' }] : [];
}

function toList({ rules, items, heading, confidence }: Listed): PageList {
  const having = (has: (item: Found.PageItem) => boolean): number => items.filter(has).length;
  return {
    rules,
    heading,
    items: items.slice(0, MOST_SHOWN).map(toItem),
    itemCount: items.length,
    filled: {
      title: having(({ title }) => title !== ''),
      link: having(({ url }) => url !== null),
      date: having(({ publishedAt }) => publishedAt !== null),
      summary: having(({ summary }) => summary !== null && summary !== ''),
    },
    confidence,
  };
}

function toItem({ title, url, publishedAt, publishedDay, zoneAssumed, dateText, summary }: Found.PageItem): PageItem {
  return { title, url, publishedAt, publishedDay, zoneAssumed: zoneAssumed && publishedAt !== null, dateText, summary };
}
