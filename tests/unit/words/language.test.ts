import { afterEach, describe, expect, it } from 'vitest';
import { showLocale } from '../../../renderer/words/language.ts';
import { resolveLanguage } from '../../../renderer/words/resolve-language.ts';
import { t } from '../../../renderer/words/words.ts';

afterEach(() => showLocale('en'));

describe('the language', () => {
  it.each([
    [['zh-Hans-CN', 'en-US'], 'zh-CN'],
    [['zh-TW'], 'zh-CN'],
    [['de-DE', 'zh-CN', 'en'], 'zh-CN'],
    [['de-DE', 'en-GB', 'zh-CN'], 'en'],
    [['de-DE', 'fr'], 'en'],
    [[], 'en'],
  ] as const)('of a system that wants %j is %s', (wanted, locale) => {
    expect(resolveLanguage('system', wanted)).toBe(locale);
  });

  it('is the chosen one whatever the system wants', () => {
    expect(resolveLanguage('en', ['zh-CN'])).toBe('en');
    expect(resolveLanguage('zh-CN', ['en'])).toBe('zh-CN');
  });

  it('switches at once', async () => {
    expect(t('list.markedRead', { count: 61 })).toBe('61 headlines marked as read');
    showLocale('zh-CN');
    expect(t('list.markedRead', { count: 61 })).toBe('已将61条标为已读');
  });

  it('counts in its own way', async () => {
    expect(t('list.markedRead', { count: 1 })).toBe('1 headline marked as read');
    expect(t('common.headlines', { count: 100_482 })).toBe('100,482 headlines');
    showLocale('zh-CN');
    expect(t('list.markedRead', { count: 1 })).toBe('已将1条标为已读');
  });

  it('shows titles as they are written', () => {
    const title = 'Oxide & Alloy <b> {{x}} $t(common.close)';
    expect(t('manage.renamed', { title })).toBe(`Renamed to ${title}`);
  });
});
