import type { ErrorEntry } from '../../error-entry.ts';

/** Why something is not ready to be read without a network. */
export const offlineErrors = {
  'image-failed': {
    title: 'Images could not be loaded',
    cause: 'The image servers did not give what was asked for.',
    next: 'Try again later.',
  },
  'prepare-stopped': {
    title: 'Not fetched yet',
    cause: 'Preparing was stopped before its turn came.',
    next: 'Prepare again; it goes on where it was.',
  },
  'over-budget': {
    title: 'No room within the budget',
    cause: 'It does not fit into the space that is set for offline.',
    next: 'Allow more in the settings, or choose less.',
  },
} as const satisfies Record<string, ErrorEntry>;
