import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../renderer/words/formats.ts';
import { en } from '../../../renderer/words/en.ts';
import { zhCn } from '../../../renderer/words/zh-cn.ts';

function sentences(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? sentences(value) : []));
}

/** Without the places of values, which hold commas of their own. */
const isProse = (sentence: string): boolean => /[。.,:]/.test(sentence.replaceAll(/\{\{.*?\}\}/g, ''));

describe('a number and its unit stay on one line', () => {
  it('in English prose', () => {
    const loose = sentences(en).filter((sentence) => isProse(sentence) && /(?:\}\}|(?<![\w-])\d+) (?:seconds?|minutes?|hours?|days?|MB|px|min|percent)\b/.test(sentence));
    expect(loose).toEqual([]);
  });

  it('in Chinese prose, with the narrow space that stands there by itself otherwise', () => {
    const loose = sentences(zhCn).filter((sentence) => sentence.includes('。') && sentence.length > 14 && /(?:\}\}|\d) ?(?:秒|分钟|小时|天|MB|像素)/.test(sentence));
    expect(loose).toEqual([]);
  });

  it('in amounts that are set by themselves', () => {
    const formats = createFormats('en');
    expect([formats.bytes(3_400_000), formats.count(1_200_000), formats.duration(180_000)]).toEqual(['3.4\u00A0MB', '1.2\u00A0M', '3\u00A0minutes']);
  });
});
