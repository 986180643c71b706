import { foldSpaces } from './fold-spaces.ts';

/** Elements that do not part words. */
export const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr', 'rt', 'rp', 'ruby']);
const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

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
  return foldSpaces(text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, (reference) => REFERENCES[reference] ?? reference) : text);
}
