import { bareText } from '../../electron/contract/text-quote.ts';

interface Piece {
  readonly node: Text;
  /** Where it begins in the bare text. */
  readonly start: number;
  readonly end: number;
}

/** The text of an article as it stands in the page, as the engine counts it. */
export interface TextMap {
  readonly bare: string;
  readonly pieces: readonly Piece[];
}

/** What the app itself wrote into the text: boxes for images, references to notes. */
const NOT_TEXT = '[data-note], [data-alt], [data-retry], [data-reference]';

/** Maps the text below an element. Counts what bareText leaves of it. */
export function mapText(root: Element): TextMap {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let bare = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(NOT_TEXT)) continue;
    const counted = bareText(node.data);
    if (counted === '') continue;
    pieces.push({ node, start: bare.length, end: bare.length + counted.length });
    bare += counted;
  }
  return { bare, pieces };
}

/** Where in a node's data its nth counted unit stands; `after` behind it. */
function offsetOf(data: string, count: number): number {
  let counted = 0;
  for (let index = 0; index < data.length; index++) {
    if (bareText(data[index] ?? '') === '') continue;
    if (counted === count) return index;
    counted += 1;
  }
  return data.length;
}

export interface TextPart {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The parts of text nodes between two places of the bare text. */
export function partsOf({ pieces }: TextMap, start: number, end: number): TextPart[] {
  return pieces
    .filter((piece) => piece.end > start && piece.start < end)
    .map(({ node, start: begin, end: stop }) => ({
      node,
      from: start <= begin ? offsetOf(node.data, 0) : offsetOf(node.data, start - begin),
      // Behind the last unit that belongs to it, before blanks that follow.
      to: end >= stop ? node.data.trimEnd().length : offsetOf(node.data, end - begin - 1) + 1,
    }));
}

/** How much of the text stands before a boundary of a range. */
function countedBefore({ pieces }: TextMap, node: Node, offset: number): number {
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  let before = 0;
  for (const piece of pieces) {
    if (piece.node === node) return piece.start + bareText(piece.node.data.slice(0, offset)).length;
    // 1: the boundary is behind the node's end.
    if (boundary.comparePoint(piece.node, piece.node.length) > -1) break;
    before = piece.end;
  }
  return before;
}

/** The places in the bare text that a range covers; null where it covers none of it. */
export function placesOf(map: TextMap, range: Range): { readonly start: number; readonly end: number } | null {
  const start = countedBefore(map, range.startContainer, range.startOffset);
  const end = countedBefore(map, range.endContainer, range.endOffset);
  return end > start ? { start, end } : null;
}
