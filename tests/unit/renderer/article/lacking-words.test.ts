import { expect, test } from 'vitest';
import { lackingWords, mayBeRetried } from '../../../../renderer/article/lacking-words.ts';

test.each([
  ['pending', null, false, 'article.imageLoading'],
  ['pending', null, true, 'article.imageNotKept'],
  ['failed', 'server-error', false, 'images.retries'],
  ['failed', 'forbidden', false, 'images.refused'],
  ['failed', 'timeout', true, 'article.imageNotKept'],
  ['failed', 'image-too-large', true, 'images.tooLarge'],
  ['gone', 'not-found', true, 'images.gone'],
  ['gone', 'not-an-image', false, 'images.notAnImage'],
  ['gone', 'body-too-large', false, 'images.tooLarge'],
  ['kept', null, false, 'article.imageFailed'],
] as const)('an image that is %s by %s, offline %s: %s', (state, code, offline, words) => {
  expect(lackingWords({ state, code }, offline)).toBe(words);
});

test.each([
  ['failed', 'server-error', false, true],
  ['failed', 'timeout', true, true],
  ['gone', 'not-found', false, true],
  ['gone', 'image-too-large', false, false],
  ['pending', null, false, false],
  ['pending', null, true, true],
  ['kept', null, false, false],
] as const)('an image that is %s by %s, offline %s, may be asked for again: %s', (state, code, offline, may) => {
  expect(mayBeRetried({ state, code }, offline)).toBe(may);
});
