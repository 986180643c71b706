import { expect, test } from 'vitest';
import { languageWords } from '../../../../renderer/search/result-line.tsx';
import { createFormats } from '../../../../renderer/words/formats.ts';
import { wordsIn } from '../../../../renderer/words/words.ts';

const of = (locale: 'en' | 'zh-CN') => ({ t: wordsIn(locale), format: createFormats(locale) });

test('languages are named by how much is in each, and not at all where there is one', () => {
  expect(languageWords([{ lang: 'en', count: 41 }, { lang: 'zh', count: 22 }], of('en'))).toBe('41 in English and 22 in Chinese');
  expect(languageWords([{ lang: 'en', count: 41 }, { lang: 'zh', count: 22 }], of('zh-CN'))).toBe('英语41条和中文22条');
  expect(languageWords([{ lang: 'zh', count: 22 }], of('en'))).toBe('');
  expect(languageWords([], of('en'))).toBe('');
});

test('the fourth language and one that nobody can tell are counted alone', () => {
  const many = [{ lang: 'zh', count: 9 }, { lang: 'und', count: 4 }, { lang: 'en', count: 3 }, { lang: 'ja', count: 2 }, { lang: 'de', count: 1 }];
  expect(languageWords(many, of('en'))).toBe('9 in Chinese, 3 in English, 2 in Japanese and 5 in other languages');
});
