import { hostFamily } from './article-key.ts';
import { jsonFields } from './json-fields.ts';
import { jsonListPaths } from './json-list-paths.ts';
import { isRecord, listAt } from './json-path.ts';
import type { Json } from './json-path.ts';
import type { PageItem } from './page-list.ts';
import type { JsonRules } from './page-rules.ts';
import { readJsonItems } from './read-json-items.ts';
import { orderliness } from './resolve-dates.ts';
import { titleWidth } from './title-width.ts';
import { shapeShares } from './url-shape.ts';

export interface JsonCandidate {
  readonly rules: JsonRules;
  readonly items: readonly PageItem[];
  readonly score: number;
  readonly dated: number;
  readonly order: number;
  /** It is not of prices or goods, and hardly two of its titles are the same. */
  readonly plain: boolean;
}

/** Lists whose rows name no address, and where their site shows them. */
const KNOWN_ADDRESSES: readonly (readonly [host: RegExp, template: (id: string) => string])[] = [
  [/^platform\.smm\.cn$/, (id) => `https://news.smm.cn/news/{${id}}`],
];

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** What goods and quotes have a number of. */
const QUOTED = /price|amount|^(?:avg|average|high|low|open|close|change|chg|bid|ask|mid|spread|percent|quantity|inventory|stock)(?:[_A-Z]|$)|均价|涨跌|最高|最低/i;
const DISTINCT = 0.6;

function isQuote(element: Json): boolean {
  return isRecord(element) && Object.entries(element).some(([name, value]) => QUOTED.test(name) && (typeof value === 'number' || (typeof value === 'string' && /^[+\-−]?[¥$€£]?\d[\d.,]*%?$/.test(value))));
}

function isPlain(elements: readonly Json[], titles: readonly string[]): boolean {
  return elements.filter(isQuote).length <= elements.length / 2 && new Set(titles).size >= titles.length * DISTINCT;
}

/** Every list of articles in a JSON value, best first. `base` is the address that relative ones start from; `script` is the selector of its element. */
export function jsonCandidates(root: Json, base: string, now: number, script: string | null = null, lang: string | null = null): JsonCandidate[] {
  const url = URL.parse(base);
  const found = jsonListPaths(root).flatMap((path): JsonCandidate[] => {
    const elements = listAt(root, path);
    const fields = jsonFields(elements);
    if (!fields) return [];
    const known = fields.link === '' && fields.id !== null ? KNOWN_ADDRESSES.find(([host]) => host.test(url?.hostname ?? '')) : undefined;
    const link = known && fields.id !== null ? known[1](fields.id) : fields.link;
    const rules: JsonRules = { kind: 'json', ...(script === null ? {} : { in: script }), items: path, ...fields, link };
    const items = readJsonItems(elements, rules, base, now, lang);
    if (items.length < 2) return [];
    const n = items.length;
    const urls = items.flatMap((item) => (item.url === null ? [] : [new URL(item.url)]));
    const { alike, articles } = shapeShares(urls);
    const near = urls.filter(({ hostname }) => hostFamily(hostname) === hostFamily(url?.hostname ?? '')).length / n;
    const times = items.flatMap(({ publishedAt }) => publishedAt ?? []);
    const [dated, order] = [times.length / n, orderliness(times)];
    const widths = items.map(({ title }) => titleWidth(title)).toSorted((a, b) => a - b);
    const title = clamp(((widths[Math.floor(n / 2)] ?? 0) - 8) / 24);
    const linked = urls.length / n;
    const score = 0.16 * clamp(Math.log2(n + 1) / Math.log2(13)) + 0.28 * dated * (0.4 + 0.6 * order) + 0.22 * title + 0.1 * articles + 0.06 * alike + 0.04 * near + 0.14 * linked * (n / Math.max(1, elements.length));
    const beside = /hot|rank|recommend|related|banner|advert|nav|menu|tags?|categor|author|comment/i.test(path.split('.').at(-1) ?? '') ? 0.5 : 1;
    return [{ rules, items, score: score * beside, dated, order, plain: isPlain(elements, items.map((item) => item.title)) }];
  });
  return found.toSorted((a, b) => b.score - a.score || b.items.length - a.items.length).slice(0, 12);
}
