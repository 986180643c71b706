import { beforeEach, expect, test } from 'vitest';
import { BrowserWindow } from 'electron';
import { keepInPlace } from '../../../electron/shell/navigation-rules.ts';
import { fake } from '../../fakes/electron.ts';
import type { FakeWebContents } from '../../fakes/electron-parts/window.ts';

let outside: [string, boolean][];
let contents: FakeWebContents;

beforeEach(() => {
  fake.reset();
  fake.ready();
  outside = [];
  const real = new BrowserWindow().webContents;
  keepInPlace(real, { origin: 'app://bundle', openOutside: (url, background) => outside.push([url, background]) });
  contents = real as unknown as FakeWebContents;
});

test('the page may reload itself and goes nowhere else', () => {
  expect(contents.navigate('app://bundle/')).toBe(true);
  const foreign = ['https://example.com/', 'file:///etc/passwd', 'app://bundle.evil.example/', 'javascript:alert(1)', 'data:text/html,x'];
  expect(foreign.filter((url) => contents.navigate(url))).toEqual([]);
});

test('a link that it follows is handed outside, where the address is judged', () => {
  contents.navigate('https://example.com/');
  expect(outside).toEqual([['https://example.com/', false]]);
});

test('redirects and frames stay as well, and open nothing', () => {
  expect(contents.navigate('https://example.com/', 'will-redirect')).toBe(false);
  expect(contents.navigate('https://example.com/', 'will-frame-navigate', false)).toBe(false);
  expect(contents.navigate('app://bundle/', 'will-frame-navigate', false)).toBe(false);
  expect(outside).toEqual([]);
});

test('no window opens; its address is handed outside, in the background where asked', () => {
  expect(contents.open('https://example.com/a')).toBe('deny');
  expect(contents.open('https://example.com/b', 'background-tab')).toBe('deny');
  expect(contents.open('about:blank')).toBe('deny');
  expect(outside).toEqual([['https://example.com/a', false], ['https://example.com/b', true], ['about:blank', false]]);
});

test('no webview is attached', () => {
  let prevented = false;
  contents.emit('will-attach-webview', { preventDefault: () => { prevented = true; } });
  expect(prevented).toBe(true);
});
