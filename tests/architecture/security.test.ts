import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secureWebPrefs } from '../../electron/shell/web-prefs.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/shell/security-headers.ts';
import { importsOf, ROOT, sourceFiles } from './imports.ts';

/*
 * Electron's own security checklist, item by item, as far as the sources show it. How each rule behaves is tested in
 * tests/shell/electron; here, that nothing goes round it.
 */

const files = sourceFiles(['electron', 'renderer']);
/** Code without its comments, which may name what the code must not. */
const code = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')]));
const naming = (pattern: RegExp): string[] => files.filter((file) => pattern.test(code.get(file) ?? ''));
const calling = (pattern: RegExp): number => [...code.values()].reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);

describe('the security checklist', () => {
  test('is read over the whole source', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(naming(/new BrowserWindow\(/)).toHaveLength(1);
  });

  test('1: the window loads its own scheme, or a dev server of this machine while developing', () => {
    expect(naming(/\.loadURL\(/)).toEqual(['electron/shell/window.ts']);
    expect(code.get('electron/shell/window.ts')).toContain('.loadURL(address)');
    // Two windows, two queries of the one page.
    expect(naming(/= openWindow\(\{/)).toEqual(['electron/shell/app-windows.ts']);
    expect([...(code.get('electron/shell/app-windows.ts') ?? '').matchAll(/address: (.*),/g)].map(([, address]) => address)).toEqual(['source.url', 'new URL(settingsQuery(place), source.url).href']);
    expect(naming(/\.loadFile\(/)).toEqual([]);
  });

  test('2, 3, 4: no Node in pages, which are isolated and sandboxed, in the one place where windows are made', () => {
    expect(naming(/new (BrowserWindow|BrowserView|WebContentsView|BaseWindow)\(/)).toEqual(['electron/shell/window.ts']);
    expect(naming(/webPreferences/)).toEqual(['electron/shell/window-options.ts']);
    expect([...(code.get('electron/shell/window-options.ts') ?? '').matchAll(/webPreferences: (\w+\()/g)].map(([, made]) => made)).toEqual(['secureWebPrefs(', 'secureWebPrefs(']);
    expect(secureWebPrefs('/preload.cjs')).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, contextIsolation: true, sandbox: true });
    expect(naming(/(nodeIntegration\w*|webviewTag)['"]?\s*[:=]\s*true|(contextIsolation|sandbox)['"]?\s*[:=]\s*false|no-sandbox['"]\)/)).toEqual([]);
    expect(code.get('electron/main.ts')).toContain('app.enableSandbox()');
  });

  test('5: every session denies what pages ask for', () => {
    expect(code.get('electron/main.ts')).toMatch(/app\.on\('session-created', \(created\) => \{\s*denyPermissions\(created/);
    const rules = code.get('electron/shell/session-rules.ts') ?? '';
    for (const setter of ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setDisplayMediaRequestHandler']) expect(rules).toContain(`session.${setter}(`);
    expect(naming(/setPermission(Request|Check)Handler\(|setDevicePermissionHandler\(/)).toEqual(['electron/shell/session-rules.ts']);
    // The updater's own, whose filter lets it ask for releases alone.
    expect(naming(/fromPartition\(|partition:/)).toEqual(['electron/main.ts']);
    expect(calling(/fromPartition\(/g)).toBe(1);
    expect(code.get('electron/main.ts')).toContain('limitToReleases(session.fromPartition(UPDATE_PARTITION,');
    expect(code.get('electron/shell/session-rules.ts')).toContain('webRequest.onBeforeRequest(');
    expect(naming(/onBeforeRequest\(/)).toEqual(['electron/shell/session-rules.ts', 'electron/shell/desktop/update-session.ts']);
  });

  test.each([
    ['6: web security is never turned off', /webSecurity|disable-web-security/],
    ['8: insecure content is never allowed', /allowRunningInsecureContent|allow-running-insecure-content/],
    ['9: no experimental features', /experimentalFeatures/],
    ['10: no Blink features', /enableBlinkFeatures|enable-blink-features/],
    ['11: no webview', /<webview|allowpopups/],
    ['18: no file addresses', /['"`]file:/],
    ['19: nothing is started by a fuse that is off', /ELECTRON_RUN_AS_NODE['"]?\]?\s*[:=](?!\s*undefined)|\bfork\(/],
  ])('%s', (_item, pattern) => {
    expect(naming(pattern)).toEqual([]);
  });

  test('7: the one policy that lets anything run is written once', () => {
    expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'")).toBe(true);
    expect(naming(/script-src/)).toEqual(['electron/shell/security-headers.ts']);
    expect(naming(/bypassCSP|unsafe-inline|unsafe-eval/)).toEqual([]);
  });

  test('12, 13, 14: every page made anywhere is kept in place', () => {
    expect(code.get('electron/main.ts')).toMatch(/app\.on\('web-contents-created', \(_event, contents\) => \{\s*keepInPlace\(contents/);
    const rules = code.get('electron/shell/navigation-rules.ts') ?? '';
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) expect(rules).toContain(`contents.on('${event}'`);
    expect(rules).toContain("action: 'deny'");
    expect(naming(/action: 'allow'/)).toEqual([]);
  });

  test('15: the system is handed addresses by one function', () => {
    expect(naming(/shell\.openExternal\(/)).toEqual(['electron/shell/open-outside.ts']);
    expect(calling(/\.openExternal\(/g)).toBe(1);
    expect(code.get('electron/shell/open-outside.ts')).toMatch(/openExternalSafely\(url, \(safe\) => shell\.openExternal\(safe,/);
  });

  test('16: Electron is pinned to one version', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('17: pages are listened to in one place, which checks who speaks', () => {
    expect(naming(/ipcMain\.(handle|handleOnce|on|once)\(/)).toEqual(['electron/shell/electron-ipc.ts']);
    expect(calling(/ipcMain\.(handle|handleOnce|on|once)\(/g)).toBe(1);
    expect(naming(/\.ipc\.(handle|on)\(/)).toEqual([]);
  });

  test('20: the preload alone reaches Electron from a page, and exposes one object', () => {
    expect(naming(/\bipcRenderer\b/).filter((file) => file !== 'electron/shell/no-electron.ts')).toEqual(['electron/preload.ts']);
    expect(calling(/exposeInMainWorld\(/g)).toBe(1);
    expect(code.get('electron/preload.ts')).toContain("exposeInMainWorld('reader', bridge)");
    const importers = files.filter((file) => importsOf(file).some(({ to, typeOnly }) => to === 'electron' && !typeOnly));
    expect(importers).toEqual(['electron/main.ts', 'electron/preload.ts', 'electron/shell/window.ts']);
  });
});

describe('pages', () => {
  test('run no text as code', () => {
    expect(naming(/\beval\(|new Function\(|\bexecuteJavaScript\(/).filter((file) => file !== 'electron/shell/smoke.ts')).toEqual([]);
  });

  test('take HTML in one place', () => {
    expect(naming(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/).length).toBeLessThanOrEqual(1);
  });
});
