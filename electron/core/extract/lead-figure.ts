import type { Element } from 'domhandler';
import { render } from 'dom-serializer';
import { elementText } from '../parse/page/element-text.ts';
import { classWords } from './class-words.ts';
import { elementsBelow } from './page-tree.ts';
import type { PageTree } from './page-tree.ts';

const LEAD_WORDS = new Set(['featured', 'lead', 'hero', 'thumbnail', 'caption', 'main', 'cover', 'image', 'photo', 'picture', 'media']);
const LONGEST_CAPTION = 500;

/** A picture's name without the size that a publishing system adds to it. */
function nameOf(address: string | null | undefined): string {
  const path = address ? (URL.parse(address)?.pathname ?? '') : '';
  return path.slice(path.lastIndexOf('/') + 1).replace(/[-_]\d{2,4}x\d{2,4}(?=\.)|-scaled(?=\.)/i, '').toLowerCase();
}

/** The figure that shows a page's lead image above its text, with its caption, as HTML; null where none does. */
export function leadFigure(tree: PageTree, leadImage: string | null): string | null {
  const name = nameOf(leadImage);
  if (name === '') return null;
  for (const element of tree.elements) {
    const isFigure = element.name === 'figure' || (element.name === 'div' && [...classWords(element)].some((word) => LEAD_WORDS.has(word)));
    if (!isFigure || elementText(element, LONGEST_CAPTION + 1).length > LONGEST_CAPTION) continue;
    const images = imagesOf(element);
    if (images.length !== 1 || nameOf(images[0]?.attribs['src']) !== name) continue;
    const caption = element.name === 'figure' ? '' : elementText(element, LONGEST_CAPTION);
    if (element.name === 'figure') return render(element, { encodeEntities: 'utf8' });
    const escaped = caption.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<figure>${render(images, { encodeEntities: 'utf8' })}${caption === '' ? '' : `<figcaption>${escaped}</figcaption>`}</figure>`;
  }
  return null;
}

function imagesOf(element: Element): Element[] {
  return elementsBelow(element).filter(({ name }) => name === 'img');
}
