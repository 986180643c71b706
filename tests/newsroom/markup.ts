import { escape } from './escape.ts';

/** Where a body's pictures and links lead; each outlet writes its own. */
export interface Places {
  /** Attributes of an img element, the source among them. */
  readonly picture: (name: string) => string;
  /** The address of a link as the story writes it. */
  readonly link: (target: string) => string;
}

/** Formulas such as Dy_2_O_3_, powers such as m^3^, `code`, **strong**, *stress* and [links](to). */
function inline(text: string, places: Places): string {
  return escape(text)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, words: string, target: string) => `<a href="${escape(places.link(target))}">${words}</a>`)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*\s][^*]*)\*/g, '<em>$1</em>')
    .replace(/_([0-9+−xy]+)_/g, '<sub>$1</sub>')
    .replace(/\^([0-9+−]+)\^/g, '<sup>$1</sup>');
}

function table(lines: readonly string[], places: Places): string {
  const rows = lines.map((line) => line.replace(/^\|\s*|\s*\|$/g, '').split(/\s*\|\s*/));
  const [head = [], ...rest] = rows;
  const cells = (row: readonly string[], tag: string): string => row.map((cell) => `<${tag}>${inline(cell, places)}</${tag}>`).join('');
  return `<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rest.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`;
}

function block(lines: readonly string[], places: Places): string {
  const first = lines[0] ?? '';
  const strip = (pattern: RegExp): string[] => lines.map((line) => inline(line.replace(pattern, ''), places));
  if (first.startsWith('### ')) return `<h3>${inline(first.slice(4), places)}</h3>`;
  if (first.startsWith('## ')) return `<h2>${inline(first.slice(3), places)}</h2>`;
  if (first.startsWith('> ')) return `<blockquote><p>${strip(/^> ?/).join(' ')}</p></blockquote>`;
  if (first.startsWith('- ')) return `<ul>${strip(/^- /).map((item) => `<li>${item}</li>`).join('')}</ul>`;
  if (/^\d+\. /.test(first)) return `<ol>${strip(/^\d+\. /).map((item) => `<li>${item}</li>`).join('')}</ol>`;
  if (first.startsWith('|')) return table(lines, places);
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(first);
  if (picture?.[2]) {
    const words = picture[1] ?? '';
    return `<figure><img ${places.picture(picture[2])} alt="${escape(words)}"><figcaption>${inline(words, places)}</figcaption></figure>`;
  }
  return `<p>${strip(/^/).join(' ')}</p>`;
}

/** The HTML of a body: blocks parted by empty lines, each told by how its first line begins. */
export function markupToHtml(text: string, places: Places): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => block(part.split('\n').map((line) => line.trim()), places))
    .join('\n');
}

/** The same body as plain text, for feeds that give summaries only. */
export function markupToText(text: string): string {
  return text
    .replace(/^!\[[^\]]*\]\([^)]*\)$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[*_^|]|^#+ |^> |^- /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
