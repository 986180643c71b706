import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../../renderer/reading/find-view.ts';

function found(text: string, typed: string): string[] {
  return createFinder(typed)(text).map(([from, to]) => text.slice(from, to));
}

describe('createFinder', () => {
  it.each([
    ['part of a word', 'Dysprosium prices', 'spros', ['spros']],
    ['any case', 'NdFeB and NDFEB', 'ndfeb', ['NdFeB', 'NDFEB']],
    ['subscripts as digits', 'Dy₂O₃ was quoted', 'dy2o3', ['Dy₂O₃']],
    ['full width', 'ＲＥＥ quota', 'ree', ['ＲＥＥ']],
    ['traditional as simplified', '氧化鏑上漲', '氧化镝', ['氧化鏑']],
    ['across a line break in the source', 'rare\n earth'.replace(' ', ''), 'rare earth', ['rare\nearth']],
    ['thousands with and without separators', 'at 1,680,000 yuan', '1680000', ['1,680,000']],
    ['no blanks alone', 'a b', ' ', []],
    ['nothing for nothing', 'a b', '', []],
    ['one after the other, none over another', 'aaaa', 'aa', ['aa', 'aa']],
  ])('finds %s', (_, text, typed, expected) => {
    expect(found(text, typed)).toEqual(expected);
  });
});
