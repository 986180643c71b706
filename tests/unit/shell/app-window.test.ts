import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { appWindowArgs, openAppWindow } from '../../../electron/shell/app-window.ts';
import { findBrowser } from '../../../electron/shell/find-browser.ts';
import { hasDisplay, loopbackArgs } from '../../../electron/shell/loopback-args.ts';
import { temporaryFolder } from './temporary-folder.ts';

function program(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the window has a folder of its own and keeps its sandbox unless root asks', () => {
  const ordinary = appWindowArgs('/usr/bin/chromium', 'http://127.0.0.1:1/', '/p', 1000);
  expect(ordinary).toEqual(expect.arrayContaining(['--app=http://127.0.0.1:1/', `--user-data-dir=${join('/p', 'browser')}`]));
  expect(ordinary).not.toContain('--no-sandbox');
  expect(appWindowArgs('/usr/bin/chromium', 'http://127.0.0.1:1/', '/p', 0)).toContain('--no-sandbox');
});

test.runIf(process.platform === 'linux')('the browser that the person names is taken, else one of the system', () => {
  const own = temporaryFolder();
  const chosen = program(own, 'my-browser', 'true');
  const chromium = program(own, 'chromium', 'true');
  expect(findBrowser('linux', { PATH: own })).toBe(chromium);
  expect(findBrowser('linux', { PATH: own, MONAZITE_BROWSER: chosen })).toBe(chosen);
  expect(findBrowser('linux', { PATH: own, MONAZITE_BROWSER: 'none' })).toBeNull();
  expect(findBrowser('linux', { PATH: own, MONAZITE_BROWSER: '/nowhere/browser' })).toBeNull();
});

test.runIf(process.platform !== 'win32')('a browser that cannot start is told, with its reason', async () => {
  const folder = temporaryFolder();
  const browser = program(folder, 'browser', 'exit 21');
  const reason = await new Promise((resolve) => {
    openAppWindow({ browser, address: 'http://127.0.0.1:1/', profile: folder, onClosed: () => resolve('closed'), onFailed: resolve });
  });
  expect(reason).toBe('browser ended with code 21');
});

test.runIf(process.platform !== 'win32')('closing ends the browser', async () => {
  const folder = temporaryFolder();
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const browser = program(folder, 'browser', `trap 'echo ended >> ${log}; exit 0' TERM; echo up >> ${log}; while :; do sleep 0.05; done`);
  const window = openAppWindow({ browser, address: 'http://127.0.0.1:1/', profile: folder, onClosed() {}, onFailed() {} });
  await expect.poll(() => readFileSync(log, 'utf8')).toBe('up\n');
  await window.close();
  expect(readFileSync(log, 'utf8')).toBe('up\nended\n');
});

test('a window needs a display, and the door a port that exists', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(loopbackArgs(['--port', '8080', '--no-window', '--profile', '/p'])).toEqual({ port: 8080, window: false, open: [] });
  expect(loopbackArgs(['feed://oxide.example/rss', 'mine.opml'], '/home/a').open).toEqual([{ kind: 'feed', url: 'oxide.example/rss' }, { kind: 'file', path: resolve('/home/a/mine.opml') }]);
  for (const argv of [['stray'], ['feed:file:///etc/passwd'], ['--port', '70000'], ['--port', 'x'], ['--prot', '1']]) {
    expect(() => loopbackArgs(argv)).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  }
});
