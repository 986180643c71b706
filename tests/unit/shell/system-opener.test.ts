import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openExternalSafely } from '../../../electron/shell/open-external.ts';
import { openWithSystem, systemOpener } from '../../../electron/shell/system-opener.ts';
import { temporaryFolder } from './temporary-folder.ts';

function opener(script: string): { program: string; args: string[]; log: string } {
  const folder = temporaryFolder();
  const [program, log] = [join(folder, 'opener'), join(folder, 'log')];
  writeFileSync(program, `#!/bin/sh\nfor a in "$@"; do echo "<$a>"; done > "${log}"\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, args: [], log };
}

test('each system’s own opener is asked, and no shell', () => {
  expect(systemOpener('linux').program).toBe('xdg-open');
  expect(systemOpener('darwin').program).toBe('/usr/bin/open');
  expect(systemOpener('win32')).toEqual({ program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler'] });
});

describe.runIf(process.platform !== 'win32')('the opener', () => {
  test('is given the address as one word, whatever it holds', async () => {
    const asked = opener('exit 0');
    const url = 'https://example.com/?a=1&b=$(touch%20x);c=`id`|d';
    await openWithSystem(url, asked);
    expect(readFileSync(asked.log, 'utf8')).toBe(`<${url}>\n`);
  });

  test('that fails or is missing says so', async () => {
    await expect(openWithSystem('https://example.com/', opener('exit 3'))).rejects.toThrow('ended with code 3');
    await expect(openWithSystem('https://example.com/', { program: '/nowhere/opener', args: [] })).rejects.toThrow('ENOENT');
  });

  test('that stays with the browser that it started has done its work', async () => {
    await expect(openWithSystem('https://example.com/', opener('exec sleep 3'))).resolves.toBeUndefined();
  });

  test('never hears of an address that must not leave the app', async () => {
    const heard: string[] = [];
    const asked = opener('exit 0');
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', '--version', 'https://a:b@example.com/', 'vscode://x']) {
      expect(await openExternalSafely(address, (url) => openWithSystem(url, asked), (problem) => heard.push(problem))).toBe(false);
    }
    expect(heard).toHaveLength(5);
    expect(() => readFileSync(asked.log)).toThrow('ENOENT');
    expect(await openExternalSafely('HTTPS://Example.com', (url) => openWithSystem(url, asked), (problem) => heard.push(problem))).toBe(true);
    expect(readFileSync(asked.log, 'utf8')).toBe('<https://example.com/>\n');
  });
});
