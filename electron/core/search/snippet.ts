import type { Snippet } from '../../contract/search.ts';
import type { Span } from '../../contract/search/match-text.ts';

/** Width of a passage in Latin characters; one of a script without spaces takes two. */
const WIDTH = 180;
const BEFORE = 50;

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

function widthOf(char: string): number {
  return WIDE.test(char) ? 2 : 1;
}

/**
 * The passage of a text that holds the most of what is lit in it, the first of several; cut between words. `before` and `after` say
 * whether more stands around the text itself.
 */
export function snippetOf(text: string, spans: readonly Span[], { field, before, after }: { readonly field: Snippet['field']; readonly before: boolean; readonly after: boolean }): Snippet | null {
  if (spans.length === 0) return null;
  let best = spans[0] ?? [0, 0];
  let most = 0;
  for (const [at, span] of spans.entries()) {
    let held = 0;
    while (at + held < spans.length && (spans[at + held]?.[1] ?? 0) - span[0] <= WIDTH - BEFORE) held++;
    if (held > most) {
      most = held;
      best = span;
    }
  }
  const from = startBefore(text, best[0]);
  const to = endBehind(text, from, best[1]);
  const head = from > 0 || before ? '…' : '';
  const inside = spans.filter((span) => span[0] >= from && span[1] <= to).map((span): Span => [span[0] - from + head.length, span[1] - from + head.length]);
  return { text: `${head}${text.slice(from, to)}${to < text.length || after ? '…' : ''}`, spans: inside, field };
}

function startBefore(text: string, at: number): number {
  let from = at;
  let width = 0;
  while (from > 0 && width < BEFORE) width += widthOf(text.charAt(--from));
  if (from === 0) return 0;
  // Behind a sentence or a space rather than in the midst of a word; where there is neither, anywhere but in half of a pair.
  const part = text.slice(from, at);
  const sentence = /[.!?。！？]\s?(?=\S)/g;
  const ends = Array.from(part.matchAll(sentence), (end) => end.index + end[0].length).at(-1);
  if (ends !== undefined) return from + ends;
  const space = part.search(/\s\S/);
  const begin = space === -1 ? from : from + space + 1;
  return begin < at && /[\udc00-\udfff]/.test(text.charAt(begin)) ? begin + 1 : begin;
}

function endBehind(text: string, from: number, least: number): number {
  let to = from;
  let width = 0;
  while (to < text.length && (width < WIDTH || to < least)) width += widthOf(text.charAt(to++));
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  const end = space > least && space > to - 24 ? space : to;
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
