import { expect, test } from 'vitest';
import type { Entity } from '../../../../electron/contract/gazetteer.ts';
import { formsOf, withHidden, withName } from '../../../../renderer/gazetteer/entity-forms.ts';

const LYNAS: Entity = {
  id: 'company:lynas',
  kind: 'company',
  names: { en: 'Lynas Rare Earths', 'zh-Hans': '莱纳斯' },
  aliases: [{ text: 'Lynas' }, { text: 'Lynas Corp', to: '2021-06-30' }, { text: 'The Mount Weld people', from: '2011-01-01' }],
  tickers: [{ exchange: 'ASX', code: 'LYC' }],
  hidden: ['Lynas'],
  own: 'changed',
  mine: { names: {}, aliases: [{ text: 'The Mount Weld people', from: '2011-01-01' }] },
};

test('what a person gave stands first, what is hidden stays in the list', () => {
  const forms = formsOf(LYNAS);
  expect(forms.map(({ text }) => text)).toEqual(['The Mount Weld people', 'Lynas Rare Earths', '莱纳斯', 'Lynas', 'Lynas Corp', 'ASX:LYC']);
  expect(forms.filter(({ isMine }) => isMine).map(({ text, from }) => [text, from])).toEqual([['The Mount Weld people', '2011-01-01']]);
  expect(forms.filter(({ isHidden }) => isHidden).map(({ text }) => text)).toEqual(['Lynas']);
  expect(forms.find(({ text }) => text === 'ASX:LYC')?.needs).toBe('ticker');
});

test('a form is listed once, of several spans each', () => {
  const entity: Entity = { ...LYNAS, names: { en: 'Lynas' }, aliases: [{ text: 'Lynas' }, { text: 'Lynas', to: '2021-06-30' }], mine: { names: {}, aliases: [] }, tickers: [] };
  expect(formsOf(entity).map(({ text, to }) => [text, to])).toEqual([['Lynas', null], ['Lynas', '2021-06-30']]);
});

test('a form is hidden once, and shown again', () => {
  expect(withHidden(LYNAS, 'Lynas Corp', true)).toEqual(['Lynas', 'Lynas Corp']);
  expect(withHidden(LYNAS, 'Lynas', true)).toEqual(['Lynas']);
  expect(withHidden(LYNAS, 'Lynas', false)).toEqual([]);
});

test('only a name that differs is a person’s own, and an emptied one is none any more', () => {
  expect(withName(LYNAS, { en: 'Lynas Rare Earths', 'zh-Hans': ' 莱纳斯稀土 ' })).toEqual({ 'zh-Hans': '莱纳斯稀土' });
  const named: Entity = { ...LYNAS, names: { ...LYNAS.names, en: 'Lynas of ours' }, mine: { names: { en: 'Lynas of ours' }, aliases: [] } };
  expect(withName(named, { en: '' })).toEqual({});
  expect(withName(named, { en: 'Lynas, ours' })).toEqual({ en: 'Lynas, ours' });
});
