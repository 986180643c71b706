import type { ErrorEntry } from '../../error-entry.ts';

/** Why the page of an article gave no text. */
export const articlePageErrors = {
  'login-wall': {
    title: 'The full text is for subscribers',
    cause: '{{host}} shows the whole article only to those who sign in or subscribe. What the feed gave is kept.',
    next: 'Open the page in the browser if you have access there.',
  },
  'page-gone': {
    title: 'The article is no longer there',
    cause: '{{host}} answered with a page that says the article does not exist or was removed. What the feed gave is kept.',
    next: 'Look for the article on the site by its title.',
  },
  'no-article-text': {
    title: 'No article text found',
    cause: 'The page at {{host}} holds no text that reads as an article. What the feed gave is kept.',
    next: 'Open the page in the browser.',
  },
  'script-only': {
    title: 'The page is drawn by scripts',
    cause: '{{host}} sends a page without text, which its scripts fill in. Monazite runs no scripts of pages.',
    next: 'Open the page in the browser.',
  },
  'page-too-large': {
    title: 'The page is too large',
    cause: 'The page at {{host}} is larger than {{limit}}, so it was not read.',
    causePlain: 'The page at {{host}} is too large or too tangled, so it was not read.',
    next: 'Open the page in the browser.',
  },
  'not-a-page': {
    title: 'That is no page',
    cause: '{{host}} sent {{type}} where a page with text was expected.',
    causePlain: '{{host}} sent something other than a page with text.',
    next: 'Open the address in the browser.',
  },
} as const satisfies Record<string, ErrorEntry>;
