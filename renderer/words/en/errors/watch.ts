import type { ErrorEntry } from '../../error-entry.ts';

/** What is watched, and what is done by itself. */
export const watchErrors = {
  'watch-missing': {
    title: 'The watchlist is gone',
    cause: 'It was removed meanwhile.',
    next: 'Choose another one in the sidebar.',
  },
  'rule-missing': {
    title: 'The rule is gone',
    cause: 'It was removed meanwhile.',
    next: 'Choose another one from the list.',
  },
  'rule-empty': {
    title: 'The rule is not complete',
    cause: 'A rule needs at least one condition and one thing to do.',
    next: 'Add what is missing.',
  },
  'query-empty': {
    title: 'Nothing to look for',
    cause: 'The search has no words and no conditions.',
    next: 'Type at least one word.',
  },
  'query-muted': {
    title: 'Muted headlines are in no list',
    cause: 'A saved search lists and counts what lists show, and this one asks for what is muted.',
    next: 'Take is:muted out of it. A search that is not saved still finds what is muted.',
  },
  'run-missing': {
    title: 'The run is gone',
    cause: 'Only the last 20 runs of rules are kept.',
    next: 'Headlines can be changed by hand.',
  },
  'run-running': {
    title: 'A rule is running',
    cause: 'One rule at a time runs over stored headlines.',
    next: 'Wait until it is done, or stop it.',
  },
} as const satisfies Record<string, ErrorEntry>;
