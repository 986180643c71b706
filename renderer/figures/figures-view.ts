import { create } from 'zustand';
import type { FigureFilter } from '../../electron/contract/figures.ts';
import { openPage } from '../state/navigate.ts';

/** What the table of figures is narrowed to. It outlives the page, so that an article that was read from it leads back. */
export interface FiguresView {
  readonly filter: FigureFilter;
  /** Where the table was scrolled to. */
  readonly scroll: number;
}

export const useFiguresView = create<FiguresView>()(() => ({ filter: {}, scroll: 0 }));

/** Narrows the table further; undefined takes a condition away. */
export function narrowFigures(patch: FigureFilter): void {
  useFiguresView.setState(({ filter }) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== undefined && value !== ''));
    return { filter: next, scroll: 0 };
  });
}

/** Opens the table with the figures of one entity. */
export function openFiguresOf(entityId: string): void {
  useFiguresView.setState({ filter: { entityId }, scroll: 0 });
  openPage('figures', true);
}
