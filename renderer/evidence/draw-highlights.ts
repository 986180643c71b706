import type { Highlight, HighlightId, QuotePlace } from '../../electron/contract/bookmark.ts';
import { findQuote } from '../../electron/contract/text-quote.ts';
import { mapText, partsOf } from './text-map.ts';

/** How a highlight looks and is called. */
export interface HighlightLook {
  readonly mark: string;
  readonly moved: string;
  readonly reference: string;
  readonly silent: string;
  /** The name of the button behind a highlight. */
  readonly name: (highlight: Highlight, number: number | null) => string;
}

function clear(text: Element): void {
  for (const reference of text.querySelectorAll('[data-reference]')) reference.remove();
  for (const mark of text.querySelectorAll('mark[data-highlight]')) mark.replaceWith(...mark.childNodes);
  text.normalize();
}

function wrap(text: Element, { id }: Highlight, places: { readonly start: number; readonly end: number }, className: string): HTMLElement | undefined {
  let last: HTMLElement | undefined;
  for (const { node, from, to } of partsOf(mapText(text), places.start, places.end)) {
    if (to <= from) continue;
    const part = from > 0 ? node.splitText(from) : node;
    if (to - from < part.length) part.splitText(to - from);
    const mark = document.createElement('mark');
    mark.className = className;
    mark.dataset['highlight'] = String(id);
    part.replaceWith(mark);
    mark.append(part);
    last = mark;
  }
  return last;
}

/** The button behind a highlight: the number of its note, or nothing to be seen until it has the focus. */
function reference(highlight: Highlight, number: number | null, look: HighlightLook): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = number === null ? look.silent : look.reference;
  button.dataset['reference'] = String(highlight.id);
  button.setAttribute('aria-label', look.name(highlight, number));
  button.setAttribute('aria-haspopup', 'dialog');
  button.textContent = number === null ? '' : String(number);
  return button;
}

/**
 * Draws the highlights of an article into its text, over nodes that are there already, in place of those that were drawn
 * before. Answers with where each one is.
 */
export function drawHighlights(text: Element, highlights: readonly Highlight[], look: HighlightLook): ReadonlyMap<HighlightId, QuotePlace> {
  clear(text);
  const { bare } = mapText(text);
  const places = new Map<HighlightId, QuotePlace>();
  const found = highlights
    .map((highlight) => ({ highlight, at: findQuote(bare, highlight) }))
    .sort((one, other) => (one.at?.start ?? 0) - (other.at?.start ?? 0));
  let notes = 0;
  for (const { highlight, at } of found) {
    places.set(highlight.id, at?.place ?? 'lost');
    if (!at) continue;
    const last = wrap(text, highlight, at, at.place === 'moved' ? `${look.mark} ${look.moved}` : look.mark);
    if (highlight.note !== '') notes += 1;
    last?.after(reference(highlight, highlight.note === '' ? null : notes, look));
  }
  return places;
}
