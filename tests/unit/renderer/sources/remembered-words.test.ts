import { afterEach, expect, it } from 'vitest';
import { rememberedWords } from '../../../../renderer/sources/remembered-words.ts';
import { stateWords } from '../../../../renderer/sources/state-words.ts';
import { showLocale } from '../../../../renderer/words/language.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';
import type { Words } from '../../../../renderer/words/use-words.ts';
import { HOUR, NOW, report } from './reports.ts';

afterEach(() => showLocale('en'));

function counted(): { readonly words: Words; readonly made: string[] } {
  const { t, format } = wordsNow();
  const made: string[] = [];
  const say = t as (key: string, values?: object) => string;
  const t2 = ((key: string, values?: object) => {
    made.push(key);
    return say(key, values);
  }) as typeof t;
  return { words: { t: t2, format }, made };
}

it('makes the sentence of a state once for thousands, and another for each that differs', () => {
  const { words, made } = counted();
  const remembered = rememberedWords(words);
  const texts = Array.from({ length: 5000 }, (_, at) => stateWords(report(at, { everyMs: (at % 2 === 0 ? 6 : 12) * HOUR + at }), NOW, remembered).text);
  expect([...new Set(texts)]).toEqual(['Every 6\u00A0h', 'Every 12\u00A0h']);
  expect(made).toHaveLength(4);
});

it('says what the words of another language say', async () => {
  showLocale('zh-CN');
  const quiet = report(1, { state: 'quiet', newestAt: null });
  expect(stateWords(quiet, NOW, rememberedWords(wordsNow()))).toEqual(stateWords(quiet, NOW, wordsNow()));
});
