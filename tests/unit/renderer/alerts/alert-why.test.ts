import { expect, test } from 'vitest';
import type { AlertReason } from '../../../../electron/contract/watch.ts';
import { alertWhy } from '../../../../renderer/alerts/alert-why.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const reason = (title: string, words: readonly string[], kind: AlertReason['kind'] = 'watch'): AlertReason => ({ kind, id: 1, title, entityId: null, words });

const why = (...reasons: AlertReason[]): string => alertWhy(reasons, wordsNow());

test('why says what was watched, and the words that were found where those are others', () => {
  expect(why(reason('"ionic clay"', ['Ionic-clay']))).toBe('ionic clay');
  expect(why(reason('quota', ['quotas']))).toBe('quota');
  expect(why(reason('Border', ['trucks queue', '口岸']))).toBe('Border: trucks queue, 口岸');
  expect(why(reason('镝', ['dysprosium']), reason('Floor', ['floor'], 'rule'))).toBe('镝: dysprosium · Rule Floor');
});
