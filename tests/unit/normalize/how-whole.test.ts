import { describe, expect, it } from 'vitest';
import { howWhole, isWhole } from '../../../electron/core/normalize/how-whole.ts';

describe('howWhole', () => {
  it('takes a short report that ends as a sentence for whole', () => {
    const whole = ['Two lines.', 'Terbium was flat', '铽价持平。', 'Who buys terbium?', '“Nothing moved,” he said. “Nothing will.”'];
    expect(whole.filter((text) => howWhole(text, 'Another summary') !== 'whole')).toEqual([]);
    expect(howWhole('Two lines.', 'Two lines.')).toBe('whole');
    expect(howWhole('铽价持平。', '铽价持平。')).toBe('whole');
  });

  it('finds where a text breaks off', () => {
    const ends = ['and so on…', 'and so on ...', 'and so on [...]', 'and so on […]', 'and so on. Read more', 'and so on. Read more »', 'and so on. Continue reading Dysprosium climbs →', '价格上行。阅读全文', '价格上行。查看更多>>', '价格上行……'];
    expect(ends.filter((text) => howWhole(text, 'Another summary') !== 'cut')).toEqual([]);
  });

  it('finds it at the end of a long one', () => {
    const long = 'The quota stands at 6,000 tonnes of oxide. '.repeat(60);
    const ends = ['and so on [ … ]', 'and so on [&hellip;]', `Continue reading ${'Dysprosium '.repeat(13)}→ ) ] »`, `Full story at ${'example/'.repeat(7)}`];
    expect(ends.filter((text) => howWhole(`${long}${text}`, '') !== 'cut')).toEqual([]);
    expect(ends.filter((text) => howWhole(`${long}${text}. And then no more.`, '') !== 'whole')).toEqual([]);
  });

  it('looks before the foot that a blog adds', () => {
    const foot = 'The post Terbium waits appeared first on Oxide & Alloy.';
    expect(howWhole(`Buyers wait […] ${foot}`, '')).toBe('cut');
    expect(howWhole(`Buyers wait. ${foot}`, '')).toBe('whole');
  });

  it('is not misled by such words within the text', () => {
    expect(howWhole('Read more of the reports, says the ministry, and prices… follow.', '')).toBe('whole');
    expect(howWhole('Continue reading the tables. They end here.', '')).toBe('whole');
  });

  it('takes a mere summary that ends without a mark for cut', () => {
    expect(howWhole('', 'Halden Minerals will finish the study of')).toBe('cut');
    expect(howWhole('Halden Minerals\n will finish the study of', 'Halden Minerals will finish the study of')).toBe('cut');
    expect(howWhole('', 'Halden Minerals will finish the study.')).toBe('whole');
  });

  it('tells no text from a cut one', () => {
    expect(howWhole(' \n', '')).toBe('none');
  });
});

describe('isWhole', () => {
  it('takes a text that is no more than its summary for a summary, unless the feed gave it as a body', () => {
    expect(isWhole('Halden puts off its study. The shares fell.', 'Halden puts off its study. The shares fell.')).toBe(false);
    expect(isWhole('Halden puts off its\nstudy .', 'Halden puts off its study.')).toBe(false);
    expect(isWhole('Halden puts off its study.', 'Halden puts off its study.', true)).toBe(true);
    expect(isWhole(`${'Halden puts off its study. '.repeat(40)}It ends here.`, 'Halden puts off its study.')).toBe(true);
  });

  it('a body that breaks off, or is none, is not whole', () => {
    expect([isWhole('and so on [...]', '', true), isWhole('', '', true), isWhole(`${'Long. '.repeat(900)}Read more »`, 'Long.')]).toEqual([false, false, false]);
  });
});
