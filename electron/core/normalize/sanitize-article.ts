import sanitizeHtml from 'sanitize-html';
import { imageSource } from './image-source.ts';
import type { ImageReference } from './incoming-article.ts';
import { isOverNested } from './over-nested.ts';
import { sanitizePlain } from './plain-markup.ts';
import { foldSpaces } from './fold-spaces.ts';
import { textOfSanitized } from './sanitized-text.ts';
import { imageKey } from './short-hash.ts';
import { withoutLogin, withoutTracking } from './tracking.ts';
import { withoutOpenElements } from './unread-elements.ts';

export interface SanitizedArticle {
  /** Nothing in it can run or ask the network for anything; each image is `img/<key>`. */
  readonly html: string;
  /** The HTML as plain text on one line. */
  readonly text: string;
  readonly images: readonly ImageReference[];
  /** Addresses of links and images without their queries, which many servers make anew for each request. */
  readonly addresses: readonly string[];
}

const LONGEST = 1_000_000;
const MOST_IMAGES = 200;
/** Of one picture. */
const MOST_SOURCES = 16;
/** Elements below this depth give their text only. */
const DEEPEST = 60;

const TAGS = [
  'p', 'br', 'hr', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'figure', 'figcaption', 'img', 'a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark',
  'abbr', 'cite', 'q', 'time', 'ruby', 'rt', 'rp', 'bdi', 'wbr', 'details', 'summary', 'span',
];
const SPEECH = ['lang'];
const ATTRIBUTES = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  p: SPEECH,
  div: SPEECH,
  blockquote: SPEECH,
  q: SPEECH,
  bdi: SPEECH,
  ul: SPEECH,
  table: SPEECH,
  td: ['colspan', 'rowspan', ...SPEECH],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'reversed', ...SPEECH],
  li: ['value', ...SPEECH],
  time: ['datetime'],
  abbr: ['title'],
};
/** Elements whose text is no part of an article. */
const UNREAD = ['script', 'style', 'textarea', 'option', 'xmp', 'noembed', 'noframes', 'iframe', 'object', 'embed', 'svg', 'math', 'template', 'form', 'select', 'button', 'title', 'audio', 'video', 'canvas', 'applet', 'frameset', 'plaintext'];
/** Spans have no attributes left and say nothing; links and images that lead nowhere were made spans. */
const SPANS = /<\/?span>/g;
const KEPT_IMAGE = /^img\/[0-9a-f]{32}$/;

type Attributes = Record<string, string>;

/** To an element outside the list, sanitize-html 2.17 would lose count of which end tag belongs to which element. */
const NOTHING: sanitizeHtml.Tag = { tagName: 'span', attribs: {} };

function dimension(value: string | undefined): string | null {
  const match = /^\s*(\d{1,4})(?:\.\d+)?(?:px)?\s*$/.exec(value ?? '');
  return match?.[1] && Number(match[1]) > 1 ? String(Number(match[1])) : null;
}

function bareAddress(url: string): string {
  return url.split('?', 1)[0] ?? url;
}

/** One run over one article: what its tags become, and what is found on the way. */
class ArticleRun {
  readonly images = new Map<string, string>();
  readonly addresses: string[] = [];
  readonly #base: string | null;
  #unscripted = 0;
  /** Of the picture that is open. */
  #sources: Attributes[] = [];
  #inUnscripted = new Set<string>();

  constructor(base: string | null) {
    this.#base = base;
  }

  opened(name: string): void {
    if (name === 'noscript') this.#unscripted++;
    if (name === 'picture') this.#sources = [];
  }

  closed(name: string): void {
    if (name === 'picture') this.#sources = [];
    if (name === 'noscript') this.#unscripted = Math.max(0, this.#unscripted - 1);
  }

  found(): Pick<SanitizedArticle, 'images' | 'addresses'> {
    return { images: [...this.images].map(([key, url]) => ({ key, url })), addresses: this.addresses };
  }

  link(attributes: Attributes): sanitizeHtml.Tag {
    const href = attributes['href']?.trim();
    const url = href ? URL.parse(href, this.#base ?? undefined) : null;
    if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return NOTHING;
    withoutLogin(url);
    this.addresses.push(bareAddress(url.href));
    return { tagName: 'a', attribs: { href: withoutTracking(url) } };
  }

  source(attributes: Attributes): sanitizeHtml.Tag {
    if (this.#sources.length < MOST_SOURCES) this.#sources.push(attributes);
    return NOTHING;
  }

  image(attributes: Attributes): sanitizeHtml.Tag {
    const written = attributes['src'] ?? '';
    const attribs = (src: string) => {
      const width = dimension(attributes['width']);
      const height = dimension(attributes['height']);
      return { src, alt: attributes['alt'] ?? '', ...(width && { width }), ...(height && { height }) };
    };
    if (KEPT_IMAGE.test(written)) return { tagName: 'img', attribs: attribs(written) };
    const source = imageSource(attributes, this.#base, this.#sources.splice(0));
    if (source === null) return NOTHING;
    const key = imageKey(source);
    // The copy for readers without scripts says again what the image that a script would fill has said.
    const isRepeated = this.#unscripted > 0 && this.images.has(key);
    if (isRepeated || this.images.size >= MOST_IMAGES) return NOTHING;
    if (this.#unscripted > 0) this.#inUnscripted.add(key);
    else if (this.#inUnscripted.delete(key)) return NOTHING;
    this.images.set(key, source);
    this.addresses.push(source.startsWith('data:') ? key : bareAddress(source));
    return { tagName: 'img', attribs: attribs(`img/${key}`) };
  }
}

/**
 * HTML of any origin as the article that is stored: a strict list of elements and attributes, links absolute (http, https,
 * mailto) and without tracking, images under their keys. Bounded in time and depth, and safe however often it is done; what it
 * makes of crossed tags may be closed anew the second time.
 */
export function sanitizeArticle(html: string, base: string | null): SanitizedArticle {
  const source = html.slice(0, LONGEST);
  const plainRun = new ArticleRun(base);
  const plain = sanitizePlain(source, plainRun);
  if (plain) return { html: plain.html.trim(), text: foldSpaces(plain.text), ...plainRun.found() };
  if (isOverNested(source)) {
    const text = textOfSanitized(source).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return { html: text === '' ? '' : `<p>${text}</p>`, text: textOfSanitized(text), images: [], addresses: [] };
  }
  const run = new ArticleRun(base);
  const clean = sanitizeHtml(withoutOpenElements(source), {
    allowedTags: TAGS,
    allowedAttributes: ATTRIBUTES,
    nonTextTags: UNREAD,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: DEEPEST,
    parseStyleAttributes: false,
    onOpenTag: (name) => run.opened(name),
    onCloseTag: (name) => run.closed(name),
    transformTags: {
      a: (_, attributes) => run.link(attributes),
      img: (_, attributes) => run.image(attributes),
      source: (_, attributes) => run.source(attributes),
      h1: (_, attributes) => ({ tagName: 'h2', attribs: attributes }),
    },
  });
  const article = clean.replace(SPANS, '').trim();
  return { html: article, text: textOfSanitized(article), ...run.found() };
}
