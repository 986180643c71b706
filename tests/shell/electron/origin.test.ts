import { describe, expect, test } from 'vitest';
import { isWithin } from '../../../electron/shell/app-origin.ts';
import { rendererSource } from '../../../electron/shell/renderer-url.ts';

describe('our origin', () => {
  test.each(['app://bundle/', 'app://bundle/img/0123', 'app://bundle/?a#b', 'APP://bundle/x'])('%s lies within it', (address) => {
    expect(isWithin('app://bundle', address)).toBe(true);
  });

  test.each(['app://bundle.evil.example/', 'app://bundle:80/', 'app://other/', 'app:bundle/', 'https://bundle/', 'app://user@bundle/', 'about:blank', '', 'null', 'file:///bundle'])(
    '%s does not',
    (address) => {
      expect(isWithin('app://bundle', address)).toBe(false);
    },
  );

  test('another port of this machine is another origin', () => {
    expect(isWithin('http://localhost:5173', 'http://localhost:5174/')).toBe(false);
    expect(isWithin('http://localhost:5173', 'http://localhost:5173/x')).toBe(true);
  });
});

describe('where the page comes from', () => {
  test('the bundle, unless a dev server of this machine is named while developing', () => {
    expect(rendererSource(false, undefined).url).toBe('app://bundle/');
    expect(rendererSource(true, undefined).url).toBe('app://bundle/');
    expect(rendererSource(false, 'http://localhost:5173')).toEqual({ url: 'http://localhost:5173/', origin: 'http://localhost:5173', dev: true });
  });

  test('a packaged app does not listen to the environment', () => {
    expect(rendererSource(true, 'http://localhost:5173')).toEqual({ url: 'app://bundle/', origin: 'app://bundle', dev: false });
  });

  test.each(['http://evil.example/', 'https://localhost/', 'http://localhost.evil.example/', 'file:///x', 'nonsense', 'http://localhost@evil.example/'])(
    'while developing, %s is not taken',
    (address) => {
      expect(rendererSource(false, address).dev).toBe(false);
    },
  );
});
