import type { ErrorEntry } from '../../error-entry.ts';

/** What can come of a search. */
export const searchErrors = {
  'search-superseded': {
    title: 'A newer search took its place',
    cause: 'The words were changed before this search began.',
    next: 'Nothing needs to be done: the newer one is under way.',
  },
  'search-damaged': {
    title: 'The search index is damaged',
    cause: 'The index of words is damaged and is being made anew from the articles. No article is lost.',
    next: 'Try again. Until the index is complete, a search finds the newest articles first.',
  },
} as const satisfies Record<string, ErrorEntry>;
