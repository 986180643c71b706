import type { ErrorEntry } from '../../error-entry.ts';

/** What can fail when articles leave and links come. */
export const transferErrors = {
  'nothing-to-export': {
    title: 'Nothing to export',
    cause: 'No stored article is among what was chosen.',
    next: 'Choose other articles, or bookmark some first.',
  },
  'transfer-running': {
    title: 'An export or import is running',
    cause: 'Two cannot run at once.',
    next: 'Wait until it is done, or stop it.',
  },
  'transfer-cancelled': {
    title: 'Stopped',
    cause: 'It was stopped before its end. What was imported so far stays.',
    next: 'Start it again: it goes on with what is missing.',
  },
  'not-links': {
    title: 'No links in this file',
    cause: '{{name}} holds neither bookmarks nor a table with a column “url”.',
    causePlain: 'The file holds neither bookmarks nor a table with a column “url”.',
    next: 'Choose a subscription list (OPML), bookmarks saved by a browser (HTML), or a CSV file from Pocket, Instapaper or Readwise.',
  },
  'not-archive': {
    title: 'Not an archive of a library',
    cause: 'The file was not made by an export of the whole library.',
    next: 'Choose a file that ends in .monazite.zip.',
  },
  'archive-unsound': {
    title: 'The archive is damaged',
    cause: 'It is not as it was made. The library is as it was.',
    next: 'Choose another copy of the archive.',
    reasons: {
      'cut-short': { title: 'The archive is damaged', cause: 'Its end is missing, as of a copy that was not finished. The library is as it was.', next: 'Copy the archive once more, or choose another copy.' },
      'unknown-version': { title: 'The archive is of another version', cause: 'It was made by a version of Monazite that this one does not know. The library is as it was.', next: 'Update Monazite, and choose the archive again.' },
      incomplete: { title: 'The archive is not whole', cause: 'Parts of it are missing. The library is as it was.', next: 'Choose another copy of the archive.' },
      unreadable: { title: 'The archive is damaged', cause: 'What is in it cannot be read. The library is as it was.', next: 'Choose another copy of the archive.' },
      changed: { title: 'The archive was changed', cause: '{{name}} in it is not what it was when the archive was made. The library is as it was.', next: 'Choose another copy of the archive.' },
      unexpected: { title: 'Not an archive of a library alone', cause: 'It holds {{name}}, which no archive of a library has. The library is as it was.', next: 'Choose an archive that was not changed since.' },
      twice: { title: 'The archive was changed', cause: 'It holds {{name}} twice. The library is as it was.', next: 'Choose another copy of the archive.' },
      'too-large': { title: 'The archive was changed', cause: '{{name}} in it is larger than it may be. The library is as it was.', next: 'Choose another copy of the archive.' },
      encrypted: { title: 'The archive was locked', cause: '{{name}} in it is encrypted. The library is as it was.', next: 'Choose the archive as Monazite made it.' },
      damaged: { title: 'The archive is damaged', cause: '{{name}} in it cannot be read. The library is as it was.', next: 'Choose another copy of the archive.' },
    },
  },
} as const satisfies Record<string, ErrorEntry>;
