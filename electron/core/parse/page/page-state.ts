import { elementText } from './element-text.ts';
import { looksLikeJson } from './json-text.ts';
import { loadPage } from './load-page.ts';
import { pageTrouble } from './page-trouble.ts';

const HARDLY_ANYTHING = 200;
const FEWEST_LINKS = 5;

/**
 * Why a page in which no list is found may hold none: it says that it is not there, a check or a login stands before it, or
 * scripts draw it, so that the list has to be asked for where they ask (`script-only`). Null where nothing of this shows.
 */
export function pageState(text: string, url: string): 'soft-404' | 'blocked' | 'script-only' | null {
  if (looksLikeJson(text, null)) return null;
  const page = loadPage(text, url);
  const trouble = pageTrouble(page, text);
  if (trouble !== null) return trouble;
  const links = page.elements.filter(({ name }) => name === 'a').length;
  const isBare = links < FEWEST_LINKS && elementText(page.root, HARDLY_ANYTHING + 1).length <= HARDLY_ANYTHING;
  return isBare && /<script[\s>]/i.test(text) ? 'script-only' : null;
}
