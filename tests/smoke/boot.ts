import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallAnswer, ReaderBridge, ReaderEvent } from '../../electron/contract/api.ts';
import { findInstance } from '../../electron/shell/instance-client.ts';
import { commandAnswer, runCommand } from '../contract/command-process.ts';
import { fake, powerMonitor } from '../fakes/electron.ts';
import { BrowserWindow } from '../fakes/electron-parts/window.ts';
import { app } from '../fakes/electron-parts/app.ts';
import { checkBundles } from './bundles.ts';
import { createChecks, type Checks } from './checks.ts';
import { checkDesktop } from './desktop.ts';
import { ROOT, runMain, until } from './run-main.ts';
import { runPreload } from './run-preload.ts';
import { checkSettings, openSettings } from './settings.ts';
import { checkSignIn } from './sign-in.ts';

/**
 * Runs the app as it is built: real main, preload, engine worker and SQLite, over the strict stand-in for Electron.
 * @param folder holds package.json; the checkout itself when left out.
 * @returns the number of failures.
 */
export async function bootSmoke(folder = ROOT): Promise<number> {
  const home = resolve(folder);
  const checks = createChecks(120_000);
  const entry = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { main: string }).main;
  const main = join(home, entry);
  const profile = mkdtempSync(join(tmpdir(), 'monazite-boot-'));
  const rootBefore = readdirSync('/').sort();

  await checkBundles(join(home, 'out'), checks);
  if (await checks.check('the main entry that package.json names exists', () => assert.ok(existsSync(main), main))) {
    await boot(main, profile, checks);
    await checkOtherStarts(main, profile, checks.check);
    await checks.check('nothing was written to the working folder', () => assert.deepEqual(readdirSync('/').sort(), rootBefore));
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return checks.end();
}

async function boot(main: string, profile: string, checks: Checks): Promise<void> {
  const { check } = checks;
  // Should a dialog ask whether to try again: quit.
  fake.shown.answer = 1;
  const started = await check('main runs before Electron is ready, in the order that Electron asks for', () => {
    runMain(main, ['--profile', profile]);
    assert.equal(fake.app.lock, 'ours');
    assert.equal(fake.app.sandboxed, true);
    assert.equal(fake.app.paths['userData'], profile);
    assert.deepEqual(fake.app.crashReporter, { uploadToServer: false });
    assert.deepEqual(fake.schemes.get('app'), { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true });
    assert.equal(BrowserWindow.getAllWindows().length, 0);
  });
  if (!started) return;

  const opened = await check('one window opens when Electron is ready', async () => {
    fake.ready();
    assert.equal(BrowserWindow.getAllWindows().length, 1);
    await until('the window to show', () => BrowserWindow.getAllWindows()[0]?.visible === true);
    assert.equal(BrowserWindow.getAllWindows()[0]?.webContents.url, 'app://bundle/');
  });
  const [window] = BrowserWindow.getAllWindows();
  if (!opened || !window) return;

  await checkWindow(window, check);
  await checkFiles(main, check);
  await checkCalls(window, profile, check);

  await check('the command line is answered by the running app, and can wake it', async () => {
    assert.equal((valueOf(commandAnswer(await runCommand(['appInfo', '--profile', profile]))) as { door: string }).door, 'electron');
    assert.equal(codeOf(commandAnswer(await runCommand(['getArticle', '{"articleId":404}', '--profile', profile]))), 'article-missing');
    const shown = window.calls.length;
    const other = await findInstance(profile);
    assert.deepEqual(await other?.activate(), { door: 'electron', address: null });
    assert.deepEqual(window.calls.slice(shown), ['show', 'focus']);
  });
  await check('sleep and waking of the machine are listened for', () => assert.deepEqual(powerMonitor.eventNames(), ['suspend', 'resume']));
  await check('a second start brings the window forward and opens no other', () => {
    window.minimized = true;
    app.emit('second-instance', {}, [], '/', {});
    assert.equal(BrowserWindow.getAllWindows().length, 1);
    assert.deepEqual(window.calls.slice(-3), ['restore', 'show', 'focus']);
  });
  await checkSettings(checks);
  await checkDesktop(profile, checks);
  await check('closing the window that is read in ends the app, settings and all, with the library closed', async () => {
    await openSettings();
    let quit = false;
    app.once('quit', () => { quit = true; });
    BrowserWindow.getAllWindows()[0]?.close();
    await until('the app to quit', () => quit);
    assert.equal(existsSync(join(profile, 'instance.json')), false);
    assert.deepEqual(readdirSync(profile).filter((name) => name.endsWith('-wal') || name.endsWith('-shm')), []);
  });
  await check('no problem was logged', () => {
    const log = join(profile, 'monazite.log');
    assert.equal(existsSync(log) ? readFileSync(log, 'utf8') : '', '');
  });
}

/** Profiles of smoke tests that are still there. */
const passing = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('monazite-smoke-'));

