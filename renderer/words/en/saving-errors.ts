/** Why a file could not be saved as a page. */
export const savingErrorWords = {
  'file-type-unknown': {
    title: 'Not a page',
    cause: '{{name}} is none of the kinds that Monazite reads: web page, text, mail or PDF.',
    causePlain: 'The file is none of the kinds that Monazite reads: web page, text, mail or PDF.',
    next: 'Save it as .html, .mhtml, .txt, .eml or .pdf first.',
  },
  'file-damaged': {
    title: 'The file is damaged',
    cause: '{{name}} breaks off or is not what its name says. Nothing was saved.',
    causePlain: 'The file breaks off or is not what its name says. Nothing was saved.',
    next: 'Open it in its own program and save it anew.',
  },
  'file-encrypted': {
    title: 'The file is locked',
    cause: '{{name}} opens only with a password. Nothing was saved.',
    causePlain: 'The file opens only with a password. Nothing was saved.',
    next: 'Open it in its own program, save it without the password, and add that file.',
  },
  'file-without-text': {
    title: 'No text in the file',
    cause: 'There is nothing in {{name}} that reads as an article. Nothing was saved.',
    causePlain: 'There is nothing in the file that reads as an article. Nothing was saved.',
    next: 'Open the page in a browser and save it from there once it is all there.',
  },
} as const;
