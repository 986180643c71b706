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
    cause: 'It is not as it was made: {{reason}}. The library is as it was.',
    causePlain: 'It is not as it was made. The library is as it was.',
    next: 'Choose another copy of the archive.',
  },
} as const satisfies Record<string, ErrorEntry>;
