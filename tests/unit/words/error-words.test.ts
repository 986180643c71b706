import { afterEach, describe, expect, it } from 'vitest';
import { READER_ERROR_CODES, ReaderError } from '../../../electron/contract/errors.ts';
import type { ErrorDetail } from '../../../electron/contract/model.ts';
import { errorLine, errorWords } from '../../../renderer/words/error-words.ts';
import { showLocale } from '../../../renderer/words/language.ts';
import { wordsNow } from '../../../renderer/words/use-words.ts';

afterEach(() => showLocale('en'));

const DETAILS: readonly ErrorDetail[] = [{}, { host: 'a.example', seconds: 20, path: '/p', backup: '/b', limit: 5, status: 500, scheme: 'ftp' }, { reason: 'script-only' }, { reason: 'constructor' }];

describe('the words for an error', () => {
  it('name the host and the seconds of a timeout', () => {
    const { cause } = errorWords(new ReaderError('timeout', '', { host: 'oxide.example', seconds: 20 }));
    expect(cause).toBe('No answer from oxide.example in 20\u00A0seconds.');
  });

  it('take the host from an address where only that is known', () => {
    const { cause } = errorWords({ code: 'tls-failed', detail: { url: 'https://ore.example:8443/feed' } });
    expect(cause).toContain('ore.example:8443');
  });

  it('do without values that the detail lacks', () => {
    expect(errorWords({ code: 'timeout', detail: { host: 'a.example' } }).cause).toBe('No answer from a.example in time.');
    expect(errorWords({ code: 'migration-failed', detail: { backup: null } }).cause).not.toContain('null');
    expect(errorWords({ code: 'invalid-argument', detail: { path: '' } }).cause).toBe('One of the values is not of the kind that is needed.');
  });

  it('say why a page that scripts draw holds no list, in both languages', async () => {
    const fault = { code: 'no-list-found', detail: { host: 'a.example', reason: 'script-only' } };
    expect(errorWords(fault)).toEqual({
      title: 'The page is drawn by scripts',
      cause: 'What a.example sends holds no articles: scripts fetch them in the browser, and Monazite runs none.',
      next: 'Look for a feed or a plain list on the site, or paste the address from which its scripts fetch the list.',
    });
    expect(errorWords({ ...fault, detail: { reason: 'other' } }).title).toBe('No list of articles found');
    showLocale('zh-CN');
    expect(errorWords({ ...fault, detail: { reason: 'script-only' } }).cause).toBe('该网站发来的页面不含文章：文章由脚本在浏览器中获取，Monazite 不运行脚本。');
  });

  it('say until when a site is left alone, in both languages', async () => {
    const error = { code: 'rate-limited', detail: { host: 'a.example', until: Date.UTC(2030, 4, 2, 12) } };
    expect(errorWords(error).cause).toMatch(/^The site a\.example wants .* until .*2.*\.$/u);
    showLocale('zh-CN');
    expect(errorWords(error).cause).toMatch(/2030年5月2日|5月2日/u);
  });

  it('write a size limit in megabytes', () => {
    expect(errorWords({ code: 'body-too-large', detail: { host: 'a.example', limit: 20_000_000 } }).cause).toContain('20\u00A0MB');
  });

  it('say the same in Chinese, without blanks around a stand-in', async () => {
    showLocale('zh-CN');
    expect(errorWords({ code: 'timeout', detail: { host: 'a.example', seconds: 20 } }).cause).toBe('a.example 20\u202F秒内无响应。');
    expect(errorWords({ code: 'too-many-redirects' }).cause).toBe('对该网站的请求不断跳转，始终没有结果。');
  });

  it('take a code of a newer engine for a fault inside', () => {
    expect(errorWords({ code: 'out-of-mud' })).toEqual(errorWords({ code: 'internal' }));
  });

  it.each(['en', 'zh-CN'] as const)('leave no placeholder and no key on the screen in %s, whatever the detail', async (locale) => {
    showLocale(locale);
    for (const code of READER_ERROR_CODES) {
      for (const detail of DETAILS) {
        const { title, cause, next } = errorWords({ code, detail }, wordsNow());
        expect(`${title} ${cause} ${next}`).not.toMatch(/\{\{|\}\}|errors\.|undefined|null/u);
      }
    }
  });

  it('fit into one line for a toast', () => {
    expect(errorLine({ code: 'offline' })).toBe('No network. Try again when you are online.');
  });
});
