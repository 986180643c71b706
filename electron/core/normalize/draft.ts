import type { ParsedItem } from '../parse/parsed-feed.ts';
import type { CanonicalUrls } from './canonical-url.ts';
import { addressName, guidName, namingWords, wordsName } from './identity.ts';
import type { ItemFacts } from './known-item.ts';
import { withLeadImage } from './lead-image.ts';
import { firstWords } from './plain-text.ts';
import { sanitizeArticle } from './sanitize-article.ts';
import type { SanitizedArticle } from './sanitize-article.ts';
import { shortHash } from './short-hash.ts';
import { webAddress } from './web-address.ts';

/** What one item gives by itself. */
export interface Draft {
  readonly item: ParsedItem;
  readonly facts: ItemFacts;
  readonly body: SanitizedArticle;
  readonly text: string;
  /** What the words of its facts are the hash of. */
  readonly words: string;
}

export interface DraftContext {
  readonly kind: 'rss' | 'other';
  readonly siteUrl: string | null;
  readonly finalUrl: string;
  readonly urls: CanonicalUrls;
}

const LONGEST_TITLE = 500;
const TITLE_FROM_TEXT = 80;

/** A title of zero-width characters shows as an empty line. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

function fileName({ enclosures: [first] }: ParsedItem): string {
  const path = first === undefined ? undefined : URL.parse(first.url, 'https://nowhere.invalid')?.pathname;
  const name = path?.split('/').findLast(Boolean) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray per cent sign: the name as it is written.
    return name;
  }
}

function titleOf(item: ParsedItem, text: string, url: string | null): string {
  if (item.title !== null && VISIBLE.test(item.title)) return firstWords(item.title, LONGEST_TITLE);
  if (text !== '') return firstWords(text, TITLE_FROM_TEXT);
  return url === null ? firstWords(fileName(item), TITLE_FROM_TEXT) : firstWords(url.replace(/^https?:\/\/(www\.)?/, ''), TITLE_FROM_TEXT);
}

/** Reads one item: its address made absolute, its body sanitized, its names. Depends on no other item of the document. */
export function draftOf(item: ParsedItem, { kind, siteUrl, finalUrl, urls }: DraftContext): Draft {
  const itemBase = item.base && URL.canParse(item.base, finalUrl) ? new URL(item.base, finalUrl).href : null;
  // A relative link of RSS means the site, one of Atom the document (RFC 4287 section 2).
  const url = webAddress(item.link, itemBase ?? (kind === 'rss' ? (siteUrl ?? finalUrl) : finalUrl));
  const base = itemBase ?? url ?? finalUrl;
  const body = withLeadImage(sanitizeArticle(item.html ?? '', base), item.image, base);
  const { text } = body;
  const title = titleOf(item, text, url);
  const words = namingWords(item.title ?? '', text);
  return {
    item,
    body,
    text,
    words,
    facts: {
      guid: guidName(item.guid),
      address: addressName(url === null ? null : urls.canonical(url)),
      words: wordsName(words),
      url,
      title,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      textLength: text.length,
      revision: shortHash(`${title}\n${text}\n${body.addresses.join('\n')}`),
    },
  };
}
