import { hostFamily } from './article-key.ts';
import type { ReadItem } from './read-items.ts';
import { isNoTitle, titleWidth } from './title-width.ts';
import { urlShape } from './url-shape.ts';

interface Shares {
  readonly dated: number;
  readonly near: number;
  /** The shapes of dated items' addresses, where they are few: what has another is no article of this list. Null where they vary. */
  readonly shapes: ReadonlySet<string> | null;
}

/** Of what rules name, the share that has to be articles: of less, a page has changed its shape. */
export const FEWEST_ARTICLES = 0.3;
const FEWEST_ALIKE = 5;
const MOST_SHAPES = 0.34;

/** Shares of the whole list, counted once for each list. */
const counted = new WeakMap<readonly ReadItem[], Shares>();

function sharesOf(all: readonly ReadItem[], family: string): Shares {
  const known = counted.get(all);
  if (known) return known;
  const n = Math.max(1, all.length);
  const dated = all.filter((item) => item.dated !== null);
  const shapes = new Set(dated.map(({ link }) => urlShape(link.url)));
  const made: Shares = {
    dated: dated.length / n,
    near: all.filter(({ link }) => hostFamily(link.url.hostname) === family).length / n,
    shapes: dated.length >= FEWEST_ALIKE && shapes.size <= dated.length * MOST_SHAPES ? shapes : null,
  };
  counted.set(all, made);
  return made;
}

/** Whether one item is an article as the rest of its list are, rather than a pager, a button or an advert among them. */
export function isListItem(item: ReadItem, all: readonly ReadItem[], pageUrl: string): boolean {
  if (isNoTitle(item.item.title) || titleWidth(item.item.title) < 4) return false;
  if (item.dated !== null) return true;
  const family = hostFamily(URL.parse(pageUrl)?.hostname ?? '');
  const { dated, near, shapes } = sharesOf(all, family);
  const isFar = hostFamily(item.link.url.hostname) !== family;
  if (isFar && near > 0.5 && dated >= 0.6) return false;
  // A newsletter or a conference that stands among articles as one of them.
  return !(dated >= 0.8 && shapes?.has(urlShape(item.link.url)) === false);
}
