import { Parser } from 'htmlparser2';
import { INLINE, foldSpaces } from './sanitized-text.ts';

const UNSEEN = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'textarea', 'select', 'title', 'head', 'xmp', 'noembed', 'noframes']);

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