/** Each in a process of its own: a module runs once. */
async function checkOtherStarts(main: string, profile: string, check: Check): Promise<void> {
  const start = (...args: string[]): string => execFileSync(process.execPath, [join(ROOT, 'tests/smoke/second-run.mjs'), main, ...args], { encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });

  await check('--smoke-test prints one line, shows nothing, and leaves nothing behind', () => {
    const before = passing();
    const line = start('smoke-test');
    assert.match(line, /^\{.*\}\n$/);
    const report = JSON.parse(line) as { ok: boolean; checks: Record<string, unknown> };
    assert.deepEqual(report.checks, { engine: true, fullTextIndex: true, protocol: true, preload: true, calls: true, renderer: true });
    assert.equal(report.ok, true);
    assert.deepEqual(passing(), before);
  });
  await check('a start that finds the lock taken ends at once, and touches no library', () => {
    const before = readdirSync(profile);
    assert.equal(start('second-instance', profile), '');
    assert.deepEqual(readdirSync(profile), before);
  });
  await check('an AppImage whose person wants new versions looks for them, and its session asks nobody else', () => {
    const wanting = mkdtempSync(join(tmpdir(), 'monazite-updates-'));
    writeFileSync(join(wanting, 'settings.json'), JSON.stringify({ desktop: { tray: false, closeToTray: false, trayExplained: false, startAtLogin: false, badge: false, updates: true, quietOnBattery: false, quietOnMetered: false } }));
    const { log, allowed } = JSON.parse(start('updates', wanting)) as { log: string; allowed: Record<string, boolean> };
    rmSync(wanting, { recursive: true, force: true, maxRetries: 3 });
    // The package says where releases are; this start has none.
    assert.match(log, /updates: .*app-update\.yml/);
    assert.deepEqual(allowed, { 'https://github.com/monazite/monazite/releases.atom': true, 'https://tracker.example/': false });
  });
  await check('a start on a profile that the browser door holds shows that door, and ends', async () => {
    const other = spawn(process.execPath, [join(ROOT, 'out/loopback.cjs'), '--no-window', '--profile', profile], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      let text = '';
      other.stdout.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
      await until('the other door', () => text.includes('ready at '));
      const address = /ready at (\S+)/.exec(text)?.[1];
      assert.deepEqual(JSON.parse(start('held-profile', profile)), [address]);
    } finally {
      other.kill();
    }
  });
}

type Check = Checks['check'];

/** Asks as the page would. */
const get = (path: string): Promise<Response> => fake.defaultSession().fetch(new URL(path, 'app://bundle/').href);

async function checkWindow({ options, webContents }: BrowserWindow, check: Check): Promise<void> {
  await check('the window is sandboxed, and its preload exists', () => {
    const prefs = options.webPreferences ?? {};
    assert.equal(prefs.contextIsolation, true);
    assert.equal(prefs.sandbox, true);
    assert.equal(prefs.nodeIntegration, false);
    assert.equal(prefs.webviewTag, false);
    assert.ok(!('webSecurity' in prefs) && !('allowRunningInsecureContent' in prefs) && !('experimentalFeatures' in prefs) && !('enableBlinkFeatures' in prefs));
    assert.ok(prefs.preload && existsSync(prefs.preload), `no preload at ${prefs.preload}`);
  });
  await check('the page stays in place, opens no window, and its links leave for the browser', async () => {
    assert.equal(webContents.navigate('https://example.com/'), false);
    assert.equal(webContents.open('https://example.com/a'), 'deny');
    assert.equal(webContents.open('file:///etc/passwd'), 'deny');
    await until('the links to open', () => fake.shown.opened.length === 2);
    assert.deepEqual(fake.shown.opened.map(({ url }) => url), ['https://example.com/', 'https://example.com/a']);
  });
  await check('its session grants nothing and asks nothing of the network', async () => {
    const rules = fake.defaultSession();
    assert.equal(rules.permissionCheck?.(null, 'media', 'app://bundle'), false);
    assert.ok(rules.permissionRequest && rules.devicePermission);
    await assert.rejects(rules.fetch('https://tracker.example/pixel.gif'), /ERR_BLOCKED_BY_CLIENT/);
  });
  await check('there is a menu', () => assert.ok((fake.shown.menu?.length ?? 0) >= 4));
}

async function expectServed(path: string): Promise<Response> {
  const response = await get(path);
  assert.equal(response.status, 200, path);
  assert.match(response.headers.get('content-type') ?? '', expectedType(path), path);
  return response;
}

