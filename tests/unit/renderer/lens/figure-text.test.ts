import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../electron/contract/lens.ts';
import { FIGURE_DOUBTS, FIGURE_KINDS, FIGURE_QUALIFIERS } from '../../../../electron/contract/lens.ts';
import { comparisonOf, type Comparison } from '../../../../renderer/lens/figure-comparison.ts';
import { shownValue, valueLine } from '../../../../renderer/lens/figure-value.ts';
import { comparisonWords, figureLabel, figureName, figureReasons } from '../../../../renderer/lens/figure-words.ts';
import { numberText } from '../../../../renderer/lens/number-text.ts';
import { dayText } from '../../../../renderer/lens/day-text.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';
import { wordsIn } from '../../../../renderer/words/words.ts';
import type { Locale } from '../../../../renderer/words/resolve-language.ts';
import type { Words } from '../../../../renderer/words/use-words.ts';

function words(locale: Locale): Words {
  return { t: wordsIn(locale), format: createFormats(locale) };
}

const en = words('en');
const zh = words('zh-CN');

function figure(over: Partial<Figure>): Figure {
  return {
    id: 'a-b', printed: '1.68 million yuan a tonne', kind: 'price', low: '1680000', high: '1680000', unit: { normal: 'CNY/t', printed: 'yuan a tonne' }, currency: 'CNY', per: 't', basis: null, qualifiers: [],
    place: { field: 'text', start: 0, end: 10 }, sentence: { field: 'text', start: 0, end: 40 }, subject: { words: 'dysprosium oxide', entityIds: [] }, period: null, role: null, repaired: null, doubts: [], ...over,
  };
}

describe('numberText', () => {
  it('writes every digit that was printed, where a float has none of them', () => {
    expect(numberText('12345678901234567890.123456789', 'en')).toBe('12,345,678,901,234,567,890.123456789');
    expect(numberText('2.50', 'en')).toBe('2.50');
    expect(numberText('-0.6', 'zh-CN')).toBe('-0.6');
  });
});

describe('shownValue', () => {
  it.each([
    [{}, '1,680,000 CNY/t', '1,680,000 元/吨'],
    [{ low: '75', high: '80', unit: { normal: 'USD/kg', printed: 'US$ /kg' } }, '75–80 US$/kg', '75–80 美元/千克'],
    [{ kind: 'share', low: '60', high: '60', unit: { normal: '%', printed: '%' } }, '60%', '60%'],
    [{ kind: 'change_pp', low: '2.5', high: '2.5', unit: { normal: 'pp', printed: 'percentage points' } }, '2.5 pp', '2.5 个百分点'],
    [{ kind: 'mass', low: '1900', high: '1900', unit: { normal: 't', printed: 't REO' } }, '1,900 t REO', '1,900 吨 REO'],
    [{ kind: 'level', low: '1', high: '1', unit: { normal: 'month', printed: 'month' } }, '1 month', '1 个月'],
    [{ kind: 'level', low: '3', high: '3', unit: { normal: 'month', printed: 'months' } }, '3 months', '3 个月'],
    [{ kind: 'ratio', low: '4', high: '4', unit: { normal: 'x', printed: 'times' } }, '4×', '4倍'],
    // What is counted has the word of its text.
    [{ kind: 'count', low: '12', high: '12', unit: { normal: 'company', printed: 'companies' } }, '12 companies', '12 companies'],
    [{ kind: 'notice', low: '2025-18', high: '2025-18', unit: null }, 'No. 18 of 2025', '2025年第18号'],
    [{ kind: 'notice', low: '18', high: '18', unit: null }, 'No. 18', '第18号'],
    [{ kind: 'date', low: '2026-12-01', high: '2026-12-01', unit: null }, '1 December 2026', '2026年12月1日'],
    [{ kind: 'date', low: '--11-10', high: '--11-10', unit: null }, '10 November', '11月10日'],
  ] satisfies [Partial<Figure>, string, string][])('shows %j', (over, english, chinese) => {
    expect(valueLine(figure(over), en)).toBe(english);
    expect(valueLine(figure(over), zh)).toBe(chinese);
  });

  it('sets a percentage close to its number', () => {
    expect(shownValue(figure({ kind: 'share', low: '60', high: '60', unit: { normal: '%', printed: '%' } }), en)).toEqual({ value: '60', unit: '%', close: true });
  });
});

describe('dayText', () => {
  it('says a month and a year, and leaves alone what is none', () => {
    expect(dayText('2026-09', 'en')).toBe('September 2026');
    expect(dayText('2026', 'zh-CN')).toBe('2026年');
    expect(dayText('soon', 'en')).toBe('soon');
  });
});

