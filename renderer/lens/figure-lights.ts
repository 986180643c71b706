import type { PlacedFigure } from '../../electron/contract/figures.ts';
import { useFigureView } from './figure-view.ts';
import { placeFigures } from './place-figures.ts';
import type { FigureOnPage } from './place-figures.ts';

const DOTTED = 'figure';
const HOVER = 'figure-hover';
const SENTENCE = 'figure-sentence';
const NOW = 'figure-now';

let onPage: ReadonlyMap<string, FigureOnPage> = new Map();

function light(name: string, ranges: readonly (Range | null | undefined)[], priority: number): void {
  const lit = new Highlight(...ranges.filter((range) => range instanceof Range));
  lit.priority = priority;
  CSS.highlights.set(name, lit);
}

function drawChosen(): void {
  const { shown, hovered } = useFigureView.getState();
  const now = shown === null ? undefined : onPage.get(shown);
  light(SENTENCE, [now?.sentence()], -2);
  light(NOW, [now?.words], 2);
  light(HOVER, [hovered === null || hovered === shown ? undefined : onPage.get(hovered)?.words], 1);
}

/** The figure whose words stand at a point of the window, or null. */
export function figureAt(x: number, y: number): string | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  for (const { id, words } of onPage.values()) {
    // The caret goes to the nearest letter: only what lies under the point counts.
    if (words?.isPointInRange(caret.offsetNode, caret.offset) && [...words.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top - 2 && y <= box.bottom + 2)) return id;
  }
  return null;
}

/** Where a figure stands on the page; undefined where it does not. */
export function figureOnPage(id: string): FigureOnPage | undefined {
  return onPage.get(id);
}

/**
 * Underlines figures in the title and the text below `pane`, lights the one that is looked at, and goes on doing so when other nodes
 * take their place there. Nothing in the page is changed for it. Returns the way to stop.
 */
export function followFigures(pane: Element, figures: readonly PlacedFigure[]): () => void {
  let asked = 0;
  const draw = (): void => {
    asked = 0;
    const found = placeFigures(figures, pane.querySelector('[data-article-title]'), pane.querySelector('[data-article-text]'));
    onPage = new Map(found.map((figure) => [figure.id, figure]));
    light(DOTTED, found.map(({ words }) => words), -1);
    drawChosen();
  };
  const observer = new MutationObserver(() => {
    asked ||= requestAnimationFrame(draw);
  });
  observer.observe(pane, { childList: true, subtree: true, characterData: true });
  draw();
  const stop = useFigureView.subscribe(drawChosen);
  return () => {
    stop();
    observer.disconnect();
    cancelAnimationFrame(asked);
    onPage = new Map();
    for (const name of [DOTTED, HOVER, SENTENCE, NOW]) CSS.highlights.delete(name);
  };
}

/** Brings a figure's sentence into sight, a third from the top, where it is not. */
export function scrollToFigure(id: string): void {
  const range = onPage.get(id)?.words ?? onPage.get(id)?.sentence();
  const scroll = document.querySelector('[data-article-scroll]');
  if (!range || !scroll) return;
  const [box, view] = [range.getBoundingClientRect(), scroll.getBoundingClientRect()];
  const margin = 48;
  if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroll.scrollBy({ top: box.top - view.top - view.height / 3, behavior: calm ? 'instant' : 'smooth' });
}
