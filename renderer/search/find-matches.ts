import type { TextMatcher } from '../../electron/contract/search/match-text.ts';

/** What the app itself wrote into the text: boxes for images, references to notes. */
const NOT_TEXT = '[data-note], [data-alt], [data-reference]';
const BLOCK = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, caption, pre, div, section, article';

interface Piece {
  readonly node: Text;
  readonly from: number;
}

interface Passage {
  readonly block: Element | null;
  text: string;
  readonly pieces: Piece[];
}

/** The text below an element, paragraph by paragraph: no word goes on from one to the next, but a formula may stand in several nodes. */
function passagesOf(root: Element): readonly Passage[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const passages: Passage[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const last = passages.at(-1);
    if (node instanceof Element) {
      if (node.tagName === 'BR' && last) last.text += '\n';
      continue;
    }
    if (!(node instanceof Text) || node.parentElement?.closest(NOT_TEXT)) continue;
    const block = node.parentElement?.closest(BLOCK) ?? null;
    const passage = last?.block === block ? last : { block, text: '', pieces: [] };
    if (passage !== last) passages.push(passage);
    passage.pieces.push({ node, from: passage.text.length });
    passage.text += node.data;
  }
  return passages;
}

function boundary(pieces: readonly Piece[], at: number, isEnd: boolean): readonly [Text, number] | null {
  // An end behind a node's last unit belongs to that node, a beginning there to the next.
  const piece = pieces.findLast(({ from }) => (isEnd ? from < at : from <= at));
  return piece ? [piece.node, Math.min(at - piece.from, piece.node.length)] : null;
}

/** Where a search's words stand in the text below an element, from top to bottom. */
export function findMatches(root: Element, match: TextMatcher): readonly Range[] {
  return passagesOf(root).flatMap(({ text, pieces }) =>
    match(text).flatMap(([from, to]) => {
      const [start, end] = [boundary(pieces, from, false), boundary(pieces, to, true)];
      if (!start || !end) return [];
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      return [range];
    }),
  );
}
