import { Parser } from 'htmlparser2';
import { foldSpaces } from './fold-spaces.ts';

const UNSEEN = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'textarea', 'select', 'title', 'head', 'xmp', 'noembed', 'noframes']);
/** Elements that do not part words. */
export const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'rt', 'rp', 'ruby']);
const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Plain text of any HTML, on one line. `limit` is how much of the HTML is read, in characters. */
export function plainText(html: string, limit = 100_000): string {
  const source = html.slice(0, limit);
  if (!source.includes('<') && !source.includes('&')) return foldSpaces(source);
  let text = '';
  let unseen = 0;
  const parser = new Parser(
    {
      ontext: (data) => {
        if (unseen === 0) text += data;
      },
      onopentag: (name) => {
        if (UNSEEN.has(name)) unseen++;
        else if (!INLINE.has(name)) text += ' ';
      },
      onclosetag: (name) => {
        if (UNSEEN.has(name)) unseen--;
        else if (!INLINE.has(name)) text += ' ';
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return foldSpaces(text);
}

/**
 * Plain text of HTML that sanitizeArticle wrote: it has no `<` but in tags and four references only, so that one scan
 * does. Of other HTML it is no more than what stands between tags.
 */
export function textOfSanitized(html: string): string {
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    text += html.slice(at, open);
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const name = /^[a-z0-9]+/.exec(html.slice(html[open + 1] === '/' ? open + 2 : open + 1, open + 14))?.[0] ?? '';
    if (!INLINE.has(name)) text += ' ';
    at = close + 1;
  }
  text += html.slice(at);
  return foldSpaces(text.replace(/&(?:amp|lt|gt|quot);/g, (reference) => REFERENCES[reference] ?? reference));
}

/** The beginning of a text, cut between words where it has any, at most `most` UTF-16 units long. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = text.slice(0, most - 1);
  // Never half of a pair.
  if (/[\ud800-\udbff]$/.test(cut)) cut = cut.slice(0, -1);
  const space = cut.lastIndexOf(' ');
  if (space > most * 0.6) cut = cut.slice(0, space);
  return `${cut.trimEnd()}…`;
}
