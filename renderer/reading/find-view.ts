import { create } from 'zustand';
import { foldMapped, foldText } from '../../electron/contract/search/fold.ts';
import type { Span, TextMatcher } from '../../electron/contract/search/match-text.ts';

export interface FindView {
  /** What is looked for in the open article; null where the field is closed. */
  readonly typed: string | null;
}

export const useFindView = create<FindView>()(() => ({ typed: null }));

/** One for one, so that places stay. */
const BLANK = /\s/gu;

/** Finds what was typed wherever it stands, in words or across them, folded as searches fold. */
export function createFinder(typed: string): TextMatcher {
  const wanted = foldText(typed).replaceAll(BLANK, ' ');
  return (text) => {
    if (wanted.trim() === '') return [];
    const folded = foldMapped(text);
    const whole = folded.text.replaceAll(BLANK, ' ');
    const spans: Span[] = [];
    for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + wanted.length)) {
      spans.push([folded.starts[at] ?? 0, folded.ends[at + wanted.length - 1] ?? text.length]);
    }
    return spans;
  };
}

/** Opens the field; what is selected in the article stands in it. */
export function openFind(selected: string): void {
  useFindView.setState((now) => ({ typed: selected === '' ? (now.typed ?? '') : selected }));
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find-field]')?.select());
}

/** Closes the field; false where it is closed. */
export function closeFind(): boolean {
  if (useFindView.getState().typed === null) return false;
  useFindView.setState({ typed: null });
  return true;
}
