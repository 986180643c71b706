/** What can be gone of a bookmark. */
export const bookmarkErrorWords = {
  'tag-missing': {
    title: 'The tag is gone',
    cause: 'It was removed or merged with another one.',
    next: 'Choose it anew.',
  },
  'highlight-missing': {
    title: 'The highlight is gone',
    cause: 'It was removed elsewhere.',
    next: 'Mark the passage again.',
  },
  'copy-missing': {
    title: 'The copy is gone',
    cause: 'The bookmark was taken back, and its copies were cleaned up.',
    next: 'Bookmark the article to keep it as it is now.',
  },
} as const;
