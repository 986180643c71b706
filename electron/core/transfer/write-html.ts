import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { attribution, isoTime, publishedText } from './exported-article.ts';
import type { ExportedArticle } from './exported-article.ts';
import { escapeXml } from './html-tree.ts';

const STYLE = `
:root{color-scheme:light dark}
body{max-width:42rem;margin:2rem auto;padding:0 1.25rem;font:1.125rem/1.6 Georgia,"Noto Serif","Songti SC",serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.25}
header p,footer,dl{font:.875rem/1.5 system-ui,sans-serif;opacity:.75}
img{max-width:100%;height:auto}
table{border-collapse:collapse;font-size:.875rem}
td,th{padding:.25rem .5rem;border:1px solid color-mix(in srgb,currentColor 25%,transparent)}
pre{overflow-x:auto}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid color-mix(in srgb,currentColor 30%,transparent)}
dt{float:left;clear:left;min-width:7rem}
dd{margin:0 0 0 7rem}
section.mine{margin-top:2rem;padding-top:1rem;border-top:1px solid color-mix(in srgb,currentColor 25%,transparent)}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The words of a file that leaves the app are English: it has no reader's language of its own. */
function facts(article: ExportedArticle): [string, string][] {
  const { url, retrievedAt, savedAt, tags, topics, sha256 } = article;
  const published = publishedText(article);
  return [
    ...(published === null ? [] : [['Published', `<time datetime="${published}">${published}</time>`] as [string, string]]),
    ['Retrieved', `<time datetime="${isoTime(retrievedAt)}">${isoTime(retrievedAt)}</time>`],
    ...(savedAt === null ? [] : [['Bookmarked', `<time datetime="${isoTime(savedAt)}">${isoTime(savedAt)}</time>`] as [string, string]]),
    ...(url === null ? [] : [['Source', `<a href="${escapeXml(url)}">${escapeXml(url)}</a>`] as [string, string]]),
    ...(tags.length === 0 ? [] : [['Tags', escapeXml(tags.join(', '))] as [string, string]]),
    ...(topics.length === 0 ? [] : [['Topics', escapeXml(topics.join(', '))] as [string, string]]),
    ...(sha256 === null ? [] : [['SHA-256', sha256] as [string, string]]),
  ];
}

/** What stands around the text of an article: whose it is and when, and what the person wrote. Well-formed as XML too. */
export function articleFrame(article: ExportedArticle): { readonly before: string; readonly after: string } {
  const { title, note, highlights } = article;
  const before = `<header><h1>${escapeXml(title)}</h1><p>${escapeXml(attribution(article))}</p><dl>${facts(article).map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl></header>`;
  const passages = highlights.map(({ quote, note: said }) => `<blockquote><p>${escapeXml(quote)}</p>${said === '' ? '' : `<p><em>${escapeXml(said)}</em></p>`}</blockquote>`).join('');
  const written = note === '' ? '' : escapeXml(note).split(/\n{2,}/).map((part) => `<p>${part.replaceAll('\n', '<br/>')}</p>`).join('');
  return { before, after: written === '' && passages === '' ? '' : `<section class="mine"><h2>Notes and highlights</h2>${written}${passages}</section>` };
}

const IMAGE = /\bsrc="img\/([0-9a-f]{32})"/g;

/**
 * An article as one HTML file that needs and asks for nothing else: its images stand in it, and its own policy refuses
 * whatever else. In pieces, one image at a time.
 */
export async function* toHtmlFile(article: ExportedArticle): AsyncGenerator<string> {
  const { before, after } = articleFrame(article);
  const lang = article.lang === null ? '' : ` lang="${escapeXml(article.lang)}"`;
  yield `<!doctype html>\n<html${lang}>\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'">\n`;
  yield `<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n<title>${escapeXml(article.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<article>\n${before}\n`;
  const { html } = article;
  const images = new Map(article.images.map((image) => [image.key, image]));
  let at = 0;
  for (const match of html.matchAll(IMAGE)) {
    yield html.slice(at, match.index);
    at = match.index + match[0].length;
    const image = images.get(match[1] ?? '');
    const bytes = image && (await readFile(image.path).catch(() => null));
    // A picture that is not at hand shows its alternative text.
    yield image && bytes ? `src="data:${image.type};base64,${bytes.toString('base64')}"` : 'src="data:,"';
  }
  yield `${html.slice(at)}\n${html === '' ? `<p>${escapeXml(article.summary)}</p>\n` : ''}${after}\n</article>\n</body>\n</html>\n`;
}
