import { expect, test } from 'vitest';
import { tagKey, tagTitle } from '../../../electron/contract/tag-key.ts';

test('neither case nor width nor blanks tell tags apart', () => {
  for (const title of ['Export quota', ' export  QUOTA ', 'Ｅｘｐｏｒｔ\u3000ｑｕｏｔａ', 'export\nquota']) expect(tagKey(title)).toBe('export quota');
  expect(tagKey('稀土')).not.toBe(tagKey('希土'));
});

test('a title keeps its case and width, and no blanks but single spaces', () => {
  expect(tagTitle(' Export \t\u3000 ＱＵＯＴＡ\n')).toBe('Export ＱＵＯＴＡ');
  expect(tagTitle(' \u3000')).toBe('');
});
