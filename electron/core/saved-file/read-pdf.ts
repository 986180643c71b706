import type { getDocumentProxy } from 'unpdf';
import { EXTRACTOR_VERSION } from '../extract/extracted-page.ts';
import type { ExtractedPage } from '../extract/extracted-page.ts';
import { extractPlainText } from '../extract/extract-plain-text.ts';
import { loadPdf } from './load-pdf.ts';

const MOST_PAGES = 1000;
const MOST_TEXT = 1_500_000;
/** The pages read by then are the text; the file has them all. */
const READING_MS = 8000;
/** PDF 32000-1 section 7.9.4. */
const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/;
/** What programs write where a person gave no title. */
const NO_TITLE = /^(?:untitled|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|xlsx?|pptx?)|无标题|文档\d*)$/i;

export interface ReadPdf {
  readonly page: ExtractedPage;
  readonly pages: number;
  readonly title: string | null;
}

type Text = readonly { readonly str?: string; readonly hasEOL?: boolean; readonly height?: number; readonly transform?: readonly number[] }[];

/** Text, page count and metadata of a PDF; its text is empty where it holds pictures of pages. Throws as pdf.js does. */
export async function readPdf(bytes: Uint8Array, now: number): Promise<ReadPdf> {
  // pdf.js takes the bytes away from whoever gives them.
  const { getDocumentProxy } = await loadPdf();
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false, maxImageSize: 0, useSystemFonts: false, disableFontFace: true });
  try {
    const { info } = await pdf.getMetadata();
    const said = info as Readonly<Record<string, unknown>>;
    const text = await textOf(pdf, performance.now() + READING_MS);
    const authors = nameOf(said['Author']);
    const title = titleOf(said['Title']);
    const read = readText(text, title, now);
    const facts = { ...(read.facts ?? NO_FACTS) };
    const publishedAt = facts.publishedAt ?? dateOf(said['CreationDate']);
    const page: ExtractedPage = {
      kind: 'page', version: EXTRACTOR_VERSION, html: read.kind === 'page' ? read.html : '', text: read.kind === 'page' ? read.text : '', images: [],
      facts: {
        ...facts, publishedAt, publishedFrom: facts.publishedFrom ?? (publishedAt === null ? null : 'meta'), modifiedAt: dateOf(said['ModDate']),
        authors: facts.authors.length > 0 ? facts.authors : authors, headline: title ?? facts.headline,
      },
    };
    return { page, pages: pdf.numPages, title: title ?? facts.headline };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const NO_FACTS: ExtractedPage['facts'] = {
  headline: null, headings: [], publishedAt: null, publishedFrom: null, zoneAssumed: false, dayOnly: false, modifiedAt: null, authors: [], outlet: null,
  source: null, tags: [], breadcrumb: [], lang: null, leadImage: null, canonicalUrl: null, related: [],
};

async function textOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, until: number): Promise<string> {
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && length < MOST_TEXT && performance.now() < until; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = linesOf(items as Text);
    page.cleanup();
    pages.push(text);
    length += text.length;
  }
  return pages.join('\n\n');
}

/** Lines as they stand; one that stands well below the one before begins a paragraph. */
function linesOf(items: Text): string {
  let text = '';
  let last = { y: -Infinity, height: 0 };
  for (const { str = '', hasEOL = false, height = 0, transform } of items) {
    const y = transform?.[5] ?? 0;
    if (str.trim() !== '') {
      if (last.y - y > last.height * 1.7) text += '\n';
      last = { y, height: height || last.height };
    }
    text += hasEOL ? `${str}\n` : str;
  }
  return text.replaceAll('\0', '');
}

/** A document may begin in the middle of its text, where a page begins with its headline. */
function readText(text: string, title: string | null, now: number): ReturnType<typeof extractPlainText> {
  if (title !== null && !text.trimStart().startsWith(title)) return extractPlainText({ text: `${title}\n\n${text}`, now });
  const read = extractPlainText({ text, now });
  if (read.kind === 'page') return read;
  const below = extractPlainText({ text: `PDF\n\n${text}`, now });
  return below.kind === 'page' ? { ...below, facts: { ...below.facts, headline: null } } : read;
}

function nameOf(value: unknown): string[] {
  return typeof value === 'string' && value.trim() !== '' ? [value.trim().slice(0, 200)] : [];
}

function titleOf(value: unknown): string | null {
  const title = typeof value === 'string' ? value.trim() : '';
  return title === '' || NO_TITLE.test(title) ? null : title.slice(0, 500);
}

function dateOf(value: unknown): number | null {
  const found = typeof value === 'string' ? PDF_DATE.exec(value) : null;
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  const offset = found[8] === undefined ? 0 : (Number(found[9]) * 60 + Number(found[10] ?? 0)) * (found[8] === '-' ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
}
