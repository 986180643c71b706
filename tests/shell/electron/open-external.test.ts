import { describe, expect, test } from 'vitest';
import { externalUrl, openExternalSafely } from '../../../electron/shell/open-external.ts';

const failing = (url: string): Promise<void> => Promise.reject(new Error(`no browser for ${url}`));

describe('an address that leaves the app', () => {
  test.each([
    ['https://example.com/news?id=1#top', 'https://example.com/news?id=1#top'],
    ['http://example.com', 'http://example.com/'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['mailto:desk@example.com?subject=NdPr', 'mailto:desk@example.com?subject=NdPr'],
    ['https://稀土.example/价格', 'https://xn--udsp52f.example/%E4%BB%B7%E6%A0%BC'],
  ])('%s goes as %s', (given, opened) => {
    expect(externalUrl(given)).toBe(opened);
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x&crumb=location:\\\\evil.example',
    'smb://evil.example/share',
    '\\\\evil.example\\share',
    'app://bundle/',
    'blob:https://example.com/1',
    'view-source:https://example.com',
    'chrome://settings',
    'ssh://host',
    'https://bank.example@evil.example/',
    'https://user:secret@example.com/',
    'https://',
    'example.com',
    '',
  ])('%s does not go', (address) => {
    expect(externalUrl(address)).toBeNull();
  });

  test('one that the system would cut does not go, counted as it is written out', () => {
    expect(externalUrl(`https://example.com/${'a'.repeat(1900)}`)).not.toBeNull();
    expect(externalUrl(`https://example.com/${'a'.repeat(2000)}`)).toBeNull();
    expect(externalUrl(`https://example.com/${'价'.repeat(700)}`)).toBeNull();
  });

  test('what may go is handed over normalized, once', async () => {
    const opened: string[] = [];
    const done = await openExternalSafely('HTTP://Example.com', async (url) => void opened.push(url), () => {});
    expect([done, opened]).toEqual([true, ['http://example.com/']]);
  });

  test('what may not go is reported and opens nothing', async () => {
    const [opened, problems]: [string[], string[]] = [[], []];
    const done = await openExternalSafely('file:///etc/passwd', async (url) => void opened.push(url), (problem) => problems.push(problem));
    expect([done, opened, problems.length]).toEqual([false, [], 1]);
  });

  test('what is secret in an address is told to nobody, be it refused or not opened', async () => {
    const problems: string[] = [];
    for (const address of ['https://lin:hunter2@intra.example/report', `https://lin:hunter2${'x'.repeat(300)}@intra.example/`, 'https://intra.example/feed?token=hunter2hunter2']) {
      await openExternalSafely(address, failing, (problem) => problems.push(problem));
    }
    expect([problems.length, problems.join().includes('hunter2'), problems.filter((problem) => problem.includes('intra.example')).length]).toEqual([3, false, 3]);
  });

  test('a system that cannot open it is reported, not thrown', async () => {
    const problems: string[] = [];
    const done = await openExternalSafely('https://example.com', () => Promise.reject(new Error('no browser')), (problem) => problems.push(problem));
    expect(done).toBe(false);
    expect(problems.join()).toContain('no browser');
  });
});
