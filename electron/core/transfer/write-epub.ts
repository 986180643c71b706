import type { Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { mendForBook } from './epub-tree.ts';
import { publishedText } from './exported-article.ts';
import type { ExportedArticle, ExportedImage, ExportFacts } from './exported-article.ts';
import { imageName } from './file-names.ts';
import { articleTree, escapeXml } from './html-tree.ts';
import { articleFrame } from './write-html.ts';
import type { ZipWriter } from './zip-writer.ts';

/** EPUB 3.3 section 3.2: what every reading system must show. */
const CORE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;
const STYLE = 'body{font-family:serif;line-height:1.5}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .4em}header p,dl{font-size:.85em}blockquote{margin:1em 0;padding-left:1em;border-left:.2em solid}\n';

interface Chapter {
  readonly file: string;
  readonly title: string;
  readonly lang: string | null;
}

/** The text as XHTML, with the images that a book may hold. */
function chapterBody(article: ExportedArticle, images: ReadonlyMap<string, ExportedImage>): string {
  const root: Root = articleTree(article.html, (key) => {
    const image = images.get(key);
    return image ? `images/${imageName(image)}` : null;
  });
  mendForBook(root);
  return root.children.map((child) => toXml(toXast(child) as Parameters<typeof toXml>[0], { closeEmptyElements: true }).replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '')).join('');
}

function page(title: string, lang: string | null, body: string): string {
  const said = lang === null ? '' : ` lang="${escapeXml(lang)}" xml:lang="${escapeXml(lang)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${said}>\n<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n<body>${body}</body>\n</html>\n`;
}

export interface Book {
  readonly facts: ExportFacts;
  /** A name that no other book has, as a URN. */
  readonly identifier: string;
}

/** An EPUB 3 of one chapter an article, each with its own language, written into a zip that is empty yet. */
export async function writeEpub(zip: ZipWriter, articles: AsyncIterable<ExportedArticle>, { facts, identifier }: Book): Promise<void> {
  zip.first('mimetype', 'application/epub+zip');
  await zip.addText('META-INF/container.xml', CONTAINER);
  await zip.addText('EPUB/style.css', STYLE);
  const chapters: Chapter[] = [];
  const written = new Map<string, ExportedImage>();
  const languages = new Map<string, number>();
  let only: ExportedArticle | null = null;
  for await (const article of articles) {
    only = chapters.length === 0 ? article : null;
    const images = new Map(article.images.filter(({ type }) => CORE_TYPES.has(type)).map((image) => [image.key, image]));
    for (const image of images.values()) {
      if (written.has(image.key)) continue;
      written.set(image.key, image);
      await zip.addFile(`EPUB/images/${imageName(image)}`, image.path, { stored: true });
    }
    const { before, after } = articleFrame(article);
    const file = `article-${chapters.length + 1}.xhtml`;
    const body = chapterBody(article, images);
    await zip.addText(`EPUB/${file}`, page(article.title, article.lang, `<article>${before}${body === '' ? `<p>${escapeXml(article.summary)}</p>` : body}${after}</article>`));
    chapters.push({ file, title: article.title, lang: article.lang });
    if (article.lang !== null) languages.set(article.lang, (languages.get(article.lang) ?? 0) + 1);
  }
  const lang = [...languages].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 'en';
  const title = only?.title ?? facts.title;
  await zip.addText('EPUB/nav.xhtml', page(title, lang, `<nav epub:type="toc"><h1>${escapeXml(title)}</h1><ol>${chapters.map(({ file, title: name, lang: own }) => `<li><a href="${file}"${own === null ? '' : ` lang="${escapeXml(own)}" xml:lang="${escapeXml(own)}"`}>${escapeXml(name)}</a></li>`).join('')}</ol></nav>`));
  await zip.addText('EPUB/package.opf', packageOf({ title, lang, only, facts, identifier, chapters, images: [...written.values()] }));
}

interface Package {
  readonly title: string;
  readonly lang: string;
  /** Where the book is one article. */
  readonly only: ExportedArticle | null;
  readonly facts: ExportFacts;
  readonly identifier: string;
  readonly chapters: readonly Chapter[];
  readonly images: readonly ExportedImage[];
}

function packageOf({ title, lang, only, facts, identifier, chapters, images }: Package): string {
  const published = only && publishedText(only);
  const about = [
    `<dc:identifier id="id">${escapeXml(identifier)}</dc:identifier>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:language>${escapeXml(lang)}</dc:language>`,
    `<meta property="dcterms:modified">${new Date(facts.now).toISOString().replace(/\.\d+Z$/, 'Z')}</meta>`,
    ...(only?.authors ?? []).map((author) => `<dc:creator>${escapeXml(author)}</dc:creator>`),
    ...(only && only.outlet !== '' ? [`<dc:publisher>${escapeXml(only.outlet)}</dc:publisher>`] : []),
    ...(only?.url ? [`<dc:source>${escapeXml(only.url)}</dc:source>`] : []),
    ...(published ? [`<dc:date>${published}</dc:date>`] : []),
    ...(only?.tags ?? []).map((tag) => `<dc:subject>${escapeXml(tag)}</dc:subject>`),
    `<meta name="generator" content="${escapeXml(facts.generator)}"/>`,
  ];
  const manifest = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...chapters.map(({ file }, at) => `<item id="a${at + 1}" href="${file}" media-type="application/xhtml+xml"/>`),
    ...images.map((image, at) => `<item id="i${at + 1}" href="images/${imageName(image)}" media-type="${image.type}"/>`),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(lang)}">\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n${about.join('\n')}\n</metadata>\n<manifest>\n${manifest.join('\n')}\n</manifest>\n<spine>\n${chapters.map((_, at) => `<itemref idref="a${at + 1}"/>`).join('\n')}\n</spine>\n</package>\n`;
}
