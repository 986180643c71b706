import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/words/en.ts';
import { libraryWords } from '../../../renderer/words/i18n.ts';
import { createSay } from '../../../renderer/words/say.ts';
import { zhCn } from '../../../renderer/words/zh-cn.ts';

function keysOf(words: object, above = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]) => (typeof value === 'string' ? [[`${above}${name}`, value] as const] : keysOf(value as object, `${above}${name}.`)));
}

const COUNTS = [0, 1, 2, 1234567];

describe.each([['en', en], ['zh-CN', zhCn]] as const)('what is said in %s', (locale, words) => {
  const say = createSay(locale, words);
  const library = libraryWords(locale) as unknown as (key: string, options?: object) => string;

  it('is what the library says, for every sentence and number', () => {
    for (const [key, sentence] of keysOf(words)) {
      const names = [...sentence.matchAll(/\{\{\s*(\w+)\s*(,\s*number)?\s*\}\}/g)];
      // The library takes a value of this name for how numbers are to be written, and then writes none of them.
      if (names.some(([, name]) => name === 'unit')) continue;
      const base = key.replace(/_(?:one|other)$/, '');
      for (const count of COUNTS) {
        const values = Object.fromEntries([...names.map(([, name, number]) => [name, number ? count : `“${name}” $& $1 ${count}`]), ['count', count]]) as object;
        expect([base, say(base, values)]).toEqual([base, library(base, values)]);
      }
    }
  });

  it('writes a number as one beside a value that has the name of a way to write numbers', () => {
    const values = { name: 'A', count: 1234, first: 'B', last: 'C', least: '1', most: '2', unit: '元/吨', trend: 'D' };
    expect(say('prices.summary', values)).toContain('1,234');
  });

  it('is without values what the library says, where the sentence has none', () => {
    const plain = keysOf(words).filter(([, sentence]) => !sentence.includes('{{')).map(([key]) => key);
    expect(plain.filter((key) => say(key) !== library(key))).toEqual([]);
  });

  it('is left to the library where a value is missing, the key unknown, or more is asked for', () => {
    const [key = ''] = keysOf(words).find(([, sentence]) => /\{\{\w+\}\}/.test(sentence)) ?? [];
    expect(say(key, {})).toBeUndefined();
    expect(say(key)).toBeUndefined();
    expect(say('no.such.key')).toBeUndefined();
    expect(say('common', {})).toBeUndefined();
    expect(say('common.appName', { lng: 'en' })).toBeUndefined();
  });
});
