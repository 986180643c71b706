import type { TextQuote } from '../../electron/contract/bookmark.ts';
import { quoteAt } from '../../electron/contract/text-quote.ts';
import { mapText, placesOf } from './text-map.ts';

/** The text of the open article, where it is in sight. */
export function articleText(): HTMLElement | null {
  const text = document.querySelector<HTMLElement>('[data-article-text]');
  return text && text.offsetParent !== null ? text : null;
}

/** What is selected in the text of the open article, or null. */
export function selectedRange(): Range | null {
  const text = articleText();
  const selection = getSelection();
  if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text) || selection.toString().trim() === '') return null;
  return range;
}

/** A selected passage by its words and what stands around it; null where none of the text is selected. */
export function quoteOf(range: Range): TextQuote | null {
  const text = articleText();
  if (!text) return null;
  const map = mapText(text);
  const places = placesOf(map, range);
  if (!places) return null;
  const within = document.createRange();
  within.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0) within.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) within.setEnd(range.endContainer, range.endOffset);
  return quoteAt(map.bare, places.start, places.end, wordsOf(within));
}

/** A range in words, blocks parted by blanks, without what the app wrote into the text. */
function wordsOf(range: Range): string {
  const holder = document.createElement('div');
  holder.append(range.cloneContents());
  for (const own of holder.querySelectorAll('[data-reference], [data-note], [data-alt], [data-retry]')) own.remove();
  for (const block of holder.querySelectorAll('p, li, h2, h3, h4, h5, h6, blockquote, td, th, dt, dd, figcaption, pre, br, div')) block.after(' ');
  return holder.textContent.replaceAll(/\s+/gu, ' ').trim();
}

const BLOCKS = 'p, li, h2, h3, h4, h5, h6, blockquote, td, dd, figcaption, pre';

/** Selects the first sentence in sight; false where there is none. */
export function selectFirstSentence(): boolean {
  const text = articleText();
  const pane = text?.closest('[data-article-scroll]');
  const selection = getSelection();
  if (!text || !pane || !selection) return false;
  const top = pane.getBoundingClientRect().top;
  const first = [...text.querySelectorAll(BLOCKS)].find((block) => block.getBoundingClientRect().bottom > top + 24 && block.textContent.trim() !== '') ?? text;
  selection.collapse(first, 0);
  selection.modify('extend', 'forward', 'sentence');
  return !selection.isCollapsed;
}

/** Goes on from the selected sentence to the next one (1), or back to the one before (-1). */
export function stepSentence(step: 1 | -1): void {
  const selection = getSelection();
  if (!selection) return;
  if (step === 1) {
    selection.collapseToEnd();
  } else {
    selection.collapseToStart();
    selection.modify('move', 'backward', 'sentence');
  }
  selection.modify('extend', 'forward', 'sentence');
  const range = selectedRange();
  range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}

export function clearSelection(): void {
  getSelection()?.removeAllRanges();
}
