import { expect, test } from 'vitest';
import type { SearchCompletion } from '../../../../electron/contract/search.ts';
import { completionWords, mayComplete, withCompletion } from '../../../../renderer/search/completion-words.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const ELEMENT: SearchCompletion = { insert: 'Dy', from: 8, to: 9, operator: 'element', isOperator: false, title: 'dysprosium · 镝', feedId: null };

test('a value takes the place of what was typed of it, with a space behind', () => {
  expect(withCompletion('element:d', ELEMENT)).toEqual({ text: 'element:Dy ', caret: 11 });
  expect(withCompletion('element:d export', ELEMENT)).toEqual({ text: 'element:Dy export', caret: 11 });
});

test('an operator waits for its value', () => {
  expect(withCompletion('dysprosium ti', { insert: 'title:', from: 11, to: 13, isOperator: true })).toEqual({ text: 'dysprosium title:', caret: 17 });
});

test('what a completion means is said in the language of the window', () => {
  expect(completionWords(ELEMENT, wordsNow())).toBe('dysprosium · 镝');
  expect(completionWords({ ...ELEMENT, operator: 'is', insert: 'offline', title: null }, wordsNow())).toBe('kept on this device');
  expect(completionWords({ ...ELEMENT, operator: 'lang', insert: 'zh', title: null }, wordsNow())).toBe('Chinese');
  expect(completionWords({ ...ELEMENT, operator: 'title', insert: 'title:', title: null, isOperator: true }, wordsNow())).toBe('words in the title');
});

test.each([
  ['feed:', true],
  ['feed:ox', true],
  ['feed:"Oxide & A', true],
  ['来源:磁', true],
  ['dysprosium ti', true],
  ['dysprosium t', false],
  ['dysprosium', false],
  ['feed:ox dysprosium', false],
  ['"feed', false],
])('at the end of %s something may go on: %s', (query, may) => {
  expect(mayComplete(query, query.length)).toBe(may);
});
