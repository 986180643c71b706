import { embeddedJson } from './embedded-json.ts';
import { looksLikeJson, readJson } from './json-text.ts';
import type { Json } from './json-path.ts';
import { listAt, scalarAt } from './json-path.ts';
import { isListItem } from './list-items.ts';
import { loadPage } from './load-page.ts';
import type { LoadedPage } from './load-page.ts';
import type { PageItem } from './page-list.ts';
import type { HtmlRules, JsonRules, PageRules } from './page-rules.ts';
import { pageZone } from './page-zone.ts';
import { readItems } from './read-items.ts';
import { readJsonItems } from './read-json-items.ts';
import { selectFrom } from './select.ts';

export interface RulesReading {
  readonly items: readonly PageItem[];
  /** How many elements the rules name, items or not. */
  readonly matched: number;
}

/** Elements that are looked at for JSON. */
const MOST_HOLDERS = 60;
const NONE: RulesReading = { items: [], matched: 0 };

export function readHtmlRules(page: LoadedPage, rules: HtmlRules, now: number): RulesReading {
  const elements = selectFrom(page, rules.item);
  const items = readItems(page, pageZone(page), now, elements, rules);
  return { items: items.filter((item, _at, all) => rules.title !== null || isListItem(item, all, page.url)).map(({ item }) => item), matched: elements.length };
}

export function readJsonRules(root: Json, rules: JsonRules, base: string, now: number, lang: string | null): RulesReading {
  const elements = listAt(root, rules.items);
  return { items: readJsonItems(elements, rules, base, now, lang).filter(({ url }) => url !== null), matched: elements.length };
}

/** The string at a path of a JSON text that holds HTML, as a page. */
export function fragmentPage(root: Json, path: string, url: string): LoadedPage | null {
  const html = scalarAt(root, path);
  return html === null ? null : loadPage(html, url);
}

/** What rules read from a text, and the page that it is where it is HTML. Rules that do not fit the text read nothing. */
export function readRules(text: string, url: string, rules: PageRules, now: number): RulesReading & { readonly page: LoadedPage | null } {
  if (looksLikeJson(text, null)) {
    const root = readJson(text);
    if (root === null) return { ...NONE, page: null };
    if (rules.kind === 'json') return { ...(rules.in ? NONE : readJsonRules(root, rules, url, now, null)), page: null };
    const page = rules.in ? fragmentPage(root, rules.in, url) : null;
    return { ...(page ? readHtmlRules(page, rules, now) : NONE), page: null };
  }
  const page = loadPage(text, url);
  if (rules.kind === 'html') return { ...(rules.in ? NONE : readHtmlRules(page, rules, now)), page };
  const holders = rules.in ? selectFrom(page, rules.in).slice(0, MOST_HOLDERS) : [];
  for (const holder of holders) {
    const root = embeddedJson(page, holder);
    const reading = root === null ? NONE : readJsonRules(root, rules, page.base, now, page.lang);
    if (reading.matched > 0) return { ...reading, page };
  }
  return { ...NONE, page };
}
