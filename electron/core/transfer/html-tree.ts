import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** XML 1.0 section 2.2 knows no other control characters. */
// oxlint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text that XML may hold. Half of a surrogate pair is replaced. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(NO_XML, '');
}

export function escapeXml(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Calls `change` with each element below a node; one that it answers false for is taken out and its text put there. */
function walk(parent: Root | Element, change: (element: Element) => string | null): void {
  for (const [at, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    const text = change(child);
    if (text === null) walk(child, change);
    else parent.children[at] = { type: 'text', value: text };
  }
}

/**
 * The tree of sanitized HTML with its images where `sourceOf` says; an image that it gives null for is not at hand, and its
 * alternative text stands in its place.
 */
export function articleTree(html: string, sourceOf: (key: string) => string | null): Root {
  const root = fromHtml(xmlText(html), { fragment: true });
  walk(root, ({ tagName, properties }) => {
    if (tagName !== 'img') return null;
    const written = properties['src'];
    const key = typeof written === 'string' ? /^img\/([0-9a-f]{32})$/.exec(written)?.[1] : undefined;
    const source = key === undefined ? null : sourceOf(key);
    const alt = typeof properties['alt'] === 'string' ? properties['alt'] : '';
    if (source === null) return alt === '' ? '' : `[${alt}]`;
    properties['src'] = source;
    properties['alt'] = alt;
    return null;
  });
  return root;
}
