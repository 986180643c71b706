import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, safeStorage, session } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { followPower } from '../../../electron/shell/power.ts';
import { fake } from '../../fakes/electron.ts';
import { invoke } from '../../fakes/electron-parts/ipc.ts';

// The stand-in is only worth as much as it refuses.

beforeEach(() => fake.reset());

const scheme = [{ scheme: 'app', privileges: { standard: true } }];

describe('before ready the fake refuses', () => {
  test.each<[string, () => unknown]>([
    ['a window', () => new BrowserWindow()],
    ['a session', () => session.defaultSession],
    ['a protocol’s handler', () => protocol.handle('app', () => new Response())],
    ['a menu', () => Menu.setApplicationMenu(null)],
    ['to tell of the machine’s sleep', () => followPower(powerMonitor, () => undefined)],
  ])('%s', (_what, act) => {
    expect(act).toThrow('before app is ready');
  });
});

describe('after ready the fake refuses', () => {
  test.each<[string, () => unknown]>([
    ['to register schemes', () => protocol.registerSchemesAsPrivileged(scheme)],
    ['to turn the sandbox on', () => app.enableSandbox()],
    ['to move Chromium’s folder', () => app.setPath('sessionData', '/tmp')],
  ])('%s', (_what, act) => {
    fake.ready();
    expect(act).toThrow('after app is ready');
  });
});

test('a profile moved after the lock was taken in the old one is refused', () => {
  app.requestSingleInstanceLock();
  expect(() => app.setPath('userData', '/tmp')).toThrow('lock');
});

test('schemes are registered once, and handled once, by name', () => {
  protocol.registerSchemesAsPrivileged(scheme);
  expect(() => protocol.registerSchemesAsPrivileged(scheme)).toThrow('twice');
  fake.ready();
  expect(() => protocol.handle('ap', () => new Response())).toThrow('never registered');
  protocol.handle('app', () => new Response());
  expect(() => protocol.handle('app', () => new Response())).toThrow('already');
});

test('a channel has one handler, and one that nobody handles is an error', async () => {
  ipcMain.handle('a', () => 1);
  expect(() => ipcMain.handle('a', () => 2)).toThrow('second handler');
  await expect(invoke(null, 'b')).rejects.toThrow('No handler');
});

test('what cannot be cloned does not cross, in either direction', async () => {
  ipcMain.handle('a', () => () => {});
  await expect(invoke(null, 'a')).rejects.toThrow('could not be cloned');
  await expect(invoke(null, 'a', () => {})).rejects.toThrow('could not be cloned');
  fake.ready();
  expect(() => new BrowserWindow().webContents.send('a', () => {})).toThrow('could not be cloned');
});

test('a quit that is held is not a quit', () => {
  let quits = 0;
  app.on('quit', () => quits++);
  app.once('will-quit', (event) => event.preventDefault());
  app.quit();
  expect(quits).toBe(0);
  app.quit();
  expect(quits).toBe(1);
});

describe('the keychain', () => {
  test('answers nothing before ready', async () => {
    await expect(safeStorage.isAsyncEncryptionAvailable()).rejects.toThrow('before app is ready');
    await expect(safeStorage.encryptStringAsync('x')).rejects.toThrow('before app is ready');
    expect(safeStorage.getSelectedStorageBackend()).toBe('unknown');
  });

  test('is used in its asynchronous form alone', () => {
    expect(Object.keys(safeStorage).filter((name) => /^(en|de)cryptString$|^isEncryption/.test(name))).toEqual([]);
  });

  test('and the way through a proxy is asked for whole addresses', async () => {
    fake.ready();
    await expect(session.defaultSession.resolveProxy('example.org')).rejects.toThrow('no address');
    expect(await session.defaultSession.resolveProxy('https://example.org/')).toBe('DIRECT');
  });
});

describe('of windows the fake refuses', () => {
  beforeEach(() => fake.ready());

  test('a name that another has, until that is gone', () => {
    const first = new BrowserWindow({ name: 'a' });
    expect(() => new BrowserWindow({ name: 'a' })).toThrow('already in use');
    first.close();
    expect(() => new BrowserWindow({ name: 'a' })).not.toThrow();
  });

  test('half a place', () => {
    expect(() => new BrowserWindow({ x: 1 })).toThrow('x and y');
  });

  test('every call of one that is gone', () => {
    const window = new BrowserWindow();
    window.close();
    for (const call of [() => window.show(), () => window.focus(), () => window.close(), () => window.getBounds(), () => window.setBackgroundColor('#FFFFFF')]) expect(call).toThrow('destroyed');
    expect(window.isDestroyed()).toBe(true);
  });
});
