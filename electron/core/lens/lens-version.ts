/** Counted up whenever the same text gives other figures: stored articles are then read anew. By itself, so that who asks for it does not load what reads them. */
export const LENS_VERSION = 6;
