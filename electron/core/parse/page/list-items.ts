import { hostFamily } from './article-key.ts';
import type { ReadItem } from './read-items.ts';
import { isNoTitle, titleWidth } from './title-width.ts';

/** Shares of the whole list, counted once for each list. */
const counted = new WeakMap<readonly ReadItem[], { readonly dated: number; readonly near: number }>();

function sharesOf(all: readonly ReadItem[], family: string): { readonly dated: number; readonly near: number } {
  const known = counted.get(all);
  if (known) return known;
  const n = Math.max(1, all.length);
  const made = {
    dated: all.filter(({ dated }) => dated !== null).length / n,
    near: all.filter(({ link }) => hostFamily(link.url.hostname) === family).length / n,
  };
  counted.set(all, made);
  return made;
}

/** Whether one item is an article as the rest of its list are, rather than a pager, a button or an advert among them. */
export function isListItem(item: ReadItem, all: readonly ReadItem[], pageUrl: string): boolean {
  if (isNoTitle(item.item.title) || titleWidth(item.item.title) < 4) return false;
  const family = hostFamily(URL.parse(pageUrl)?.hostname ?? '');
  const { dated, near } = sharesOf(all, family);
  const isFar = hostFamily(item.link.url.hostname) !== family;
  return !(isFar && near > 0.5 && dated >= 0.6 && item.dated === null);
}
