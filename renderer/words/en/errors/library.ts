import type { ErrorEntry } from '../../error-entry.ts';

/** What is kept, files, the library on disk and the engine. */
export const libraryErrors = {
  'already-subscribed': {
    title: 'You follow it already',
    cause: 'This feed is among your sources.',
    next: 'Open it from there.',
  },
  'feed-missing': {
    title: 'The source is no longer here',
    cause: 'It was unsubscribed in the meantime.',
    next: 'Choose another one.',
  },
  'folder-missing': {
    title: 'The folder is no longer here',
    cause: 'It was deleted in the meantime. Its sources are one level up.',
    next: 'Choose another one.',
  },
  'article-missing': {
    title: 'The article is no longer here',
    cause: 'It was removed by a clean-up or with its source.',
    next: 'Choose another headline.',
  },
  'story-missing': {
    title: 'Not part of a story',
    cause: 'No other headline reports the same event any more.',
    next: 'Go on reading: nothing was changed.',
  },
  'nothing-to-undo': {
    title: 'Nothing to undo',
    cause: 'It was undone already, or too much has changed since.',
    next: 'Mark the headlines one by one.',
  },
  'figure-missing': {
    title: 'The figure is no longer here',
    cause: 'The text of the article changed, or the figure was taken out.',
    next: 'Look at the figures of the article again.',
  },
  'words-missing': {
    title: 'The words are not in the text',
    cause: 'The text of the article changed since they were chosen. Nothing was added.',
    next: 'Choose the words in the text again.',
  },
  'prices-missing': {
    title: 'No prices of this kind',
    cause: 'No article here quotes this product in this unit and on these terms any more.',
    next: 'Choose another product or another unit.',
  },
  'nothing-to-fill': {
    title: 'Nothing is missing',
    cause: 'This source has no gap any more.',
    next: 'Its headlines are in the list.',
  },
  'not-opml': {
    title: 'Not an OPML file',
    cause: 'The file could not be read as OPML. Nothing was changed.',
    next: 'Export the list from the other reader again, as OPML, and choose that file.',
  },
  'opml-too-large': {
    title: 'The file is too large',
    cause: 'The file is larger, or names more sources, than Monazite takes at once: {{limit}}. Nothing was changed.',
    causePlain: 'The file is larger, or names more sources, than Monazite takes at once. Nothing was changed.',
    next: 'Split it into parts and import them one by one.',
  },
  'opml-too-complex': {
    title: 'The file could not be read in time',
    cause: 'Something in the file takes more time or memory than a list of sources may. Nothing was changed.',
    next: 'Export the list from the other reader again, or split it into parts.',
  },
  'file-missing': {
    title: 'The file is no longer here',
    cause: 'It was handed over more than a day ago, or not to its end.',
    next: 'Choose the file again.',
  },
  'file-too-large': {
    title: 'The file is too large',
    cause: 'It is larger than Monazite takes: {{bytes}}. Nothing was changed.',
    causePlain: 'It is larger than Monazite takes. Nothing was changed.',
    next: 'Choose a smaller file.',
  },
  'profile-unwritable': {
    title: 'The profile folder cannot be written',
    cause: 'Monazite may not write to {{path}}.',
    next: 'Allow writing to the folder, or start Monazite with another profile folder.',
  },
  'profile-in-use': {
    title: 'The profile is open elsewhere',
    cause: 'Another Monazite is using {{path}}.',
    next: 'Use that window, or close it and try again here.',
  },
  'database-damaged': {
    title: 'The library is damaged',
    cause: 'The library at {{path}} cannot be read to the end.',
    next: 'Restore a backup below, or quit Monazite and put a copy of your own in its place.',
  },
  'database-newer': {
    title: 'The library is from a newer version',
    cause: 'A newer Monazite wrote the library at {{path}}. This version cannot read it.',
    next: 'Install the newer version, or start this one with another profile folder.',
  },
  'database-failed': {
    title: 'The library did not answer',
    cause: 'Reading or writing the library failed. What was stored before is untouched.',
    next: 'Try again. If it stays so, start Monazite again.',
  },
  'migration-failed': {
    title: 'The library could not be updated',
    cause: 'Updating the library failed. Its state from before is in {{backup}}.',
    causePlain: 'Updating the library for this version failed. Its state from before holds.',
    next: 'Make sure that the disk has room, then try again. The earlier version of Monazite still opens it.',
  },
  'disk-full': {
    title: 'The disk is full',
    cause: 'There is no room left on the disk that holds {{path}}. What was stored before is untouched.',
    next: 'Free some room, then try again.',
  },
  'settings-failed': {
    title: 'The setting could not be stored',
    cause: 'The settings file cannot be written. The earlier setting holds.',
    next: 'Check that there is room on the disk and that the profile folder can be written.',
  },
  'refresh-running': {
    title: 'A refresh is running',
    cause: 'Two refreshes cannot run at once.',
    next: 'Wait until it is done, or stop it.',
  },
  'engine-stopped': {
    title: 'Monazite has stopped answering',
    cause: 'The part of Monazite that reads the library is no longer running. Everything stored is on disk.',
    next: 'Try again, or close Monazite and start it again.',
  },
  internal: {
    title: 'Something in Monazite went wrong',
    cause: 'The fault is in Monazite, not in what you did. Nothing stored is lost.',
    next: 'Try again. If it happens again, start Monazite again.',
  },
} as const satisfies Record<string, ErrorEntry>;
