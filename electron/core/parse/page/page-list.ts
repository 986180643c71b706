import type * as Page from '../../../contract/page.ts';
import type { ParsedFeed } from '../parsed-feed.ts';
import type { PageRules } from './page-rules.ts';

/** One item as a page lists it; its address is absolute. */
export interface PageItem extends Page.PageItem {
  /** See articleKey; for JSON without an address that tells, the id that its rules name. */
  readonly guid: string | null;
}

/** A list that a page holds, and the rules that read it. */
export interface PageList {
  readonly rules: PageRules;
  /** Every item, in the order of the page. */
  readonly items: readonly PageItem[];
  /** The first few, to show. */
  readonly sample: readonly PageItem[];
  /** The heading above the list, by which several lists of a page are told apart. */
  readonly heading: string | null;
  /** From 0 to 1. */
  readonly score: number;
  /** `unsure` wherever a person should look before it is followed: no dates, few items, rivals, a place where menus stand. */
  readonly confidence: 'sure' | 'unsure';
}

export type PageReading =
  | { readonly kind: 'items'; readonly feed: ParsedFeed; readonly items: readonly PageItem[]; readonly found: number }
  /** The rules find nothing, or mostly what is no article. Proposals are best first and may be none. */
  | { readonly kind: 'shape-changed'; readonly found: number; readonly proposals: readonly PageList[] }
  /** Status 200, but the page says that it is not there. */
  | { readonly kind: 'soft-404'; readonly found: 0 }
  /** A check for robots or a login stands before the page. */
  | { readonly kind: 'blocked'; readonly found: 0 };
