import { Element } from 'domhandler';
import type { ParentNode } from 'domhandler';
import { imageSource } from '../normalize/image-source.ts';
import { elementsBelow, setChildren } from './page-tree.ts';

const KEPT = ['alt', 'width', 'height', 'title'];

function images(parent: ParentNode): Element[] {
  return elementsBelow(parent).filter(({ name }) => name === 'img' || name === 'amp-img');
}

/** The image's own source, else that of the picture around it. */
function sourceOf(image: Element, base: string): string | null {
  const own = imageSource(image.attribs, base);
  if (own !== null) return own;
  const { parent } = image;
  if (!(parent instanceof Element) || parent.name !== 'picture') return null;
  for (const child of parent.children) {
    if (!(child instanceof Element) || child.name !== 'source' || child.attribs['media']?.includes('max-width')) continue;
    const source = imageSource({ srcset: child.attribs['srcset'] ?? child.attribs['data-srcset'] }, base);
    if (source !== null) return source;
  }
  return null;
}

function settle(image: Element, base: string): boolean {
  const source = sourceOf(image, base);
  if (source === null) return false;
  const { attribs } = image;
  image.name = 'img';
  image.attribs = { src: source, ...Object.fromEntries(KEPT.flatMap((name) => (attribs[name] === undefined ? [] : [[name, attribs[name]]]))) };
  image.children = [];
  return true;
}

/**
 * Gives every image the address that a script of the page would give it: lazy attributes, srcset, picture, and the copy in a
 * noscript beside a placeholder, which gives way to it. Images without any, and what else stands in a noscript, go.
 */
export function resolveImages(root: ParentNode, base: string): void {
  const visit = (parent: ParentNode): void => {
    const left: ParentNode['children'] = [];
    for (const child of parent.children) {
      if (!(child instanceof Element)) left.push(child);
      else if (child.name === 'noscript') {
        const copies = images(child).filter((image) => settle(image, base));
        const before = left.findLast((node): node is Element => node instanceof Element);
        const shown = before === undefined ? [] : [before, ...elementsBelow(before)].filter(({ name }) => name === 'img');
        const sources = new Set(shown.map(({ attribs }) => attribs['src']));
        left.push(...copies.filter(({ attribs }) => !sources.has(attribs['src'])));
      } else if (child.name === 'img' || child.name === 'amp-img') {
        if (settle(child, base)) left.push(child);
      } else if (child.name === 'picture') {
        left.push(...images(child).filter((image) => settle(image, base)).slice(0, 1));
      } else {
        visit(child);
        left.push(child);
      }
    }
    setChildren(parent, left);
  };
  visit(root);
}
