import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../contract/transfer.ts';
import { CSV_MARK } from './csv.ts';
import type { ExportedArticle, ExportFacts } from './exported-article.ts';
import { FileNames, imageName } from './file-names.ts';
import { escapeXml } from './html-tree.ts';
import { CitationKeys, toBibtex, toCsl, toRis } from './write-citations.ts';
import { writeEpub } from './write-epub.ts';
import { toHtmlFile } from './write-html.ts';
import { toMarkdownFile } from './write-markdown.ts';
import { bookmarksFoot, bookmarksHead, csvHead, jsonHead, toBookmark, toCsvRow, toJsonArticle } from './write-tables.ts';
import { createZipWriter } from './zip-writer.ts';
import type { ZipWriter } from './zip-writer.ts';

export interface ExportOrder {
  readonly format: ExportFormat;
  /** One article, so that one file may do. */
  readonly single: boolean;
  readonly facts: ExportFacts;
  /** Of a book; see writeEpub. */
  readonly identifier: string;
}

/** How a file of a format is called and served. */
export interface ExportedForm {
  readonly extension: string;
  readonly type: string;
}

const ZIP: ExportedForm = { extension: 'zip', type: 'application/zip' };
const FORMS: Readonly<Record<ExportFormat, ExportedForm>> = {
  markdown: { extension: 'md', type: 'text/markdown' },
  html: { extension: 'html', type: 'text/html' },
  epub: { extension: 'epub', type: 'application/epub+zip' },
  json: { extension: 'json', type: 'application/json' },
  csv: { extension: 'csv', type: 'text/csv' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { extension: 'bib', type: 'application/x-bibtex' },
  'csl-json': { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  bookmarks: { extension: 'html', type: 'text/html' },
};

/** Writes articles to a new file. A format of one file an article becomes a zip where there are several, or images beside it. */
export async function writeExport(path: string, articles: AsyncIterable<ExportedArticle>, order: ExportOrder): Promise<ExportedForm> {
  const { format, facts, single, identifier } = order;
  switch (format) {
    case 'epub':
      return zipped(path, facts, FORMS.epub, (zip) => writeEpub(zip, articles, { facts, identifier }));
    case 'html':
      if (single) return streamed(path, FORMS.html, flat(articles, toHtmlFile));
      return zipped(path, facts, ZIP, (zip) => writeHtmlFiles(zip, articles, facts));
    case 'markdown':
      return writeMarkdown(path, articles, order);
    default:
      return streamed(path, FORMS[format], lines(articles, format, facts));
  }
}

async function* flat(articles: AsyncIterable<ExportedArticle>, write: (article: ExportedArticle) => AsyncIterable<string>): AsyncGenerator<string> {
  for await (const article of articles) yield* write(article);
}

type LineFormat = Exclude<ExportFormat, 'epub' | 'html' | 'markdown'>;

/** Formats that are one record after the other. */
async function* lines(articles: AsyncIterable<ExportedArticle>, format: LineFormat, facts: ExportFacts): AsyncGenerator<string> {
  const keys = new CitationKeys();
  const [head, foot] = ENDS[format](facts);
  yield head;
  let first = true;
  for await (const article of articles) {
    const comma = first ? '\n' : ',\n';
    first = false;
    switch (format) {
      case 'json':
        yield comma + toJsonArticle(article);
        break;
      case 'csl-json':
        yield comma + JSON.stringify(toCsl(article, keys.next(article)));
        break;
      case 'csv':
        yield toCsvRow(article);
        break;
      case 'ris':
        yield toRis(article);
        break;
      case 'bibtex':
        yield toBibtex(article, keys.next(article));
        break;
      case 'bookmarks':
        yield toBookmark(article);
        break;
      default:
        format satisfies never;
    }
  }
  yield foot;
}

const ENDS: Readonly<Record<LineFormat, (facts: ExportFacts) => readonly [string, string]>> = {
  json: (facts) => [jsonHead(facts), '\n]}\n'],
  'csl-json': () => ['[', '\n]\n'],
  csv: () => [CSV_MARK + csvHead, ''],
  ris: () => ['', ''],
  bibtex: () => ['', ''],
  bookmarks: (facts) => [bookmarksHead(facts), bookmarksFoot],
};

async function streamed(path: string, form: ExportedForm, text: AsyncIterable<string>): Promise<ExportedForm> {
  await pipeline(Readable.from(text), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return form;
}

async function zipped(path: string, { now }: ExportFacts, form: ExportedForm, write: (zip: ZipWriter) => Promise<void>): Promise<ExportedForm> {
  const zip = createZipWriter(path, new Date(now));
  try {
    await write(zip);
    await zip.end();
  } catch (error) {
    await zip.abort();
    throw error;
  }
  return form;
}

async function writeMarkdown(path: string, articles: AsyncIterable<ExportedArticle>, { single, facts }: ExportOrder): Promise<ExportedForm> {
  if (!single) return zipped(path, facts, ZIP, (zip) => writeMarkdownFiles(zip, articles));
  let article: ExportedArticle | null = null;
  for await (const one of articles) article = one;
  if (article && article.images.length > 0) return zipped(path, facts, ZIP, (zip) => writeMarkdownFiles(zip, [article]));
  return streamed(path, FORMS.markdown, oneText(article ? toMarkdownFile(article, () => null) : ''));
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}

async function writeMarkdownFiles(zip: ZipWriter, articles: AsyncIterable<ExportedArticle> | Iterable<ExportedArticle>): Promise<void> {
  const names = new FileNames();
  const written = new Set<string>();
  for await (const article of articles) {
    const images = new Map(article.images.map((image) => [image.key, image]));
    await zip.addText(`${names.next(article)}.md`, toMarkdownFile(article, (key) => {
      const image = images.get(key);
      return image ? `images/${imageName(image)}` : null;
    }));
    for (const image of images.values()) {
      if (written.has(image.key)) continue;
      written.add(image.key);
      await zip.addFile(`images/${imageName(image)}`, image.path, { stored: true });
    }
  }
}

async function writeHtmlFiles(zip: ZipWriter, articles: AsyncIterable<ExportedArticle>, { title }: ExportFacts): Promise<void> {
  const names = new FileNames();
  const links: string[] = [];
  for await (const article of articles) {
    const name = `${names.next(article)}.html`;
    await zip.add(name, Readable.from(toHtmlFile(article)));
    links.push(`<li><a href="${escapeXml(encodeURIComponent(name))}">${escapeXml(article.title)}</a> ${escapeXml(article.outlet)}</li>`);
  }
  await zip.addText('index.html', `<!doctype html>\n<html>\n<meta charset="utf-8">\n<title>${escapeXml(title)}</title>\n<h1>${escapeXml(title)}</h1>\n<ul>\n${links.join('\n')}\n</ul>\n</html>\n`);
}
