/** Counted up whenever the same text gives other figures: stored articles are then read anew. Apart from what reads, for whoever only compares. */
export const LENS_VERSION = 8;
