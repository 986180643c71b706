import { describe, expect, it } from 'vitest';
import { readingMinutes } from '../../../../renderer/article/reading-minutes.ts';
import { textLang } from '../../../../electron/contract/text-lang.ts';

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

  it('takes a title in Latin letters for English, whatever a Chinese feed says', () => {
    expect(textLang('“Heavy” rare earths: Q3 update', 'zh-CN')).toBe('en');
    expect(textLang('Lynas公布季报', 'zh-CN')).toBe('zh-CN');
  });

  it('never leaves a text to the language of the interface', () => {
    expect(textLang('Dysprosium oxide climbs', null)).toBe('en');
    expect(textLang('离子型稀土矿采选新标准', null)).toBe('zh-CN');
    expect(textLang('Цены на диспрозий', null)).toBe('ru');
    expect(textLang('ارتفاع أسعار أكسيد الديسبروسيوم', 'en')).toBe('ar');
    expect(textLang('Цены на диспрозий', 'uk')).toBe('uk');
    expect(textLang('დისპროზიუმი', 'en')).toBe('und');
  });

  it('leaves a title with one Chinese name in its own language', () => {
    expect(textLang('Xitu Zaobao (稀土早报) reports a seventh session of gains', 'en')).toBe('en');
  });
});
