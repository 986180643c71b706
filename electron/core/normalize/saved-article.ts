import { deflateBody } from './body.ts';
import { namingWords, wordsName } from './identity.ts';
import type { IncomingArticle } from './incoming-article.ts';
import { guessLanguage, languageTag } from './language.ts';
import { believable } from './placement.ts';
import { firstWords, plainText } from './plain-text.ts';
import type { SanitizedArticle } from './sanitize-article.ts';
import { savedAddressKey } from './saved-address.ts';
import { storyMark } from '../stories/story-mark.ts';
import { shortHash } from './short-hash.ts';
import { webAddress } from './web-address.ts';

/** A page, or a link to one, that a person keeps by itself. */
export interface SavedPage {
  readonly url: string | null;
  readonly title: string | null;
  /** Left out where there is no text yet. */
  readonly body?: SanitizedArticle;
  /** Epoch milliseconds, as far as known. */
  readonly publishedAt?: number | null;
  readonly authors?: readonly string[];
  /** The publisher's. */
  readonly tags?: readonly string[];
  readonly lang?: string | null;
  /** Plain text; by default the beginning of the body. */
  readonly summary?: string | null;
}

const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 300;

/** A page as an article on its way to the store. A link without a title is named by its address. `now` is epoch milliseconds. */
export function savedArticle({ url: given, title: titleGiven, body, publishedAt = null, authors = [], tags = [], lang = null, summary = null }: SavedPage, now: number): IncomingArticle {
  const url = given === null ? null : webAddress(given, given);
  const text = body?.text ?? '';
  const named = plainText((titleGiven ?? '').replaceAll('<', '&lt;'));
  const title = firstWords(named === '' ? (url ?? text).replace(/^https?:\/\/(www\.)?/, '') : named, LONGEST_TITLE);
  const date = believable(publishedAt, now);
  return {
    keys: { guid: null, url: savedAddressKey(url), content: wordsName(namingWords(title, url !== null && text === '' ? url : text)) },
    title, url, publishedAt: date, placedAt: date, authors, tags,
    lang: languageTag(lang) ?? guessLanguage(`${title} ${text.slice(0, 600)}`),
    summary: firstWords(summary ?? text, LONGEST_SUMMARY),
    body: deflateBody(body?.html ?? ''),
    textLength: text.length,
    // A link alone: its page holds the rest, and is fetched when it is opened.
    ...(body === undefined && url !== null && { whole: false }),
    revision: shortHash(`${title}\n${text}\n${body?.addresses.join('\n') ?? ''}`),
    images: body?.images ?? [],
    enclosures: [],
    ...(body && { story: storyMark({ title, text }) }),
  };
}
