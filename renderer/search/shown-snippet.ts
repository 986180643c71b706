import type { Snippet } from '../../electron/contract/search.ts';
import type { Span } from '../../electron/contract/search/match-text.ts';

/** How far behind the beginning of its one line the first lit word of a passage may stand; a character of a script without spaces takes two. */
const LEAD = 22;
const WIDE = /[⺀-鿿가-힣豈-﫿＀-￯]/u;

/** A passage for one line of a list, cut at its beginning so that its first lit word is in sight. */
export function shownSnippet({ text, spans }: Pick<Snippet, 'text' | 'spans'>): { readonly text: string; readonly spans: readonly Span[] } {
  const first = spans[0]?.[0] ?? 0;
  let from = first;
  for (let width = 0; from > 0; from -= 1) {
    width += WIDE.test(text.charAt(from - 1)) ? 2 : 1;
    if (width > LEAD) break;
  }
  if (from <= 1) return { text, spans };
  const space = text.slice(from, first).search(/\s\S/u);
  if (space !== -1) from += space + 1;
  // Not within a pair.
  else if (/[\udc00-\udfff]/u.test(text.charAt(from))) from += 1;
  return { text: `…${text.slice(from)}`, spans: spans.map(([start, end]): Span => [start - from + 1, end - from + 1]) };
}
