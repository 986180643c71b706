/** How an article is set, looked through, quoted and printed. */
export const lookWords = {
  look: {
    title: 'Text and layout',
    size: 'Text size',
    face: 'Typeface',
    faces: { serif: 'Serif', sans: 'Sans serif' },
    measure: 'Line length',
    measures: { narrow: 'Short', standard: 'Usual', wide: 'Long' },
    leading: 'Line spacing',
    leadings: { tight: 'Tight', standard: 'Usual', loose: 'Loose' },
    theme: 'Article background',
    themes: { app: 'As the window', light: 'Light', dark: 'Dark' },
    wide: 'Images and tables wider than the text',
  },
  find: {
    title: 'Find in this article',
    field: 'Find in this article',
    none: 'Not found',
    close: 'Close',
  },
  viewer: {
    title: 'Images of the article',
    open: 'View images',
    none: 'This article has no image to view.',
    place: '{{place}} of {{total}}',
    next: 'Next image',
    previous: 'Previous image',
    actual: 'Actual size',
    fit: 'Fit to window',
    close: 'Close',
  },
  quotation: {
    copy: 'Copy as quotation',
    copied: 'Quotation copied with its source',
    nothing: 'Select a passage first, then copy it as a quotation.',
    words: '“{{words}}”',
    source: '{{title}}, {{source}}, {{date}}',
  },
  print: {
    action: 'Print or save as PDF…',
    from: 'Read in Monazite on {{date}}',
  },
} as const;
