import { selectAll } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import { elementText } from '../parse/page/element-text.ts';
import { isWithin, textLength } from './page-tree.ts';
import type { PageTree } from './page-tree.ts';

/** Where families of sites keep the text of an article. By stems, since the tails of built classes change with each build. */
const CERTAIN: readonly string[] = [
  // Shanghai Metals Market
  '[class*="newsDetailArticleContent"]', '[class*="newsLiveDetailContentText"]', '[class*="articleContent___"]', 'div.news_body',
  // Chinese ministries and their publishing systems
  '#con_con', '.easysite-news-peruse', '.art-con', '#UCAP-CONTENT', '.trs_editor_view', '.TRS_Editor', '.TRS_UEDITOR', '.Custom_UnionStyle', '#zoom', '.pages_content', '.bt-article-02', '#js_content',
  // wires and investor pages
  '.bw-release-story', '.release-body', '#main-body-container', '.main-body-container', '.module_body', '.q4default', '.announcement-body', '.ann-content',
];
/** The same of Chinese associations, where the name is too common to hold elsewhere. */
const BY_HOST: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:^|\.)chinania\.org\.cn$/, ['div.article_content']],
  [/(?:^|\.)mining\.com$/, ['article .content', '.post-inner-content']],
  [/(?:^|\.)(?:cnmn|ac-rei|regcc)\.(?:com\.cn|org\.cn|cn)$/, ['.article_content', '.content', '#content']],
  [/(?:^|\.)arxiv\.org$/, ['blockquote.abstract']],
];
/** Names that many systems share; what bears them is asked where the library finds less. */
const COMMON: readonly string[] = [
  '[itemprop="articleBody"]', '.entry-content', '.post-content', '.article-content', '.article-body', '.article__body', '.article_body', '.post-inner-content', '.td-post-content', '.story-body', '.news-content', '.news_content', '.newscontent',
  '.article_content', '.articleContent', '.article-con', '.art_content', '.detail-content', '.content-detail', '.newsdetail', '.news-detail', '.main-content', '#artibody', '#article_content', '#articleContent', '#newsContent', '#NewsContent', '#content_body', '.abstract', '#abstracts', '.c-article-body', '.wysiwyg', '#content', '.content',
];
const SHORTEST = 60;

/** Characters of a text, each of Chinese, Japanese or Korean counted as the letters that say as much. */
export function weightOf(text: string): number {
  return text.length + (text.match(/[\u3041-\u9fff\uac00-\ud7af]/g)?.length ?? 0) * 1.5;
}

/** The fullest of the outermost elements that a selector names; several parts of one parent count for it together. */
function fullest(tree: PageTree, selector: string): Element | null {
  const named = selectAll<AnyNode, Element>(selector, tree.root, { cacheResults: false });
  const outer = named.slice(0, 50).filter((element, _, all) => !all.some((other) => other !== element && isWithin(element, other)));
  return outer.reduce<Element | null>((best, element) => (best === null || textLength(element) > textLength(best) ? element : best), null);
}

function firstOf(tree: PageTree, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const element = fullest(tree, selector);
    if (element && weightOf(elementText(element, 2000)) >= SHORTEST) return element;
  }
  return null;
}

/** The element in which a page of a known family has its text, or null. */
export function certainBody(tree: PageTree, host: string): Element | null {
  const ofHost = BY_HOST.filter(([pattern]) => pattern.test(host)).flatMap(([, selectors]) => selectors);
  return firstOf(tree, [...ofHost, ...CERTAIN]);
}

/** The element that bears a name which usually means the text, or null. */
export function commonBody(tree: PageTree): Element | null {
  return firstOf(tree, COMMON);
}
