import { describe, expect, test } from 'vitest';
import { differingStatements } from '../../../electron/core/stories/differing-statements.ts';

function between(...texts: string[]) {
  return differingStatements(texts.map((text, at) => ({ id: at + 1, title: 'Title', text })));
}

describe('figures that differ', () => {
  test('one number, said of two years', () => {
    const found = between(
      'The ministries set the quota. Mining for 2024 comes to 270,000 tonnes.',
      'Output quotas have grown. The mining quota was 270,000 tonnes in 2023, they said.',
    );
    expect(found).toEqual([{
      kind: 'year', unit: null,
      statements: [
        { articleId: 1, printed: '2024', value: '2024', sentence: 'Mining for 2024 comes to 270,000 tonnes.' },
        { articleId: 2, printed: '2023', value: '2023', sentence: 'The mining quota was 270,000 tonnes in 2023, they said.' },
      ],
    }]);
  });

  test('one thing by two numbers, across languages, as printed', () => {
    expect(between('净利润1.68亿元，同比增长178%。营业收入29.9亿元。', 'Net profit came to 186 million yuan, and revenue to 2.99 billion yuan.')).toEqual([{
      kind: 'value', unit: 'cny',
      statements: [
        { articleId: 1, printed: '1.68亿元', value: '168000000', sentence: '净利润1.68亿元，同比增长178%。' },
        { articleId: 2, printed: '186 million yuan', value: '186000000', sentence: 'Net profit came to 186 million yuan, and revenue to 2.99 billion yuan.' },
      ],
    }]);
  });

  test('a slip by ten', () => {
    expect(between('Terbium oxide output was 9,000 tonnes.', 'Output of terbium oxide was 900 tonnes.')).toMatchObject([{ kind: 'value', unit: 't' }]);
  });

  test.each([
    ['rounded', 'Exports were 32,569.2 tonnes.', 'Exports came to 32,569 tonnes.'],
    ['about', 'Its revenue rose 19.6%.', 'Its revenue rose about 20%.'],
    ['two units of one value', '产能为2.5万吨', 'Capacity is 25,000 tonnes a year.'],
    ['two things', 'Revenue was $53.6 million.', 'The net loss was $41.8 million.'],
    ['both say both', 'The price rose from $50 per kg to $60 per kg.', 'The price rose from $50 per kg to $60 per kg.'],
    ['far apart', 'The plant cost $75m.', 'The plant cost $500m.'],
    ['ranges', 'Terbium oxide price 410-415 yuan.', 'Terbium oxide price 420-425 yuan.'],
  ])('nothing is said of %s', (_, one, other) => expect(between(one, other)).toEqual([]));
});
