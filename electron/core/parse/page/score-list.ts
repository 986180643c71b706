import { hostFamily } from './article-key.ts';
import { elementText } from './element-text.ts';
import type { ReadItem } from './read-items.ts';
import { orderliness } from './resolve-dates.ts';
import { titleWidth } from './title-width.ts';
import { shapeShares } from './url-shape.ts';

export interface ListScore {
  /** From 0 to 1, the place of the list counted in. */
  readonly score: number;
  readonly dated: number;
  readonly order: number;
  readonly place: number;
}

const PRICE = /[¥￥$€£]\s?\d|\d\s?(?:元|yuan|USD|EUR)\b|\b\d+(?:\.\d+)?%\s*$/;

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** How much items look like a list of articles, each sign between 0 and 1. `place` is placeFactor's. */
export function scoreList(items: readonly ReadItem[], read: number, place: number, pageUrl: string): ListScore {
  const n = items.length;
  if (n === 0) return { score: 0, dated: 0, order: 0, place };
  const family = hostFamily(URL.parse(pageUrl)?.hostname ?? '');
  const urls = items.map(({ link }) => link.url);
  const { alike, articles } = shapeShares(urls);
  const near = urls.filter(({ hostname }) => hostFamily(hostname) === family).length / n;
  const times = items.flatMap(({ item }) => item.publishedAt ?? []);
  const dated = items.filter(({ dated: from }) => from !== null).length / n;
  const shown = items.filter(({ dated: from }) => from === 'page').length / n;
  const order = orderliness(times);
  const widths = items.map(({ item }) => titleWidth(item.title)).toSorted((a, b) => a - b);
  const title = clamp(((widths[Math.floor(n / 2)] ?? 0) - 8) / 24);
  const many = clamp(Math.log2(n + 1) / Math.log2(13));
  const priced = items.slice(0, 20).filter(({ element, item }) => item.publishedAt === null && PRICE.test(elementText(element, 200))).length / Math.min(n, 20);
  // Elements that are no items, among those that are, tell of a list of something else.
  const whole = clamp(n / Math.max(1, read));
  const sum = 0.16 * many + 0.28 * (shown + (dated - shown) * 0.6) * (0.4 + 0.6 * order) + 0.22 * title + 0.1 * articles + 0.06 * alike + 0.08 * near + 0.1 * whole;
  return { score: sum * place * (priced > 0.5 ? 0.4 : 1), dated, order, place };
}
