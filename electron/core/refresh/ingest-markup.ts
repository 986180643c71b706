import type { PageFacts } from '../../contract/page-facts.ts';
import { EXTRACTOR_VERSION } from '../extract/extracted-page.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { sanitizeArticle } from '../normalize/sanitize-article.ts';

/** The text of an article that leaves a file of ours, and may be anybody's. */
export interface MarkupJob {
  readonly html: string;
  /** Of its page; null where it has none. */
  readonly url: string | null;
  /** Where the images come from that it names as `img/<key>`. */
  readonly images: readonly { readonly key: string; readonly url: string }[];
  readonly facts: PageFacts;
}

const SHOWN = /<img\b[^>]*\bsrc="img\/([0-9a-f]{32})"[^>]*>/g;

/** The text as a page's: sanitized anew, each image under the key of its address; one whose address is not told is left out. */
export function ingestMarkup({ html, url, images, facts }: MarkupJob): ExtractedPage {
  const addresses = new Map(images.map((image) => [image.key, image.url]));
  const named = html.replace(/\bsrc="img\/([0-9a-f]{32})"/g, (_whole, key: string) => `src="${(addresses.get(key) ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  const article = sanitizeArticle(named, url);
  const known = new Set(article.images.map(({ key }) => key));
  return {
    kind: 'page', version: EXTRACTOR_VERSION, text: article.text, images: article.images, facts,
    html: article.html.replace(SHOWN, (shown, key: string) => (known.has(key) ? shown : '')),
  };
}
