import { Element } from 'domhandler';
import { classStems } from './class-stem.ts';
import type { LinkWeights } from './element-clusters.ts';
import { elementText } from './element-text.ts';
import { descendants } from './item-link.ts';

/** Where menus, rankings and adverts stand, by what an element is called: how much of a list's score is left. */
const TAGS: Readonly<Record<string, number>> = { nav: 0.15, footer: 0.3, aside: 0.5, header: 0.6, form: 0.8 };
const WORDS: Readonly<Record<string, number>> = {
  nav: 0.25, navbar: 0.2, navigation: 0.2, menu: 0.2, submenu: 0.2, breadcrumb: 0.15, breadcrumbs: 0.15, crumb: 0.15, crumbs: 0.15, position: 0.6,
  pagination: 0.1, pager: 0.15, paging: 0.15, pagebar: 0.15, footer: 0.3, foot: 0.4, sidebar: 0.5, aside: 0.5, side: 0.6, widget: 0.6,
  related: 0.45, relate: 0.45, recommend: 0.45, recommended: 0.45, recommendations: 0.45, hot: 0.4, hots: 0.4, hotlist: 0.4, popular: 0.4, rank: 0.4, ranking: 0.4, ranks: 0.4, trending: 0.4, top10: 0.4,
  mostread: 0.4, phb: 0.4, paihang: 0.4, tag: 0.4, tags: 0.3, tagcloud: 0.2, cloud: 0.5, share: 0.2, social: 0.2, lang: 0.2, language: 0.2, languages: 0.2, comment: 0.35, comments: 0.3, replies: 0.3, respond: 0.3,
  ad: 0.3, ads: 0.3, adv: 0.3, advert: 0.3, advertisement: 0.3, sponsor: 0.3, sponsored: 0.25, sponsors: 0.3, promo: 0.4, banner: 0.5, banners: 0.5, partner: 0.4, partners: 0.4, friendlink: 0.2, links: 0.6, flink: 0.2, yqlj: 0.2,
  login: 0.3, cookie: 0.2, subscribe: 0.5, newsletter: 0.6, carousel: 0.7, slider: 0.7, swiper: 0.7, ticker: 0.6, marquee: 0.6, product: 0.4, products: 0.4, shop: 0.3, cart: 0.3, sitemap: 0.3, archives: 0.5, toolbar: 0.3, dropdown: 0.3, popup: 0.4, modal: 0.4,
};
const HEADINGS = /热点|热门|热文|排行|点击榜|阅读榜|相关(?:阅读|文章|新闻|链接|推荐)|推荐(?:阅读|文章)?$|猜你喜欢|友情链接|合作(?:伙伴|媒体)|标签|专题导航|广告|评论|产品(?:展示|中心)|供应信息|(?:^|\s)(?:related|most (?:read|popular|viewed|shared|commented|discussed|emailed|visited)|popular|trending|hot topics?|recommended|you may (?:also )?like|tags?|topics|sponsored|advertisement|partners?|products?|comments?|archives?|categories|quick links|follow us|人気記事|ランキング|関連記事|많이 본|인기)(?:$|\s)/i;
/** Where a list goes on, beside its heading. */
const MORE = /\s+[[(（]?(?:(?:查看)?更多|more|view all|see all)\s?[\])）]?\s?[>»›→+.…]*$/i;
/** A wrapper that holds most of a page says nothing of what is in it. */
const WRAPPER_SHARE = 0.65;
const OWN_LINKS = 4;

/** A system that builds every part of its pages of widgets, or serves a company's news as one, puts its own name before the word. */
const OWN_WIDGET = /(?:^|\s)(?!wp-)([a-z0-9]+)-widget(?=$|[\s_-])/gi;

function tokens(names: string): string[] {
  return names.slice(0, 300).replace(OWN_WIDGET, ' $1').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z0-9\u4e00-\u9fff]+/).filter(Boolean);
}

function ownFactor(element: Element): number {
  let factor = TAGS[element.name] ?? 1;
  const role = element.attribs['role'];
  if (role === 'navigation' || role === 'menu' || role === 'menubar') factor = Math.min(factor, 0.2);
  if (role === 'complementary' || role === 'contentinfo') factor = Math.min(factor, 0.45);
  return Math.min(factor, wordFactor(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`));
}

function wordFactor(names: string): number {
  let factor = 1;
  for (const token of tokens(names)) factor = Math.min(factor, Object.hasOwn(WORDS, token) ? (WORDS[token] ?? 1) : 1);
  return factor;
}

/** How much the place of a list tells against it: 1 nothing, towards 0 a menu. */
export function placeFactor(container: Element, items: readonly Element[], weights: LinkWeights, heading: string | null): number {
  let factor = 1;
  for (let at: Element | null = container; at; at = at.parent instanceof Element ? at.parent : null) {
    if (at.name === 'body' || at.name === 'html' || at.name === 'main') break;
    if (weights.within(at) > weights.total * WRAPPER_SHARE && at !== container && !/^(?:nav|footer|aside)$/.test(at.name)) continue;
    factor = Math.min(factor, ownFactor(at));
  }
  // What an item is called says what its list is of, but not the topics that it is filed under.
  const own = items.slice(0, 3).map(({ attribs }) => wordFactor(classStems(attribs['class']).map(({ text }) => text).join(' ')));
  if (own.length > 0) factor = Math.min(factor, Math.max(...own));
  if (heading !== null && HEADINGS.test(heading)) factor = Math.min(factor, 0.5);
  return factor;
}

const isHeading = ({ name, attribs }: Element): boolean => /^(?:h[1-6]|caption|legend|header)$/.test(name) || /(?:^|[\s_-])(?:title|tit|hd|head|heading|column|caption|bt|lanmu)(?:$|[\s_-])/i.test(attribs['class'] ?? '');

/** A box with a list of its own, whose heading is not that of the next. */
function holdsList(box: Element): boolean {
  return descendants(box, 100).filter(({ name }) => name === 'a').length >= OWN_LINKS;
}

/** The words of the nearest heading above an element, within a few levels, or null. */
export function headingAbove(first: Element): string | null {
  let level = 0;
  for (let at: Element | null = first; at && level < 5; at = at.parent instanceof Element ? at.parent : null, level++) {
    let seen = 0;
    for (let before = at.prev; before && seen < 8; before = before.prev) {
      if (!(before instanceof Element)) continue;
      seen++;
      const heading = isHeading(before) ? before : (holdsList(before) ? undefined : (before.children.find((child) => child instanceof Element && isHeading(child)) as Element | undefined));
      const text = heading ? elementText(heading, 80).replace(MORE, '') : '';
      if (text !== '' && text.length <= 60) return text;
    }
  }
  return null;
}
