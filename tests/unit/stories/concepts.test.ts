import { expect, test } from 'vitest';
import { conceptLikeness, conceptsOf } from '../../../electron/core/stories/concepts.ts';
import { soundsOf } from '../../../electron/core/stories/sounds.ts';

test('an event has the same concepts in both languages and in other words', () => {
  const english = conceptsOf('Blaze idles magnet workshop', 'A fire at a sintering shop; nobody was injured. Hydrogen leaked from a furnace.');
  const chinese = conceptsOf('磁材车间起火停产', '烧结车间火灾，无人员受伤，系炉内氢气泄漏所致。');
  const other = conceptsOf('股东拟减持', '股东拟在三个月内减持股份，公司同日公布分红。');
  expect(conceptLikeness(english, chinese)).toBeGreaterThan(0.7);
  expect(conceptLikeness(english, other)).toBe(0);
});

test('one concept in common makes two texts of few words no likelier', () => {
  expect(conceptLikeness(conceptsOf('Fire', ''), conceptsOf('火灾', ''))).toBeLessThan(0.3);
});

test.each([
  ['Taganito', '塔甘尼托'],
  ['Arafura', '阿拉弗拉'],
  ['Kiruna', '基律纳'],
  ['Solvay', '索尔维'],
])('%s sounds as %s', (name, chinese) => {
  expect(soundsOf(`${chinese}公司宣布`, [])).toEqual(soundsOf('', [name.toLowerCase()]));
});

test('names that differ do not sound alike, and short ones are left out', () => {
  expect(soundsOf('基律纳的铁矿', [])).not.toEqual(soundsOf('', ['taganito']));
  expect(soundsOf('', ['hanau', 'oslo'])).toEqual([]);
});
