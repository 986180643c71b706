import { expect, test } from 'vitest';
import { titleQuery } from '../../../../renderer/palette/title-query.ts';
import { libraryOf, titlesOf } from '../../search/library.ts';

test('a title that is typed as it stands is found, with its numbers and signs', () => {
  const titles = ['Orders for the quarter: 636.7 tonnes.', '氧化镝涨3.1%至168万元', 'Dy₂O₃ at “553,000 yuan” (ex-works)', 'Northgate’s U.S. plant, again'];
  const { store } = libraryOf(titles.map((title) => ({ title, text: 'x' })));
  for (const title of titles) expect(titlesOf(store, titleQuery(title))).toEqual([title]);
  expect(titlesOf(store, titleQuery('quarter 636'))).toEqual([titles[0]]);
  expect(titleQuery(' .,“” ')).toBe('');
});
