/** What stands in the place of an image that is not there, and how an article says that some are missing. */
export const imageWords = {
  images: {
    gone: 'The source no longer has this image.',
    refused: 'The source does not give this image to readers.',
    notAnImage: 'What the source sent is not an image.',
    tooLarge: 'This image is too large to be kept.',
    retries: 'This image could not be loaded. It is tried again later.',
    came: 'The images are here.',
    stillMissing_one: '{{count, number}} image is still missing.',
    stillMissing_other: '{{count, number}} images are still missing.',
    missing_one: 'Text, {{count, number}} image missing',
    missing_other: 'Text, {{count, number}} images missing',
  },
} as const;
