/**
 * How the list of a web page is read where the text is HTML. All but `item` are relative to an item, may begin with a combinator
 * (`+ dd`), and are found as without help where they are null: the item's best link, its words, its first date.
 */
export interface HtmlRules {
  readonly kind: 'html';
  /** Where the text is JSON: the path of the string that holds the HTML, as in `data.html`. */
  readonly in?: string | null;
  /** CSS selector of the elements that repeat. */
  readonly item: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly date: string | null;
  readonly summary: string | null;
}

/** How the list of a JSON text is read. A path is names and indexes joined by dots; `[*]` or `[]` stands for every element. */
export interface JsonRules {
  readonly kind: 'json';
  /** Where the text is HTML: the CSS selector of the script element that holds the JSON. */
  readonly in?: string | null;
  /** Path from the root to the array, `''` where the root is the array. The others are paths within one of its elements. */
  readonly items: string;
  readonly title: string;
  /** A path, or an address with paths in braces: `/news/{id}`. Relative addresses start from the page's. */
  readonly link: string;
  readonly date: string | null;
  readonly summary: string | null;
  readonly id: string | null;
}

/** How a page that is no feed is read as one. JSON-safe. */
export type PageRules = HtmlRules | JsonRules;

export type RulesField = 'kind' | 'in' | 'item' | 'items' | 'title' | 'link' | 'date' | 'summary' | 'id';

/** Why rules cannot be used: the field, and what is wrong with it. `unsupported` is a selector that we will not run. */
export interface RulesFault {
  readonly field: RulesField;
  readonly reason: 'empty' | 'too-long' | 'not-a-selector' | 'unsupported' | 'not-a-path' | 'no-such-kind';
}
