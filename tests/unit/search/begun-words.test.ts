import { expect, test } from 'vitest';
import { NO_ALIASES } from '../../../electron/core/search/aliases.ts';
import { countQuery } from '../../../electron/core/search/search-articles.ts';
import { NOON } from '../store/library.ts';
import { libraryOf, titlesOf } from './library.ts';

test('a word of which a few letters are typed is found whatever it goes on with', () => {
  // Letters and digits, Greek, Cyrillic, Hebrew, letters beyond sixteen bits, halves of none of them.
  const goesOn = ['per', 'person', 'per9', 'perμ', 'perе', 'perא', 'per𐐨', 'per𞤢x', 'Per稀土', 'per-cent', 'Pérou', 'perⱥ'];
  const { store } = libraryOf([...goesOn, 'paper', 'pe r', 'super', 'Prices'].map((word) => ({ title: word, text: 'of a report' })));
  expect(titlesOf(store, 'per')).toEqual(goesOn);
  expect(titlesOf(store, 'per', { order: 'rank' })).toEqual(goesOn);
  expect(titlesOf(store, 'pers')).toEqual(['person']);
  expect(titlesOf(store, 'is:unread per')).toEqual(goesOn);
  expect(countQuery(store, { aliases: NO_ALIASES, articlesOf: null }, { query: 'per' }, { asOf: store.stamp(), now: NOON }).total).toEqual({ count: goesOn.length, exact: true });
});