async function checkFiles(main: string, check: Check): Promise<void> {
  await check('the page is served with a policy that lets nothing in', async () => {
    const response = await expectServed('/');
    const policy = new Map((response.headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/\s+/)).map(([name = '', ...values]) => [name, values]));
    assert.deepEqual(policy.get('default-src'), ["'none'"]);
    assert.deepEqual(policy.get('script-src'), ["'self'"]);
    assert.deepEqual(policy.get('connect-src'), ["'self'"]);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });
  await check('everything that the page names is served, and it holds no inline code', async () => {
    const html = await (await get('/')).text();
    const named = [...html.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(named.some((path) => path.endsWith('.js')), 'the page names no script');
    for (const path of named) await expectServed(path);
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
  });
  await check('every built file of the page is served with its type', async () => {
    const renderer = join(main, '..', 'renderer');
    const files = readdirSync(renderer, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(files.length >= 2);
    for (const { parentPath, name } of files) {
      const path = join(parentPath, name).slice(renderer.length).replaceAll('\\', '/');
      await expectServed(path);
    }
  });
  await check('what is not the page’s is not served', async () => {
    for (const path of ['/main.cjs', '/../main.cjs', '/..%2fmain.cjs', '/package.json', '/img/none']) assert.equal((await get(path)).status, 404, path);
  });
}

function expectedType(path: string): RegExp {
  if (path.endsWith('.js')) return /^text\/javascript/;
  if (path.endsWith('.css')) return /^text\/css/;
  if (path.endsWith('.svg')) return /^image\/svg/;
  if (path === '/' || path.endsWith('.html')) return /^text\/html/;
  return /^(image|font|application\/json)/;
}

async function checkCalls(window: BrowserWindow, profile: string, check: Check): Promise<void> {
  const { webContents } = window;
  let bridge: ReaderBridge | undefined;
  await check('the preload exposes one object, with two functions', () => {
    const exposed = runPreload(window.options.webPreferences?.preload ?? '', webContents);
    assert.deepEqual(Object.keys(exposed), ['reader']);
    bridge = exposed['reader'] as ReaderBridge;
    assert.deepEqual(Object.keys(bridge).sort(), ['call', 'onEvent']);
  });
  if (!bridge) return;
  const reader = bridge;
  const call = (method: string, args: unknown): Promise<CallAnswer> => reader.call(method, args);

  await check('the engine answers from its store, through the preload', async () => {
    assert.equal((valueOf(await call('counts', {})) as { all: number }).all, 0);
    assert.deepEqual(valueOf(await call('listFeeds', {})), { feeds: [], folders: [] });
    assert.equal((valueOf(await call('getSettings', {})) as { theme: string }).theme, 'system');
    const info = valueOf(await call('appInfo', {})) as { door: string; profile: string; version: string };
    assert.equal(info.door, 'electron');
    assert.equal(info.profile, profile);
    assert.match(info.version, /^\d+\.\d+\.\d+/);
  });
  await check('what is written is announced to the window, without Electron’s event', async () => {
    const heard: ReaderEvent[] = [];
    const stop = reader.onEvent((...args: unknown[]) => {
      assert.equal(args.length, 1);
      heard.push(args[0] as ReaderEvent);
    });
    valueOf(await call('createFolder', { title: '稀土' }));
    await until('the event', () => heard.some(({ kind }) => kind === 'feeds'));
    stop();
    assert.equal((valueOf(await call('listFeeds', {})) as { folders: unknown[] }).folders.length, 1);
  });
  await check('the application menu asks the window by name', async () => {
    const heard: ReaderEvent[] = [];
    const stop = reader.onEvent((event) => heard.push(event));
    const items = (fake.shown.menu ?? []).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    (items.find(({ label }) => label === 'Export articles…')?.click as (() => void) | undefined)?.();
    await until('the command', () => heard.some((event) => event.kind === 'command' && event.command === 'export-articles'));
    stop();
  });
  await check('settings reach their file and the system’s theme', async () => {
    valueOf(await call('setSettings', { theme: 'dark', language: 'zh-CN' }));
    await until('the theme', () => fake.shown.menu?.some((item) => item.label === '文件') === true);
    assert.match(readFileSync(join(profile, 'settings.json'), 'utf8'), /"dark"/);
  });
  await checkSignIn(call, profile, check);
  await check('what is no call is refused with a code', async () => {
    assert.equal(codeOf(await call('noSuchMethod', {})), 'unknown-method');
    assert.equal(codeOf(await call('__proto__', {})), 'unknown-method');
    assert.equal(codeOf(await call('getArticle', { articleId: 'x' })), 'invalid-argument');
    assert.equal(codeOf(await call('getArticle', { articleId: 404 })), 'article-missing');
  });
  await check('a call from another page or frame is refused', async () => {
    const was = webContents.url;
    webContents.url = 'https://example.com/';
    assert.equal(codeOf(await call('counts', {})), 'forbidden');
    webContents.url = was;
    // That refusal is logged, as it should be; what is logged from here on should not be.
    rmSync(join(profile, 'monazite.log'), { force: true });
  });
}

function valueOf(answer: CallAnswer): unknown {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

function codeOf(answer: CallAnswer): string | null {
  return answer.ok ? null : answer.error.code;
}
