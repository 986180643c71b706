import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LetterTile } from '../../../../renderer/components/letter-tile.tsx';

const letterOf = (title: string): string => renderToStaticMarkup(createElement(LetterTile, { title })).replaceAll(/<[^>]*>/g, '');

test.each([
  ['argus', 'A'],
  ['7 days', '7'],
  ['稀土', '稀'],
  ['x', 'X'],
  // A mark behind a plain letter belongs to it.
  ['e\u0301nergie', 'E\u0301'],
  ['稀\u{e0100}土', '稀\u{e0100}'],
  ['«Éclat»', 'É'],
  ['— ! —', '·'],
  ['', '·'],
])('the tile of %s shows %s', (title, letter) => {
  expect(letterOf(title)).toBe(letter);
});
