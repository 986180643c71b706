/** What can be wrong with a name that a person adds or corrects. */
export const gazetteerErrorWords = {
  'entity-missing': {
    title: 'The name is gone',
    cause: 'It was removed, or is none of those that come with Monazite.',
    next: 'Choose it anew from the list of names.',
  },
  'entity-name-missing': {
    title: 'No word is left to know it by',
    cause: 'Every form of the name is hidden or empty.',
    next: 'Leave at least one form, or remove the name.',
  },
} as const;
