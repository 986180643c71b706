import { create } from 'zustand';

/** Whether a watchlist's overview is read in charts or in tables. It outlives the overview, and holds for all of them. */
export interface WatchView {
  readonly mentionsAsTable: boolean;
  readonly figuresAsTable: boolean;
}

export const useWatchView = create<WatchView>()(() => ({ mentionsAsTable: false, figuresAsTable: false }));
