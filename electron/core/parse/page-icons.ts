import { Parser } from 'htmlparser2';

/** Icons stand in the head, which is short; a page that never ends it is read no further. */
const LONGEST = 500_000;
const MOST_LINKS = 64;
/** The tokenizer's own stack costs the square of the depth. */
const DEEPEST = 2000;
/** As many as are worth asking for. */
const MOST_ICONS = 3;
/** Of an icon that a page carries in its link. */
const LONGEST_DATA = 64_000;
/** Drawn 16 pixels wide, twice as many on most screens. */
const WANTED = 32;
/** What is smaller is blurred: each pixel that is lacking counts for as many that are too many. */
const BLUR = 8;
/** As browsers take them where no size is given. */
const USUAL_ICON = 24;
const USUAL_TOUCH_ICON = 180;

interface Icon {
  readonly url: string;
  /** Less is better. */
  readonly cost: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Pixels of a side: the best of those that `sizes` names (HTML section 4.6.7.8), null where it names none. `any` is as good as the wanted. */
function bestSide(sizes: string): number | null {
  const sides = sizes.toLowerCase().split(/\s+/, MOST_LINKS).flatMap((size) => (size === 'any' ? WANTED : /^(\d{1,4})x\d{1,4}$/.exec(size)?.[1] ?? [])).map(Number);
  return sides.length === 0 ? null : sides.reduce((best, side) => (costOf(side) < costOf(best) ? side : best));
}

function costOf(side: number): number {
  return side >= WANTED ? side - WANTED : (WANTED - side) * BLUR;
}

function isSvg(type: string, href: string): boolean {
  return /^image\/svg\b/i.test(type) || /^data:image\/svg\b/i.test(href) || /\.svg(?:[?#]|$)/i.test(href);
}

function iconOf(attributes: Attributes, base: string): Icon | null {
  const relations = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  const isTouch = relations.includes('apple-touch-icon') || relations.includes('apple-touch-icon-precomposed');
  // One for a dark bar is white in most cases, and there is another beside it.
  const isAside = /dark/i.test(attributes['media'] ?? '');
  if (isAside || !(isTouch || relations.includes('icon'))) return null;
  const href = attributes['href']?.trim() ?? '';
  const { type = '', sizes = '' } = attributes;
  const url = href.startsWith('data:') ? (href.length <= LONGEST_DATA ? href : null) : webAddress(href, base);
  if (url === null) return null;
  const side = isSvg(type, href) ? WANTED : (bestSide(sizes) ?? (isTouch ? USUAL_TOUCH_ICON : /\.ico(?:[?#]|$)/i.test(href) ? WANTED : USUAL_ICON));
  // Those for home screens stand on a ground of their own.
  return { url, cost: costOf(side) + (isTouch ? WANTED : 0) };
}

function webAddress(href: string, base: string): string | null {
  const url = href === '' ? null : URL.parse(href, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}

/**
 * Which icons a page at `pageUrl` names in its link elements, absolute or `data:`, the one that is best at 16 by 16 first, at most
 * three; of equals the later one, as browsers choose. Pure, and bounded in time, whatever the page.
 */
export function pageIcons(html: string, pageUrl: string): readonly string[] {
  const icons: Icon[] = [];
  let base = pageUrl;
  let hasBase = false;
  let links = 0;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && !hasBase && attributes['href']) {
        base = URL.parse(attributes['href'].trim(), pageUrl)?.href ?? pageUrl;
        hasBase = true;
      }
      if (name === 'body' || ++depth > DEEPEST || links >= MOST_LINKS) parser.pause();
      if (name !== 'link') return;
      const icon = iconOf(attributes, base);
      if (icon === null) return;
      links += 1;
      icons.unshift(icon);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html.slice(0, LONGEST));
  const best = icons.toSorted((a, b) => a.cost - b.cost).map(({ url }) => url);
  return [...new Set(best)].slice(0, MOST_ICONS);
}
