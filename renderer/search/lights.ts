import { create } from 'zustand';
import type { Light, TextMatcher } from '../../electron/contract/search/match-text.ts';
import { useListing } from '../state/listing.ts';
import { searchedLights } from '../state/searched-lights.ts';
import { announce, useUi } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import { findMatches } from './find-matches.ts';

const FOUND = 'search';
const NOW = 'search-now';

export interface LightsState {
  /** How many matches are lit in the open article. */
  readonly count: number;
  /** Which of them was gone to last, from 0; -1 before the first. */
  readonly at: number;
  /** The lights of this search were put out. */
  readonly out: readonly Light[] | null;
}

export const useLights = create<LightsState>()(() => ({ count: 0, at: -1, out: null }));

let ranges: readonly Range[] = [];
/** Which way to go once they are lit, and what to do instead where nothing of this article is. */
let wanted: { readonly step: 1 | -1; readonly orElse: () => void } | null = null;
/** Whose text was looked through last; null while no search is followed. */
let lookedAt: string | undefined | null = null;

function nothing(): void {
  // Nothing of the article is lit.
}

function draw(at: number): void {
  CSS.highlights.set(FOUND, new Highlight(...ranges));
  const now = ranges[at];
  const lit = new Highlight(...(now ? [now] : []));
  lit.priority = 1;
  CSS.highlights.set(NOW, lit);
}

function putAway(): void {
  ranges = [];
  CSS.highlights.delete(FOUND);
  CSS.highlights.delete(NOW);
  useLights.setState({ count: 0, at: -1 });
}

/**
 * Lights what `match` finds in the text that is open below `pane`, with `titled` in its title too, and goes on doing so when other
 * nodes take their place there.
 * Nothing in the page is changed for it. Returns the way to put the lights out.
 */
export function followLights(pane: Element, match: TextMatcher, titled: boolean): () => void {
  let asked = 0;
  const light = (): void => {
    asked = 0;
    const parts = [titled ? pane.querySelector('[data-article-title]') : null, pane.querySelector('[data-article-text]')];
    lookedAt = pane.querySelector<HTMLElement>('[data-article-of]')?.dataset['articleOf'];
    ranges = parts.flatMap((part) => (part ? findMatches(part, match) : []));
    const { at } = useLights.getState();
    const kept = at < ranges.length ? at : -1;
    draw(kept);
    useLights.setState({ count: ranges.length, at: kept });
    if (wanted === null || isAwaited()) return;
    const { step, orElse } = wanted;
    wanted = null;
    if (!walkLights(step)) orElse();
  };
  const observer = new MutationObserver(() => {
    asked ||= requestAnimationFrame(light);
  });
  observer.observe(pane, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-article-of'] });
  light();
  return () => {
    observer.disconnect();
    cancelAnimationFrame(asked);
    lookedAt = null;
    wanted = null;
    putAway();
  };
}

/** The article that is open is not drawn yet, or not looked through: the key that opened it was a moment ago. */
function isAwaited(): boolean {
  const { articleId } = useUi.getState();
  return lookedAt !== null && articleId !== null && lookedAt !== String(articleId);
}

/**
 * Goes to the next (1) or previous (-1) match in the open article, round its end. False where none is lit. Where its text is still
 * on its way it goes there once it has come, or does `orElse` where nothing of it is lit.
 */
export function walkLights(step: 1 | -1, orElse: () => void = nothing): boolean {
  if (isAwaited()) {
    wanted = { step, orElse };
    return true;
  }
  const { count, at } = useLights.getState();
  if (count === 0) return false;
  const next = at === -1 ? (step === 1 ? 0 : count - 1) : (at + step + count) % count;
  draw(next);
  useLights.setState({ at: next });
  const range = ranges[next];
  const scroll = document.querySelector('[data-article-scroll]');
  if (range && scroll) {
    const [box, view] = [range.getBoundingClientRect(), scroll.getBoundingClientRect()];
    const margin = 48;
    if (box.top < view.top + margin || box.bottom > view.bottom - margin) scroll.scrollBy({ top: box.top - view.top - view.height / 3, behavior: 'instant' });
  }
  const words = wordsNow();
  announce(words.t('search.matchOf', { place: words.format.count(next + 1), total: words.format.count(count) }));
  return true;
}

/** Puts the lights of this search out. False where none is lit. */
export function putOutLights(): boolean {
  if (useLights.getState().count === 0) return false;
  useLights.setState({ out: searchedLights() });
  return true;
}

/** Goes to the next or previous match; lights them again first where they were put out. False where nothing is searched for. */
export function findAgain(step: 1 | -1): boolean {
  if (walkLights(step)) return true;
  if (useListing.getState().search === null && searchedLights().length === 0) return false;
  wanted = useLights.getState().out === null ? null : { step, orElse: nothing };
  lightAgain();
  return true;
}

/** Lights them again, where they were put out. */
export function lightAgain(): void {
  useLights.setState({ out: null });
}
