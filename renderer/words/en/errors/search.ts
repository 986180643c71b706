import type { ErrorEntry } from '../../error-entry.ts';

/** What can come of a search. */
export const searchErrors = {
  'search-superseded': {
    title: 'A newer search took its place',
    cause: 'The words were changed before this search began.',
    next: 'Nothing needs to be done: the newer one is under way.',
  },
} as const satisfies Record<string, ErrorEntry>;
