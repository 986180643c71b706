import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** What the library may be given: its time grows faster than their number, and past this it is seconds. */
const MOST_ELEMENTS = 12_000;

/**
 * The part of a page that Mozilla's Readability takes for its article, as HTML, or null, also where the page
 * has too many elements for it. `html` must be bounded in depth.
 */
export function readableHtml(html: string, { base, charThreshold }: { readonly base: string; readonly charThreshold: number }): string | null {
  if (countOf(html) > MOST_ELEMENTS) return null;
  const { document } = parseHTML(html) as unknown as { document: LinkedDocument };
  const first = document.createElement('base');
  first.setAttribute('href', base);
  // Without it linkedom resolves nothing, and relative links come out as they went in.
  document.head.prepend(first);
  const article = new Readability(document as never, { charThreshold, keepClasses: true, disableJSONLD: true }).parse();
  return article?.content ?? null;
}

/** Start tags: the markup was written by us, where text holds no such bracket. */
function countOf(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

/** As much of linkedom's document as is touched here; the engine is compiled without the DOM's types. */
interface LinkedDocument {
  createElement(name: string): { setAttribute(name: string, value: string): void };
  readonly head: { prepend(node: unknown): void };
}
