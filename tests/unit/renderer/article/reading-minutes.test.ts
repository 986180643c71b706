import { describe, expect, it } from 'vitest';
import { looksCut, readingMinutes } from '../../../../renderer/article/reading-minutes.ts';
import { textLang } from '../../../../renderer/state/text-lang.ts';

describe('readingMinutes', () => {
  it('counts words of alphabets and characters of Chinese each at their own pace', () => {
    expect(readingMinutes('ore '.repeat(880))).toBe(4);
    expect(readingMinutes('镝'.repeat(1200))).toBe(3);
    expect(readingMinutes(`${'ore '.repeat(440)}${'镝'.repeat(400)}`)).toBe(3);
  });

  it('is one minute at least', () => {
    expect(readingMinutes('')).toBe(1);
  });
});

describe('looksCut', () => {
  it('takes a few lines, or a text that breaks off, for the mere start of an article', () => {
    expect(looksCut('Two lines.')).toBe(true);
    expect(looksCut(`${'A long text. '.repeat(40)}and so on […]`)).toBe(true);
  });

  it('takes a whole short piece of Chinese for whole', () => {
    expect(looksCut('氧化镝报价连续第六个交易日上行，赣州地区主流成交价为每吨一百六十八万元。'.repeat(5))).toBe(false);
    expect(looksCut('A long text. '.repeat(40))).toBe(false);
  });
});

describe('textLang', () => {
  it('believes the feed where the script agrees', () => {
    expect(textLang('Dysprosium oxide climbs', 'en-AU')).toBe('en-AU');
    expect(textLang('稀土早報', 'zh-TW')).toBe('zh-TW');
  });

  it('believes the script where the feed is wrong or silent', () => {
    expect(textLang('离子型稀土矿采选新标准', 'en')).toBe('zh-CN');
    expect(textLang('レアアース磁石の需要', null)).toBe('ja');
    expect(textLang('희토류 가격', 'en')).toBe('ko');
  });

  it('leaves a title with one Chinese name in its own language', () => {
    expect(textLang('Xitu Zaobao (稀土早报) reports a seventh session of gains', 'en')).toBe('en');
  });
});
