import { render } from 'dom-serializer';
import { DomUtils } from 'htmlparser2';
import type { ErrorDetail } from '../../contract/model.ts';
import type { PageFacts } from '../../contract/page-facts.ts';
import { decodeText } from '../fetch/decode-text.ts';
import { withLeadImage } from '../normalize/lead-image.ts';
import { sanitizeArticle } from '../normalize/sanitize-article.ts';
import { sniff } from '../parse/sniff.ts';
import { chooseBody } from './choose-body.ts';
import { cleanBody } from './clean-body.ts';
import { EXTRACTOR_VERSION } from './extracted-page.ts';
import type { ExtractContext, ExtractedPage, ExtractFailure, ExtractFailureCode } from './extracted-page.ts';
import { extractPlainText } from './extract-plain-text.ts';
import { weightOf } from './family-rules.ts';
import { readLinkedData } from './json-ld.ts';
import { resolveImages } from './lazy-images.ts';
import { MetaValues } from './meta-values.ts';
import { leadFigure } from './lead-figure.ts';
import { findFacts } from './page-facts.ts';
import { pageFailure } from './page-state.ts';
import { readTree } from './page-tree.ts';
import { RelatedLinks, relatedParts } from './related-links.ts';

const MOST_BYTES = 10 * 1024 * 1024;
/** Less than a sentence is no article. */
const LIGHTEST = 60;
const MARKUP = /^(?:text\/html|application\/xhtml\+xml|application\/xml|text\/xml|application\/octet-stream|multipart\/related|)$/;

export interface PageBytes extends ExtractContext {
  readonly bytes: Uint8Array;
  /** The Content-Type header, or null. */
  readonly contentType: string | null;
}

function failed(code: ExtractFailureCode, url: string, detail: ErrorDetail = {}, facts: PageFacts | null = null): ExtractFailure {
  return { kind: 'failed', code, detail: { host: URL.parse(url)?.host ?? null, ...detail }, facts };
}

/** Pictures, archives, old office files and compressed streams. */
const BINARY = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'PK\x03\x04', '\xd0\xcf\x11\xe0', 'RIFF', '\x1f\x8b'];

/** What bytes are by their beginning, where they are no text. */
function binaryType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).toString('latin1');
  if (head.startsWith('%PDF')) return 'application/pdf';
  return BINARY.some((mark) => head.startsWith(mark)) ? 'application/octet-stream' : null;
}

/**
 * What is kept of an article's page: its text, sanitized, and what the page says of itself. Pure and total; time and memory are
 * bounded by caps on size, depth and elements, which come before any tree is built. The bytes are decoded by byte order mark,
 * header, meta element and statistics.
 */
export function extractPage({ bytes, contentType, ...context }: PageBytes): ExtractedPage | ExtractFailure {
  const { url } = context;
  if (bytes.length > MOST_BYTES) return failed('page-too-large', url, { limit: MOST_BYTES });
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const binary = binaryType(bytes);
  if (binary !== null || (type !== 'text/plain' && !MARKUP.test(type))) return failed('not-a-page', url, { type: binary ?? type });
  const text = decodeText(bytes, contentType);
  const kind = sniff(text);
  if (kind === 'feed' || kind === 'json') return failed('not-a-page', url, { type: kind === 'json' ? 'application/json' : 'application/xml' });
  if (kind === 'empty') return failed('no-article-text', url);
  // A page without any element of a page may still hold paragraphs.
  if (kind === 'unknown' && !/<(?:p|div|article|section|span|a)[\s>]/i.test(text)) return type === 'text/plain' || type === '' ? extractPlainText({ text, url, now: context.now }) : failed('not-a-page', url, { type });
  return extractHtml(text, context);
}

/** As extractPage, for HTML that is decoded already. */
export function extractHtml(html: string, context: ExtractContext): ExtractedPage | ExtractFailure {
  const { url } = context;
  const tree = readTree(html, url);
  const linked = readLinkedData(tree.elements);
  const meta = new MetaValues(tree.elements);
  resolveImages(tree.root, tree.base);
  const { facts: found } = findFacts({ tree, linked, meta, context });
  const related = new RelatedLinks(tree.base, found.headline);
  for (const part of relatedParts(tree.elements)) related.add(part);
  const title = tree.elements.find(({ name }) => name === 'title');
  const signs = { tree: readTree(html, url), html, linked, title: title ? DomUtils.textContent(title) : null, signedIn: context.signedIn === true };

  const figure = leadFigure(tree, found.leadImage);
  const body = chooseBody(tree, { host: URL.parse(url)?.hostname ?? '', linked });
  const { headings, tags } = body ? cleanBody(body, found.headline, related) : { headings: [], tags: [] };
  const facts: PageFacts = { ...found, headings, tags: found.tags.length > 0 ? found.tags : tags, related: related.found };
  const markup = body ? render(body.children, { encodeEntities: 'utf8' }) : '';
  const bodied = sanitizeArticle(markup, tree.base);
  const article = bodied.images.length > 0 || figure === null ? bodied : sanitizeArticle(`${figure}${markup}`, tree.base);
  const code = pageFailure({ ...signs, text: article.text });
  if (code !== null) return failed(code, url, {}, facts);
  if (weightOf(article.text) < LIGHTEST && article.images.length === 0) return failed('no-article-text', url, {}, facts);
  if (weightOf(article.text) < LIGHTEST / 3) return failed('no-article-text', url, {}, facts);
  const { html: kept, text, images } = withLeadImage(article, facts.leadImage, tree.base);
  return { kind: 'page', version: EXTRACTOR_VERSION, html: kept, text, images, facts };
}
