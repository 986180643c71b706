import { app, Menu, nativeImage, Tray } from 'electron';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBadge } from '../../../electron/shell/desktop/badge.ts';
import { trayFile } from '../../../electron/shell/desktop/start-desktop.ts';
import { createTray, type TrayPort } from '../../../electron/shell/desktop/tray.ts';
import { followUnread } from '../../../electron/shell/desktop/unread-count.ts';
import type { ReaderEvent, ReaderEventListener } from '../../../electron/contract/api.ts';
import { shellWords } from '../../../electron/shell/shell-words.ts';
import { fake } from '../../fakes/electron.ts';
import { BrowserWindow as FakeWindow } from '../../fakes/electron-parts/window.ts';

const TRAY = join(import.meta.dirname, '../../../assets/tray');
let done: string[];
let language: 'en' | 'zh-CN';

beforeEach(() => {
  fake.reset();
  done = [];
  language = 'en';
});

function tray(platform: NodeJS.Platform): TrayPort {
  return createTray({
    platform,
    appName: 'Monazite',
    create: (picture) => new Tray(picture),
    picture: (name) => join(TRAY, trayFile(platform, name, true)),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    words: () => shellWords(language, 'en'),
    actions: { open: () => done.push('open'), openUnread: () => done.push('unread'), refresh: () => done.push('refresh'), quit: () => done.push('quit') },
  });
}

describe.each(['darwin', 'win32', 'linux'] as const)('the tray on %s', (platform) => {
  test('says how much is unread by picture, tooltip and menu', () => {
    fake.ready();
    const port = tray(platform);
    port.setShown(true);
    const [shown] = fake.trays();
    expect([shown?.toolTip, shown?.menu?.template[0]?.label, shown?.menu?.template[0]?.enabled]).toEqual(['Monazite', 'Nothing unread', false]);
    const quiet = shown?.picture;
    port.setUnread(1234);
    expect(shown?.picture).not.toBe(quiet);
    expect([shown?.toolTip, shown?.menu?.template[0]?.label, shown?.title]).toEqual(['Monazite: 1,234 unread', '1,234 unread', platform === 'darwin' ? '1234' : '']);
    port.setUnread(0);
    expect([shown?.picture, shown?.title]).toEqual([quiet, '']);
  });

  test('opens, refreshes and quits', () => {
    fake.ready();
    const port = tray(platform);
    port.setShown(true);
    port.setUnread(1);
    for (const label of ['1 unread', 'Show Monazite', 'Refresh all sources', 'Quit Monazite']) fake.trays()[0]?.choose(label);
    fake.trays()[0]?.emit('click');
    expect(done).toEqual(['unread', 'open', 'refresh', 'quit', ...(platform === 'darwin' ? [] : ['open'])]);
  });

  test('comes and goes, and comes back with what it says', () => {
    fake.ready();
    const port = tray(platform);
    port.setUnread(5);
    expect(fake.trays()).toHaveLength(0);
    port.setShown(true);
    port.setShown(true);
    expect(fake.trays()).toHaveLength(1);
    port.setShown(false);
    port.setUnread(6);
    expect([fake.trays().length, port.shown]).toEqual([0, false]);
    port.setShown(true);
    expect(fake.trays()[0]?.toolTip).toBe('Monazite: 6 unread');
  });
});

test('it speaks the language that is chosen', () => {
  fake.ready();
  const port = tray('linux');
  port.setShown(true);
  port.setUnread(3);
  language = 'zh-CN';
  port.redraw();
  expect(fake.trays()[0]?.toolTip).toBe('Monazite: 3 篇未读');
});

test('before Electron is ready it throws, as Electron does', () => {
  expect(() => tray('linux').setShown(true)).toThrow('before app is ready');
});

const badge = (platform: NodeJS.Platform) =>
  createBadge({ platform, app, windows: () => FakeWindow.getAllWindows(), dot: () => nativeImage.createFromPath(join(TRAY, 'overlay.png')), say: (count) => `${count} unread` });

describe('the badge', () => {
  test.each(['darwin', 'linux'] as const)('on %s is a number on the icon', (platform) => {
    fake.ready();
    const port = badge(platform);
    port.set(12);
    expect(fake.app.badge).toBe(12);
    port.set(0);
    expect(fake.app.badge).toBe(0);
  });

  test('on Windows is a dot over each window’s icon, with words', () => {
    fake.ready();
    const first = new FakeWindow();
    const port = badge('win32');
    port.set(12);
    expect(first.overlayIcon?.words).toBe('12 unread');
    const second = new FakeWindow();
    port.redraw();
    expect(second.overlayIcon?.words).toBe('12 unread');
    port.set(0);
    expect([first.overlayIcon, second.overlayIcon]).toEqual([null, null]);
  });
});

/** An engine with a count that changes. */
function engine() {
  const state = { unread: 3, asked: 0, ok: true };
  const listeners = new Set<ReaderEventListener>();
  return {
    state,
    emit: (event: ReaderEvent) => listeners.forEach((listener) => listener(event)),
    reader: {
      call: async () => {
        state.asked++;
        return state.ok ? { ok: true as const, value: { all: 9, unread: state.unread } } : { ok: false as const, error: { code: 'database-failed' as const, message: '', detail: {} } };
      },
      onEvent: (listener: ReaderEventListener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

describe('the unread count', () => {
  test('is told at once and after what may change it, each number once', async () => {
    const { reader, state, emit } = engine();
    const told: number[] = [];
    followUnread({ reader, tell: (unread) => told.push(unread), pauseMs: 0 });
    await vi.waitFor(() => expect(told).toEqual([3]));
    emit({ kind: 'settings' });
    emit({ kind: 'status', articleIds: [1] });
    state.unread = 2;
    emit({ kind: 'articles', feedIds: [1] });
    await vi.waitFor(() => expect(told).toEqual([3, 2]));
  });

  test('asks once for many events of one moment, and not at all when stopped', async () => {
    const { reader, state, emit } = engine();
    const told: number[] = [];
    const stop = followUnread({ reader, tell: (unread) => told.push(unread), pauseMs: 0 });
    for (let n = 0; n < 100; n++) emit({ kind: 'articles', feedIds: [n] });
    state.unread = 7;
    await vi.waitFor(() => expect(told.at(-1)).toBe(7));
    expect(state.asked).toBeLessThanOrEqual(3);
    stop();
    const { asked } = state;
    emit({ kind: 'library' });
    expect(state.asked).toBe(asked);
  });

  test('of a library that cannot be opened is none', async () => {
    const { reader, state } = engine();
    state.ok = false;
    const told: number[] = [];
    followUnread({ reader, tell: (unread) => told.push(unread), pauseMs: 0 });
    await vi.waitFor(() => expect(told).toEqual([0]));
  });
});
