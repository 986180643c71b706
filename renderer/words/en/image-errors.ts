/** Why an image was not taken, joined to the words for every other error. */
export const imageErrorWords = {
  'not-an-image': {
    title: 'That is not an image',
    cause: 'What {{host}} sent is not an image that Monazite knows.',
    next: 'Open the article in the browser to see what the site shows there.',
  },
  'image-too-large': {
    title: 'The image is too large',
    cause: 'Shown, it would take too much memory: {{width, number}} × {{height, number}} pixels.',
    causePlain: 'Shown, it would take too much memory.',
    next: 'Open the article in the browser to see it there.',
  },
  'image-too-complex': {
    title: 'The drawing takes too long',
    cause: 'A drawing from {{host}} takes more time or memory than an image may.',
    next: 'Open the article in the browser to see it there.',
  },
} as const;
