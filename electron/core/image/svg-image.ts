import { Parser } from 'htmlparser2';
import { looksLikeSvg } from './looks-like-svg.ts';
import type { Size } from './raster-size.ts';

/** Past this nothing of it is read. */
const MOST_BYTES = 1024 * 1024;
/** Elements drawn, those that `use` draws again counted each time. */
const MOST_DRAWN = 20_000;
const DEEPEST = 200;

export type SvgVerdict =
  | { readonly kind: 'svg'; readonly size: Size | null }
  | { readonly kind: 'none' }
  /** Drawing it would take more than an image may. */
  | { readonly kind: 'too-complex' };

interface Node {
  weight: number;
  readonly uses: string[];
  readonly children: Node[];
}

/**
 * What bytes are as SVG, and how large it is by its root where that says so. It is never run: it is shown as an image, and
 * answered under a policy that allows nothing. What is refused here is what would keep the window busy: entities that
 * unfold, and elements that `use` each other many times over.
 */
export function readSvg(bytes: Uint8Array): SvgVerdict {
  if (!looksLikeSvg(bytes)) return { kind: 'none' };
  if (bytes.length > MOST_BYTES) return { kind: 'too-complex' };
  const text = new TextDecoder().decode(bytes);
  if (/<!(?:ENTITY|ATTLIST|ELEMENT)/i.test(text)) return { kind: 'too-complex' };
  const root: Node = { weight: 0, uses: [], children: [] };
  const open: Node[] = [root];
  const named = new Map<string, Node>();
  let attributesOfRoot: Readonly<Record<string, string>> | null = null;
  let isSvg = false;
  let isTooDeep = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (attributesOfRoot === null) {
          attributesOfRoot = attributes;
          isSvg = name === 'svg' || name.endsWith(':svg');
        }
        const node: Node = { weight: 1, uses: [], children: [] };
        const id = attributes['id'];
        if (id !== undefined && !named.has(id)) named.set(id, node);
        // Whatever is drawn by reference: use, patterns, masks, markers, gradients of gradients.
        for (const value of Object.values(attributes)) node.uses.push(...[...value.matchAll(/(?:url\(\s*["']?|^\s*)#([^"')\s]+)/g)].map((match) => match[1] ?? ''));
        open.at(-1)?.children.push(node);
        if (open.push(node) <= DEEPEST) return;
        isTooDeep = true;
        // Each element costs the parser what stands open around it: judged at the end, a megabyte of them took minutes.
        parser.pause();
      },
      onclosetag: () => void (open.length > 1 && open.pop()),
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  if (!isSvg || attributesOfRoot === null) return { kind: 'none' };
  if (isTooDeep || weightOf(root, named) > MOST_DRAWN) return { kind: 'too-complex' };
  return { kind: 'svg', size: sizeOf(attributesOfRoot) };
}

/** How much would be drawn. A circle of references is drawn once round by nobody: it counts as too much. */
function weightOf(root: Node, named: ReadonlyMap<string, Node>): number {
  const done = new Map<Node, number>();
  const under = new Set<Node>();
  const weigh = (node: Node): number => {
    const known = done.get(node);
    if (known !== undefined) return known;
    if (under.has(node) || under.size > DEEPEST * 2) return MOST_DRAWN + 1;
    under.add(node);
    let weight = node.weight;
    for (const child of node.children) weight += weigh(child);
    for (const id of node.uses) {
      const used = named.get(id);
      if (used) weight += weigh(used);
    }
    under.delete(node);
    weight = Math.min(weight, MOST_DRAWN + 1);
    done.set(node, weight);
    return weight;
  };
  return weigh(root);
}

function lengthOf(value: string | undefined): number | null {
  const match = /^\s*(\d{1,6}(?:\.\d+)?)\s*(?:px)?\s*$/.exec(value ?? '');
  const length = match ? Math.round(Number(match[1])) : 0;
  return length > 0 ? length : null;
}

function sizeOf(attributes: Readonly<Record<string, string>>): Size | null {
  const [width, height] = [lengthOf(attributes['width']), lengthOf(attributes['height'])];
  if (width !== null && height !== null) return { width, height };
  const [, , boxWidth, boxHeight] = (attributes['viewBox'] ?? '').trim().split(/[\s,]+/);
  const box = { width: lengthOf(boxWidth), height: lengthOf(boxHeight) };
  return box.width !== null && box.height !== null ? { width: box.width, height: box.height } : null;
}
