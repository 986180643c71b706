import DOMPurify from 'dompurify';
import type { Config } from 'dompurify';
import { markNumbers } from './number-columns.ts';

const CONFIG: Config = {
  ALLOWED_TAGS: [
    'a', 'abbr', 'aside', 'b', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em',
    'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp',
    'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr',
  ],
  ALLOWED_ATTR: ['alt', 'colspan', 'datetime', 'dir', 'height', 'href', 'lang', 'reversed', 'rowspan', 'scope', 'span', 'src', 'start', 'title', 'width'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

const OWN_IMAGE = /^img\/[0-9a-f]{32}$/u;
const LINK = /^(?:https?|mailto):/iu;

function wrapTable(table: HTMLTableElement): void {
  const scroller = document.createElement('div');
  scroller.dataset['table'] = '';
  scroller.tabIndex = 0;
  table.replaceWith(scroller);
  scroller.append(table);
}

/** The corner of a table heads nothing: as a header a screen reader would announce it, empty, with every cell. */
function asCell(header: Element): void {
  const cell = document.createElement('td');
  for (const { name, value } of header.attributes) if (name !== 'scope') cell.setAttribute(name, value);
  cell.append(...header.childNodes);
  header.replaceWith(cell);
}

/**
 * The article's HTML as nodes to insert. The store holds it sanitized already; it is sanitized again here, since what is
 * inserted must be clean whatever wrote the store. Images may come from the app itself only.
 */
export function cleanHtml(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, CONFIG) as unknown as DocumentFragment;
  for (const image of fragment.querySelectorAll('img')) {
    if (!OWN_IMAGE.test(image.getAttribute('src') ?? '')) {
      image.remove();
      continue;
    }
    image.loading = 'lazy';
    image.decoding = 'async';
    if (!image.hasAttribute('alt')) image.alt = image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '';
  }
  for (const link of fragment.querySelectorAll('a[href]')) {
    if (!LINK.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  }
  // The title above is the page's first heading.
  for (const heading of fragment.querySelectorAll('h1')) {
    const second = document.createElement('h2');
    second.append(...heading.childNodes);
    heading.replaceWith(second);
  }
  for (const header of fragment.querySelectorAll('th')) {
    if (header.textContent.trim() === '' && !header.querySelector('img')) asCell(header);
  }
  for (const table of fragment.querySelectorAll('table')) {
    markNumbers(table);
    if (!table.parentElement?.closest('table')) wrapTable(table);
  }
  return fragment;
}
