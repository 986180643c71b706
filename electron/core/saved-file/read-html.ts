import { decodeText } from '../fetch/decode-text.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { extractHtml } from '../extract/extract-page.ts';
import { isFrontPage } from '../normalize/saved-address.ts';
import { webAddress } from '../normalize/web-address.ts';
import { isNowhere, UNKNOWN_BASE, type EmbeddedImages } from './embedded-images.ts';
import type { EmbeddedImage } from './saved-file.ts';

export interface HtmlFile {
  readonly html: string;
  /** What came with it. */
  readonly images: EmbeddedImages;
  /** Where its envelope says that it came from. */
  readonly url: string | null;
  readonly title?: string | null;
  readonly now: number;
}

export interface ReadHtml {
  readonly page: ExtractedPage;
  readonly url: string | null;
  readonly embedded: readonly EmbeddedImage[];
}

const HEAD = 200_000;
/** Internet Explorer, Edge and Chrome write the first; SingleFile the second. */
const SAVED_FROM = [/<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i, /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i];
const CANONICAL = [/<link\b(?=[^>]{0,2000}\brel\s*=\s*["']?canonical\b)[^>]{0,2000}?\bhref\s*=\s*["']?([^"'\s>]+)/i, /<meta\b(?=[^>]{0,2000}\bproperty\s*=\s*["']?og:url\b)[^>]{0,2000}?\bcontent\s*=\s*["']?([^"'\s>]+)/i];
const BASE = /<base\b[^>]{0,2000}?\bhref\s*=\s*["']?([^"'\s>]+)/i;

function firstAddress(head: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(head)?.[1]?.replaceAll('&amp;', '&');
    const address = found === undefined ? null : webAddress(found, found);
    if (address !== null) return address;
  }
  return null;
}

/** Some sites name their front page on every page: by that, all of them would be one. */
function ofOnePage(address: string | null): string | null {
  return address === null || isFrontPage(address) ? null : address;
}

export function decodeHtml(bytes: Uint8Array): string {
  return decodeText(bytes, 'text/html');
}

/** Text and facts of a page that was saved as a file; null where there is no text in it. */
export function readHtml({ html: written, images: embedded, url: named, title = null, now }: HtmlFile): ReadHtml | null {
  const html = embedded.takeOut(written);
  const head = html.slice(0, HEAD);
  const [canonical, base] = [firstAddress(head, CANONICAL), firstAddress(head, [BASE])];
  const url = named ?? firstAddress(head, SAVED_FROM) ?? ofOnePage(canonical) ?? (base?.endsWith('/') === true ? null : base);
  const page = extractHtml(html, { url: url ?? base ?? canonical ?? UNKNOWN_BASE, now, title, signedIn: true });
  if (page.kind === 'failed') return null;
  return { page: withoutNowhere(page, embedded), url: url ?? ofOnePage(page.facts.canonicalUrl), embedded: embedded.shownIn(page.images) };
}

function known(address: string | null): string | null {
  return address === null || isNowhere(address) ? null : address;
}

/** Images and links that lie beside a file, on somebody's disk, lead nowhere here. */
function withoutNowhere(page: ExtractedPage, embedded: EmbeddedImages): ExtractedPage {
  const lost = page.images.filter(({ key, url }) => isNowhere(url) && !embedded.has(key));
  let html = page.html.replaceAll(new RegExp(` href="${UNKNOWN_BASE}[^"]*"`, 'g'), '');
  for (const { key } of lost) html = html.replaceAll(new RegExp(`<img\\b[^>]*\\bsrc="img/${key}"[^>]*>`, 'g'), '');
  const gone = new Set(lost.map(({ key }) => key));
  const { leadImage, canonicalUrl, related } = page.facts;
  return {
    ...page,
    html,
    images: page.images.filter(({ key }) => !gone.has(key)),
    facts: { ...page.facts, leadImage: known(leadImage), canonicalUrl: known(canonicalUrl), related: related.map((link) => ({ ...link, url: known(link.url) })) },
  };
}
