import { describe, expect, it } from 'vitest';
import { draftOfWords, fixOfDraft, valueOf } from '../../../../renderer/lens/figure-draft.ts';
import { typedNumber } from '../../../../renderer/lens/typed-number.ts';

describe('typedNumber', () => {
  it.each([
    ['1,680,000', '1680000', ''],
    ['1.68 million', '1680000', ''],
    ['168万', '1680000', ''],
    ['１６８万元', '1680000', '元'],
    ['1.5亿吨', '150000000', '吨'],
    ['-2.5%', '-2.5', '%'],
    ['−0.6', '-0.6', ''],
    ['0.0055 million', '5500', ''],
    ['12.34bn', '12340000000', ''],
    ['12345678901234567890.5 million', '12345678901234567890500000', ''],
    ['5 mines', '5', 'mines'],
    ['3 km', '3', 'km'],
  ])('reads %s', (typed, decimal, rest) => {
    expect(typedNumber(typed)).toEqual({ decimal, rest });
  });

  it('reads nothing where no number begins', () => {
    expect(typedNumber('about ten')).toBeNull();
    expect(typedNumber('')).toBeNull();
  });
});

describe('draftOfWords', () => {
  it.each([
    ['1.68 million yuan a tonne', { low: '1680000', unit: 'CNY/t', kind: 'price' }],
    ['168万元/吨', { low: '1680000', unit: 'CNY/t', kind: 'price' }],
    ['60%', { low: '60', unit: '%', kind: 'share' }],
    ['1,900 tonnes', { low: '1900', unit: 't', kind: 'mass' }],
    ['thirty', { low: '', unit: '' }],
  ])('begins with what %s says', (words, draft) => {
    expect(draftOfWords(words)).toMatchObject(draft);
  });
});

describe('fixOfDraft', () => {
  const draft = { ...draftOfWords('60%'), subject: ' plant use ', bound: 'about' as const, move: '' as const, span: 'year-on-year' as const };

  it('gives what was typed, trimmed', () => {
    expect(fixOfDraft(draft)).toEqual({ low: '60', high: '60', kind: 'share', unit: '%', subject: 'plant use', period: null, role: null, qualifiers: ['about', 'year-on-year'] });
    expect(fixOfDraft({ ...draft, high: '65' })).toMatchObject({ low: '60', high: '65', qualifiers: ['from-to', 'about', 'year-on-year'] });
  });

  it('gives nothing for what is no value of its kind', () => {
    expect(fixOfDraft({ ...draft, low: 'sixty' })).toBeNull();
    expect(fixOfDraft({ ...draft, high: '65 or so' })).toBeNull();
    expect(valueOf('18 November', 'date')).toBeNull();
    expect(valueOf('2025-11-18', 'date')).toBe('2025-11-18');
    expect(valueOf('2025-18', 'notice')).toBe('2025-18');
  });
});
