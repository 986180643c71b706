/** A page without a feed, followed all the same: how it is read, and what reading it would take. Readonly, JSON-safe. */

/**
 * Reads the repeating elements of an HTML page. CSS selectors; those below `item` are looked up inside it and may begin with a
 * combinator (`+ dd`). Null: found as without help.
 */
export interface HtmlPageRules {
  readonly kind: 'html';
  /** Where the document is JSON: the path of the string that holds the HTML (`data.html`). */
  readonly in?: string | null | undefined;
  readonly item: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly date: string | null;
  readonly summary: string | null;
}

/**
 * Reads a list out of JSON: paths of keys and indices parted by dots, `[*]` for every element. `link` may be a template with
 * the fields of an item in braces (`/news/{id}`). `~` is the name that an element is kept under, where days or ids are names;
 * `^.date` is the date of the record whose list it is in.
 */
export interface JsonPageRules {
  readonly kind: 'json';
  /** Where the document is HTML: CSS selector of the script element that holds the JSON. */
  readonly in?: string | null | undefined;
  /** Empty where the root is the list. The other paths are looked up inside an element of it. */
  readonly items: string;
  readonly title: string;
  readonly link: string;
  readonly date: string | null;
  readonly summary: string | null;
  readonly id: string | null;
}

export type PageRules = HtmlPageRules | JsonPageRules;

/** What one element of a list would become. */
export interface PageItem {
  readonly title: string;
  /** Null only in proposals for JSON that names no address, which wait for a person's template. */
  readonly url: string | null;
  readonly publishedAt: number | null;
  /** `2026-11-18` where the page prints a day without a time. */
  readonly publishedDay: string | null;
  /** The page prints no zone: it was taken from its host and language. */
  readonly zoneAssumed: boolean;
  /** The date as printed. */
  readonly dateText: string | null;
  readonly summary: string | null;
}

/** One repeating list that a page holds. */
export interface PageList {
  readonly rules: PageRules;
  /** What stands above it, by which several lists of a page are told apart. */
  readonly heading: string | null;
  /** The first of them, in the page's order. */
  readonly items: readonly PageItem[];
  readonly itemCount: number;
  /** How many of all items have each part. */
  readonly filled: { readonly title: number; readonly link: number; readonly date: number; readonly summary: number };
  /** `unsure`: the person should look before following it. */
  readonly confidence: 'sure' | 'unsure';
}

/** A link that a person can point at, to say: lists like this one. */
export interface PageLink {
  readonly title: string;
  readonly url: string;
  /** The words around it that are not its own, cut short. */
  readonly context: string;
  /** As an item of a list that was found; null where it is in none, or has no date there. */
  readonly publishedAt: number | null;
  readonly publishedDay: string | null;
}

export interface PagePreview {
  /** After every redirect. */
  readonly url: string;
  readonly title: string;
  readonly lang: string | null;
  /** Best first; of given rules or an example, the one list that they read, empty where rules find nothing. */
  readonly lists: readonly PageList[];
  readonly links: readonly PageLink[];
  /** Set where the page is followed already. */
  readonly feedId: number | null;
}

/** An item that a person pointed at: by what it says, or where it leads. */
export interface PageExample {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}
