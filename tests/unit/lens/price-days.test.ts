import { expect, test } from 'vitest';
import { readLens } from '../../../electron/core/lens/read-lens.ts';

test('a quote without a printed day is of the day of publication where its money is', () => {
  const publishedAt = Date.UTC(2026, 10, 26, 23, 42);
  const dayOf = (text: string): unknown => readLens({ title: '', text, publishedAt }).prices.map(({ asOf }) => asOf);
  expect(dayOf('Dysprosium oxide was quoted at 1.68 million yuan a tonne.')).toEqual(['2026-11-27']);
  expect(dayOf('Dysprosium oxide was quoted at 240 US dollars a kilogram.')).toEqual(['2026-11-26']);
});
