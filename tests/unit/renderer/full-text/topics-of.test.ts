import { expect, test } from 'vitest';
import { topicsOf } from '../../../../renderer/full-text/topics-of.ts';

const LYNAS = { names: { en: 'Lynas Rare Earths', 'zh-Hans': '莱纳斯' }, aliases: [{ text: 'Lynas' }, { text: 'LYC', needs: 'ticker' as const }] };
const DYSPROSIUM = { names: { en: 'dysprosium', 'zh-Hans': '镝' }, aliases: [] };

test('a topic that a chip says under any name is not said twice, the rest is, once', () => {
  const article = { tags: ['Lynas', 'Dysprosium', '镝', 'Price floors', 'price-floor'], facts: { tags: ['Offtake'] } as never, textOrigin: 'page' as const };
  expect(topicsOf(article, [LYNAS, DYSPROSIUM])).toEqual(['Price floors', 'Offtake']);
  expect(topicsOf({ ...article, textOrigin: 'feed' }, [])).toEqual(['Lynas', 'Dysprosium', '镝', 'Price floors']);
});
