import { describe, expect, test } from 'vitest';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { figureRows } from '../../../electron/core/figures/figure-rows.ts';
import { figuresOf, type FigureNames } from '../../../electron/core/figures/read-figures.ts';
import { NOON } from '../store/library.ts';

const finder = createNameFinder();
const names: FigureNames = { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };

/** What the quotes of a text are of, by their low ends. */
function quoted(text: string, title = 'Prices of the week'): Record<string, string> {
  const figures = figuresOf({ id: 1, title, html: text.split('\n').map((line) => `<p>${line}</p>`).join(''), summary: '', publishedAt: NOON, corrections: [] }, names);
  const rows = figureRows(figures, (id) => names.partsOf(id));
  return Object.fromEntries(rows.filter(({ kind, name }) => kind === 'price' && name !== null).map(({ low, name }) => [low, name ?? '']));
}

describe('a form alone is that of', () => {
  test('what was named last before it in its paragraph', () => {
    expect(quoted('Every tonne of neodymium brings almost three tonnes of cerium oxide. The oxide is quoted at 11,800 yuan a tonne.')).toMatchObject({ 11800: 'product:cerium-oxide' });
    expect(quoted('The price of neodymium-praseodymium oxide closed at 543,000 yuan a tonne. Metal was done at 665,000 yuan a tonne, also flat.')).toMatchObject({ 543000: 'product:ndpr-oxide', 665000: 'product:ndpr-metal' });
  });

  test('the same thing, where it is said to be the same, whatever was named since', () => {
    expect(quoted('European dysprosium oxide was assessed at $780/kg, as buyers of terbium waited. In China the same oxide was indicated at $212/kg.')).toMatchObject({ 780: 'product:dysprosium-oxide', 212: 'product:dysprosium-oxide' });
  });

  test('the one thing that the title names, where its paragraph names none', () => {
    expect(quoted('Trading was thin all week.\nMetal was 2,100 yuan a kilogram on Friday.', 'Dysprosium oxide slips')).toMatchObject({ 2100: 'product:dysprosium-metal' });
    expect(quoted('Trading was thin all week.\nMetal was 2,100 yuan a kilogram on Friday.', 'Dysprosium and terbium oxide slip')[2100]).toMatch(/^words:/u);
  });

  test('nothing, where what was named has no such form', () => {
    expect(quoted('Magnets were dear. Metal was 2,100 yuan a kilogram on Friday.')[2100]).toMatch(/^words:/u);
  });
});

describe('words of a quote are taken for the product that they name', () => {
  test.each([
    ['with what is said of prices around it', 'Yttrium oxide remained the tightest. Offers of 99.999pc material were heard at $265/kg cif Europe.', 265, 'product:yttrium-oxide'],
    ['with a place', '镓：4N金属镓国内1720元/公斤上下，单周回落30元/公斤；欧洲1150-1250美元/公斤，是国内价格的近五倍。', 1150, 'metal:Ga'],
  ])('%s', (_how, text, low, product) => {
    expect(quoted(text)).toMatchObject({ [low]: product });
  });

  test('and not for a metal where they name another good of it', () => {
    expect(quoted('Tungsten: 65% black concentrate 291,000 yuan, powder 655 yuan a kilo.')[655]).toBe('words:tungsten powder');
  });

  test('while a margin is no price of anything', () => {
    const read = quoted('Terbium oxide stood at 6.45 million yuan a tonne. The margin on separated oxide is down to 8,000 yuan a tonne.');
    expect(read).toMatchObject({ 6450000: 'product:terbium-oxide' });
    expect(read[8000] ?? 'words:').toMatch(/^words:/u);
  });
});
