import { describe, expect, test } from 'vitest';
import type { FigureKind } from '../../../electron/contract/lens.ts';
import { isFigureValue } from '../../../electron/contract/figure-value.ts';
import { validateArgs } from '../../../electron/contract/validate.ts';

const fix = (said: Readonly<Record<string, unknown>>): unknown => validateArgs('fixFigure', { articleId: 1, figureId: 'dy-1', fix: said }).fix;
const QUOTE = { quote: 'second', prefix: '', suffix: '', start: 0 };

describe('the value of a figure', () => {
  test.each<[FigureKind, string]>([
    ['price', '1680000'], ['price', '1.68'], ['change', '-5.9'], ['level', '0'],
    ['date', '2026-11-20'], ['date', '2026-11'], ['date', '--11-20'], ['date', '2026-06-31'], ['notice', '2025-18'], ['notice', '18'],
  ])('of %s may be %s', (kind, value) => {
    expect(isFigureValue(kind, value)).toBe(true);
    expect(fix({ kind, low: value })).toEqual({ kind, low: value });
  });

  test.each<[FigureKind, string]>([
    ['price', '2025-18'], ['price', '1680-1700'], ['price', '2026-11-20'], ['count', '1e6'], ['money', ''],
    ['date', '1680-1700'], ['date', '2026-13'], ['date', '2026-11-32'], ['date', '18'], ['notice', '1680-1700'], ['notice', '1.5'],
  ])('of %s is not %s', (kind, value) => {
    expect(() => fix({ kind, low: value })).toThrow(expect.objectContaining({ code: 'invalid-argument', detail: expect.objectContaining({ path: 'fix.low' }) as unknown }) as Error);
    expect(() => fix({ kind, high: value })).toThrow(expect.objectContaining({ detail: expect.objectContaining({ path: 'fix.high' }) as unknown }) as Error);
    expect(() => validateArgs('addFigure', { articleId: 1, field: 'text', quote: QUOTE, figure: { kind, low: value } })).toThrow(expect.objectContaining({ detail: expect.objectContaining({ path: 'figure.low' }) as unknown }) as Error);
  });

  test('without a kind is of some kind', () => {
    expect(fix({ low: '2025-18' })).toEqual({ low: '2025-18' });
    expect(() => fix({ low: '1680-1700' })).toThrow('fix.low');
  });
});
