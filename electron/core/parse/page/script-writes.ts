import { pageScripts } from './page-scripts.ts';
import { literalAt } from './script-values.ts';

/** Scripts that stand in the page. */
const OPENS = /<script\b[^>]{0,500}>/gi;
/** A script that is fetched. */
const FETCHED = /\bsrc\s*=/i;
const WRITES = /\bdocument\s{0,9}\.\s{0,9}write(?:ln)?\s{0,9}\(\s{0,99}/g;
const JOINED = /\s{0,99}[+,]\s{0,99}/y;
const ENDED = /\s{0,99}\)/y;
const LINK = /<a\s[^>]{0,500}\bhref/i;
/** What a script writes to fetch another. */
const FETCHES = /<\s?(?:script|iframe|object|embed)\b/i;
/** A file of such lines, which a page would take for a script. */
const ALONE = /^[\s\ufeff]*document\s?\.\s?write(?:ln)?\s?\(/;

function endsAt(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** The words of one call, and where it ends; null where they are not all written out. */
function callAt(script: string, from: number): { readonly words: string; readonly end: number } | null {
  let words = '';
  for (let at: number | null = from; at !== null;) {
    const literal = /["'`]/.test(script[at] ?? '') ? literalAt(script, at) : null;
    if (literal === null || (script[at] === '`' && literal.value.includes('${'))) return null;
    words += literal.value;
    const end = endsAt(ENDED, script, literal.end);
    if (end !== null) return { words, end };
    at = endsAt(JOINED, script, literal.end);
  }
  return null;
}

/** Characters of a line that are looked at for a comment. */
const MOST_LINE = 400;

/** Whether a place stands behind `//` on its line. */
function isCommented(script: string, at: number): boolean {
  const ahead = script.slice(Math.max(0, at - MOST_LINE), at);
  return /^[^"'`]*\/\//.test(ahead.slice(ahead.lastIndexOf('\n') + 1));
}

/** What a script writes into its page, as far as it says so word for word. */
function writtenBy(script: string): string {
  let written = '';
  let from = 0;
  for (const match of script.matchAll(WRITES)) {
    if (match.index < from || isCommented(script, match.index)) continue;
    const call = callAt(script, match.index + match[0].length);
    if (!call) continue;
    from = call.end;
    if (!FETCHES.test(call.words)) written += `${call.words}\n`;
  }
  return written;
}

/** The text of a page with what its own scripts write into it, for a parser that runs none: old systems write whole columns so. */
export function openScriptWrites(html: string): string {
  if (ALONE.test(html)) return writtenBy(html);
  if (html.search(WRITES) === -1) return html;
  let opened = '';
  let from = 0;
  let links = 0;
  for (const { tag, text, end } of pageScripts(html, OPENS)) {
    const written = FETCHED.test(tag) ? '' : writtenBy(text);
    if (LINK.test(written)) links++;
    opened += html.slice(from, end) + written;
    from = end;
  }
  return links === 0 ? html : opened + html.slice(from);
}
