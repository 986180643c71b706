import { Element, Text } from 'domhandler';
import type { AnyNode } from 'domhandler';

/** Elements before and after which a reader sees no space. */
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'small', 'strong', 'sub', 'sup', 'u', 'wbr', 'ruby', 'rb', 'nobr']);
const SILENT = new Set(['script', 'rt', 'rp', 'title', 'head', 'button']);

interface Writing {
  text: string;
  readonly most: number;
  readonly without: ReadonlySet<AnyNode> | null;
}

function write(nodes: readonly AnyNode[], into: Writing): void {
  for (const node of nodes) {
    if (into.text.length > into.most) return;
    if (node instanceof Text) into.text += node.data.slice(0, into.most * 4).replace(/\s+/g, ' ');
    else if (node instanceof Element && !SILENT.has(node.name) && into.without?.has(node) !== true) {
      if (!INLINE.has(node.name)) into.text += ' ';
      write(node.children, into);
      if (!INLINE.has(node.name)) into.text += ' ';
    }
  }
}

/** White space folded, invisible characters taken out. */
export function foldText(text: string): string {
  return text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim();
}

/** The words of an element as one line of at most `most` characters and a little; elements of `without` are left out. */
export function elementText(element: AnyNode, most: number, without: ReadonlySet<AnyNode> | null = null): string {
  const writing: Writing = { text: '', most: most * 2, without };
  write('children' in element ? element.children : [element], writing);
  return foldText(writing.text).slice(0, most);
}
