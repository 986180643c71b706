import traditional from 'opencc-js/dict/TSCharacters';
import { expect, test } from 'vitest';
import { foldText } from '../../../electron/contract/search/fold.ts';
import { simplified } from '../../../electron/contract/search/simplified.ts';
import { foldForm } from '../../../electron/core/entities/fold-names.ts';

test('the table of simplified characters is OpenCC’s, for each that is one unit of UTF-16', () => {
  const wanted = new Map(traditional.split('|').map((line) => line.split(' ')).filter(([from = '', to = '']) => from.length === 1 && to.length === 1).map(([from, ...to]) => [from, to] as const));
  expect([...simplified().keys()].toSorted()).toEqual([...wanted.keys()].map(String).toSorted());
  // Where that is a traditional character itself, the one of that: 薴 is 苧, which is 苎.
  const choices = (from: string): string[] => (wanted.get(from) ?? []).flatMap((to) => [to, ...(wanted.get(to) ?? [])]);
  expect([...simplified()].filter(([from, to]) => !choices(from).includes(to))).toEqual([]);
});

test('a traditional character is the same to a search and to the names', () => {
  const all = [...simplified().keys()];
  expect(all.filter((character) => foldText(character) !== foldText(simplified().get(character) ?? ''))).toEqual([]);
  expect(all.filter((character) => foldForm(character) !== foldForm(simplified().get(character) ?? ''))).toEqual([]);
});
