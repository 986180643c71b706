import { describe, expect, test } from 'vitest';
import { bareText, findQuote, quoteAt } from '../../../electron/contract/text-quote.ts';
import type { TextQuote } from '../../../electron/contract/bookmark.ts';

const TEXT = `Longer inspections at the border cut the flow of ionic-clay concentrate to southern separators.
One of them is running at about 60% of capacity and has told magnet customers to expect November lots in the middle of December.
“We are not short of orders, we are short of mud,” a plant manager said.`;

/** The passage of a text by its words, as a person would select it. */
function quoteOf(text: string, words: string, from = 0): TextQuote {
  const bare = bareText(text);
  const start = bare.indexOf(bareText(words), from);
  expect(start).toBeGreaterThanOrEqual(0);
  return quoteAt(bare, start, start + bareText(words).length, words);
}

function placeIn(text: string, quote: TextQuote): { words: string; place: string } | null {
  const bare = bareText(text);
  const found = findQuote(bare, quote);
  return found && { words: bare.slice(found.start, found.end), place: found.place };
}

describe('a passage is found again by its words', () => {
  test('in the text that it was marked in, however that is wrapped', () => {
    const quote = quoteOf(TEXT, 'about 60% of capacity');
    expect(placeIn(TEXT.replaceAll(' ', '\n  '), quote)).toEqual({ words: 'about60%ofcapacity', place: 'here' });
  });

  test('after paragraphs were put before it and those behind it went', () => {
    const quote = quoteOf(TEXT, 'we are short of mud');
    const changed = `Updated with comment. ${TEXT.replace(' a plant manager said.', '')}`;
    expect(placeIn(changed, quote)).toEqual({ words: 'weareshortofmud', place: 'here' });
  });

  test('of equal words the ones with its surroundings, not the first ones', () => {
    const text = 'Dysprosium oxide rose 2% in Ganzhou. Terbium oxide rose 2% in Baotou. Yttrium oxide rose 2% in Ganzhou.';
    const quote = quoteOf(text, 'rose 2%', bareText(text).indexOf('Terbium'));
    const found = findQuote(bareText(`Prices of Tuesday. ${text}`), quote);
    expect(found).toMatchObject({ place: 'here', start: bareText('Prices of Tuesday. Dysprosium oxide rose 2% in Ganzhou. Terbium oxide').length });
  });

  test('where its own words changed a little, which is said', () => {
    const quote = quoteOf(TEXT, 'running at about 60% of capacity and has told magnet customers');
    expect(placeIn(TEXT.replace('about 60%', 'some 55%'), quote)).toEqual({ words: 'runningatsome55%ofcapacityandhastoldmagnetcustomers', place: 'moved' });
  });

  test('Chinese, in which nothing parts words', () => {
    const text = '上半年冶炼分离总量控制指标为12.1万吨，与上年同期持平。氧化镝报价168万元/吨。';
    const quote = quoteOf(text, '氧化镝报价168万元/吨');
    expect(placeIn(`更正：${text}`, quote)).toEqual({ words: '氧化镝报价168万元/吨', place: 'here' });
    expect(placeIn(text.replace('168万元', '172万元'), quote)).toEqual({ words: '氧化镝报价172万元/吨', place: 'moved' });
  });
});

describe('what is lost is said to be lost', () => {
  test('where its sentence went', () => {
    const quote = quoteOf(TEXT, 'we are short of mud');
    expect(placeIn('A different article about a different mine, without any of it.', quote)).toBeNull();
    expect(placeIn('', quote)).toBeNull();
  });

  test('a figure does not turn up at some other place that happens to hold it', () => {
    const quote = quoteOf(TEXT, '60%');
    expect(placeIn('Elsewhere, 60% of voters stayed at home.', quote)).toBeNull();
  });
});

test('a long passage is looked for in a long text without a freeze of seconds', () => {
  const words = Array.from({ length: 15_000 }, (_, index) => `word${(index * 7919) % 10_007}`);
  const quote = quoteOf(words.join(' '), words.slice(6000, 6400).join(' '));
  const edited = words.with(6100, 'other').with(5999, 'x').with(6400, 'y').join(' ');
  expect(placeIn(edited, quote)?.place).toBe('moved');
});
