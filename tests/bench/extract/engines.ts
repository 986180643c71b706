import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PageFacts } from '../../../electron/contract/page-facts.ts';
import { extractPage } from '../../../electron/core/extract/extract-page.ts';
import { extractPlainText } from '../../../electron/core/extract/extract-plain-text.ts';
import { decodeText } from '../../../electron/core/fetch/decode-text.ts';
import { plainText } from '../../../electron/core/normalize/plain-text.ts';
import type { PageCase } from './cases.ts';

/** What one way of extracting made of a page. */
export interface Extracted {
  readonly text: string;
  readonly html: string;
  readonly facts: Partial<PageFacts>;
  readonly error: string | null;
  readonly images: readonly string[];
}

export type Engine = (page: PageCase) => Extracted;

const NOW = Date.UTC(2026, 10, 26);

/** The product's own way. Of a page whose text is expected, what it says of subscribers is not asked: extraction is measured. */
export const ours: Engine = ({ bytes, contentType, url, isPlain, text }) => {
  const result = isPlain ? extractPlainText({ text: decodeText(bytes, contentType), url, now: NOW }) : extractPage({ bytes, contentType, url: url ?? 'https://pages.example/', now: NOW, signedIn: text !== null });
  if (result.kind === 'failed') return { text: '', html: '', facts: result.facts ?? {}, error: result.code, images: [] };
  return { text: result.text, html: result.html, facts: result.facts, error: null, images: result.images.map((image) => image.url) };
};

/** The library alone, over linkedom with a base element. */
export const bare: Engine = ({ bytes, contentType, url }) => {
  const { document } = parseHTML(decodeText(bytes, contentType));
  const base = document.createElement('base');
  base.setAttribute('href', url ?? 'https://pages.example/');
  (document.head as Element | null)?.prepend(base);
  const article = new Readability(document).parse();
  if (!article) return { text: '', html: '', facts: {}, error: 'no-article-text', images: [] };
  const { title, byline, siteName, lang, publishedTime, content } = article;
  const time = Date.parse(publishedTime ?? '');
  const facts: Partial<PageFacts> = { headline: title ?? null, authors: byline ? [byline] : [], outlet: siteName ?? null, lang: lang ?? null, publishedAt: Number.isNaN(time) ? null : time };
  return { text: plainText(content ?? '', 10_000_000), html: content ?? '', facts, error: null, images: [] };
};

export const ENGINES: Readonly<Record<string, Engine>> = { ours, bare };