describe('comparisonOf', () => {
  const price = figure({ id: 'price', qualifiers: ['to'] });
  const move = figure({ id: 'move', kind: 'change', low: '3.1', high: '3.1', unit: { normal: '%', printed: '%' }, qualifiers: ['up'] });

  it('takes a move of the same thing in the same sentence to a value', () => {
    expect(comparisonOf(price, [move, price], en)).toEqual({ direction: 'up', text: '3.1%' } satisfies Comparison);
    const fall = { ...move, low: '-0.6', high: '-0.6', qualifiers: ['down' as const] };
    expect(comparisonOf(price, [fall, price], en)).toEqual({ direction: 'down', text: '0.6%' });
    expect(comparisonOf({ ...price, unit: null }, [move, price], en)).toBeNull();
  });

  it('takes none of another sentence or another thing, nor one of two', () => {
    const elsewhere = { ...move, sentence: { ...move.sentence, start: 90 } };
    const other = { ...move, subject: { words: 'terbium oxide', entityIds: [] } };
    expect(comparisonOf(price, [elsewhere, other, price], en)).toBeNull();
    expect(comparisonOf(price, [move, { ...move, id: 'second' }, price], en)).toBeNull();
  });

  it('says what a value came from', () => {
    const before = figure({ id: 'before', low: '1520000', high: '1520000', qualifiers: ['from'] });
    expect(comparisonOf(price, [price, before], en)).toEqual({ direction: null, text: 'from 1,520,000' });
    expect(comparisonOf(before, [price, before], en)).toEqual({ direction: null, text: 'before' });
  });

  it('says how a figure is meant and what it is held against', () => {
    const compared = figure({ kind: 'change', low: '12', high: '12', unit: { normal: '%', printed: '%' }, qualifiers: ['down', 'year-on-year'] });
    const comparison = comparisonOf(compared, [compared], zh);
    expect(comparison).toEqual({ direction: 'down', text: '同比' });
    expect(comparison && comparisonWords(comparison, zh)).toBe('下降 同比');
    expect(comparisonOf(figure({ qualifiers: ['more-than'] }), [], en)).toEqual({ direction: null, text: 'more than' });
  });
});

describe('words of a figure', () => {
  it.each([en, zh])('has a sentence for every doubt, and for a repair', (language) => {
    for (const doubt of FIGURE_DOUBTS) {
      const [reason] = figureReasons(figure({ doubts: [doubt] }), language);
      expect(reason).toMatch(/[.。]$/u);
    }
    const [repaired] = figureReasons(figure({ printed: '36-365000 yuan/ton', repaired: { from: '36', to: '360000', rule: 'lost-ten-thousands' } }), language);
    expect(repaired).toContain('360,000');
    expect(repaired).toContain('36-365000 yuan/ton');
  });

  it('says what is measured, on which terms and of which period; the kind where that is not told', () => {
    expect(figureLabel(figure({ basis: { terms: 'FOB', place: 'China', vat: 'out' }, period: 'in September' }), en)).toBe('Dysprosium oxide, FOB China, VAT excluded, in September');
    expect(figureLabel(figure({ subject: { words: '', entityIds: [] } }), zh)).toBe('价格');
    expect(figureLabel(figure({ kind: 'date', role: 'effective' }), en)).toBe('Takes effect');
    // The comma is as the words are, in a window of either language.
    expect(figureLabel(figure({ subject: { words: 'magnet exports', entityIds: [] }, period: 'October' }), zh)).toBe('Magnet exports, October');
    expect(figureLabel(figure({ subject: { words: '磁材出口', entityIds: [] }, period: '10月' }), zh)).toBe('磁材出口，10月');
    for (const kind of FIGURE_KINDS) expect(figureLabel(figure({ kind, role: null, subject: { words: '', entityIds: [] } }), en)).not.toContain('lens.');
  });

  it('names a row for whoever does not see it', () => {
    const placed = { ...figure({ qualifiers: [...FIGURE_QUALIFIERS].filter((qualifier) => qualifier === 'about') }), unsure: false, quote: { quote: '', prefix: '', suffix: '', start: 0 }, sentenceQuote: { quote: '', prefix: '', suffix: '', start: 0 }, paragraph: 1, span: null, correction: null };
    expect(figureName(placed, comparisonOf(placed, [placed], en), en)).toBe('1,680,000 CNY/t, Dysprosium oxide, about, paragraph 1. Shows the sentence.');
    expect(figureName({ ...placed, paragraph: 0 }, null, zh)).toBe('1,680,000 元/吨，Dysprosium oxide，标题。显示所在句子。');
  });
});
