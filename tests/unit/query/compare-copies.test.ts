import { describe, expect, test } from 'vitest';
import type { DiffPart } from '../../../electron/contract/bookmark.ts';
import { diffBlocks, diffWords, pairBlocks } from '../../../electron/core/query/compare-copies.ts';
import { htmlBlocks, htmlText } from '../../../electron/core/query/html-blocks.ts';

const marked = (parts: readonly DiffPart[]): string => parts.map(({ change, text }) => (change === 'kept' ? text : change === 'added' ? `{+${text}}` : `{-${text}}`)).join('');
const compare = (before: string, after: string): string[] => diffBlocks(htmlBlocks(before), htmlBlocks(after)).map(({ kind, change, parts }) => `${kind} ${change}: ${marked(parts)}`);

describe('words', () => {
  test('a number changes as a whole', () => {
    expect(marked(diffWords('It rose 1,680.5 yuan today.', 'It rose 1,720.5 yuan today.'))).toBe('It rose {-1,680.5}{+1,720.5} yuan today.');
  });

  test('Chinese changes by the character', () => {
    expect(marked(diffWords('氧化镝报价上涨', '氧化铽报价上涨'))).toBe('氧化{-镝}{+铽}报价上涨');
  });

  test('what was kept and removed is the old text, what was kept and added the new one', () => {
    const [before, after] = ['The ministry denies a quota of 12 t.', 'A ministry said the quota is 12 t, not 10 t.'];
    const parts = diffWords(before, after);
    expect(parts.filter(({ change }) => change !== 'added').map(({ text }) => text).join('')).toBe(before);
    expect(parts.filter(({ change }) => change !== 'removed').map(({ text }) => text).join('')).toBe(after);
  });
});

describe('blocks', () => {
  test('are paragraphs, headings, rows and images, with references read', () => {
    expect(htmlBlocks('<h2>Prices</h2><p>A <b>bold</b> &amp; plain<br>line</p><figure><img src="img/0" alt="A &quot;chart&quot;"><figcaption>Caption</figcaption></figure><table><tr><td>Dy</td><td>1</td></tr></table>')).toEqual([
      { kind: 'heading', text: 'Prices' }, { kind: 'text', text: 'A bold & plain' }, { kind: 'text', text: 'line' },
      { kind: 'image', text: 'A "chart"' }, { kind: 'text', text: 'Caption' }, { kind: 'text', text: 'Dy 1' },
    ]);
    expect(htmlText('<p>a &lt;b&gt;</p><p>c</p>')).toBe('a <b>c');
  });

  test('a paragraph that was put in, one that went and one that changed are told apart', () => {
    const before = '<p>The quota is 12.1 tonnes this year.</p><p>Exports fell.</p><p>An old closing remark here.</p>';
    const after = '<p>Updated at noon.</p><p>The quota is 10.1 tonnes this year.</p><p>Exports fell.</p>';
    expect(compare(before, after)).toEqual([
      'text added: {+Updated at noon.}', 'text changed: The quota is {-12.1}{+10.1} tonnes this year.', 'text kept: Exports fell.', 'text removed: {-An old closing remark here.}',
    ]);
  });

  test('a short paragraph is not taken for a long one with which it shares small words', () => {
    const before = '<p>The cause has not changed. Concentrate from across the border takes five days, where it used to take an afternoon, and three separators told this desk that they buy spot.</p>';
    expect(compare(before, '<p>The desk has corrected this report.</p>').map((block) => block.split(':')[0])).toEqual(['text removed', 'text added']);
  });

  test('each block is read for its words once, and long texts with nothing in common hold it against few others', () => {
    const count = 700;
    const blocks = (name: string) => Array.from({ length: count }, (_, at) => ({ kind: 'text' as const, text: Array.from({ length: 60 }, (_word, n) => `${name}${at}w${n}`).join(' ') }));
    let read = 0;
    let looked = 0;
    class Counted extends Set<string> {
      override has(word: string): boolean {
        looked += 1;
        return super.has(word);
      }
    }
    const paired = pairBlocks(blocks('a'), blocks('b'), ({ text }) => {
      read += 1;
      return new Counted(text.split(' '));
    });
    expect(paired.map(({ change }) => change)).toEqual([...Array.from({ length: count }, () => 'removed'), ...Array.from({ length: count }, () => 'added')]);
    expect(read).toBeLessThanOrEqual(2 * count);
    expect(looked).toBeLessThanOrEqual(20_000 * 60);
  });

  test('a paragraph that changed is found behind many that were put in', () => {
    const put = Array.from({ length: 150 }, (_, at) => `<p>Line ${at} of a list was added</p>`).join('');
    const compared = compare('<p>The quota is 12.1 tonnes this year.</p>', `${put}<p>The quota is 10.1 tonnes this year.</p>`);
    expect(compared).toHaveLength(151);
    expect(compared.at(-1)).toBe('text changed: The quota is {-12.1}{+10.1} tonnes this year.');
  });

  test('texts with nothing in common end in time', () => {
    const [before = '', after = ''] = [7919, 104_729].map((seed) => Array.from({ length: 6000 }, (_, index) => `<p>${(index * seed) % 100_003}</p>`).join(''));
    const blocks = diffBlocks(htmlBlocks(before), htmlBlocks(after));
    expect(blocks.filter(({ change }) => change === 'removed').length).toBeGreaterThan(5000);
  });
});
