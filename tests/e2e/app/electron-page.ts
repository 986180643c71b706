import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { Page } from 'playwright/test';
import type { Settings } from '../../../electron/contract/settings.ts';
import { settingsQuery } from '../../../electron/contract/settings-place.ts';
import type { SettingsPlace } from '../../../electron/contract/settings-place.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import type { SettingsStore } from '../../../electron/core/settings.ts';
import { createBundleHandler } from '../../../electron/shell/app-protocol.ts';
import { answerFromBundle } from '../../../electron/shell/bundle-answer.ts';
import { electronAbilities } from '../../../electron/shell/desktop/abilities.ts';
import { broadcast, serveCalls } from '../../../electron/shell/electron-ipc.ts';
import { startEngine } from '../../../electron/shell/engine-client.ts';
import type { EngineClient } from '../../../electron/shell/engine-client.ts';
import { invoke, ipcMain, resetIpc } from '../../fakes/electron-parts/ipc.ts';
import { PRELOAD_PARAMETERS } from '../../smoke/run-preload.ts';

const OUT = join(import.meta.dirname, '../../../out');

export interface ElectronPage {
  readonly engine: EngineClient;
  /** The pages of the app's windows that are open. */
  readonly pages: () => readonly Page[];
  close(): Promise<void>;
}

/** Runs in the page before its own scripts, as a sandboxed preload does; `text` is the built preload. */
function preloadScript(text: string): string {
  return `(() => {
    const listeners = [];
    window.close = () => window.pipeClose();
    window.pipeEvent = (channel, value) => { for (const [name, listener] of listeners) if (name === channel) listener({}, value); };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => { window[name] = value; } },
      ipcRenderer: {
        invoke: (channel, ...args) => window.pipeCall(channel, args),
        on: (channel, listener) => { listeners.push([channel, listener]); },
        off: (channel, listener) => { listeners.splice(listeners.findIndex(([name, known]) => name === channel && known === listener), 1); },
      },
    };
    const require = (name) => { if (name !== 'electron') throw new Error('The sandbox has no ' + name); return electron; };
    (function (${PRELOAD_PARAMETERS}) {${text}\n})(require, {}, {}, {});
  })();`;
}

/** Settings that can be changed, as every door keeps them. */
function settingsIn(first: Settings): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>();
  let settings = first;
  return {
    get: () => settings,
    async set(patch) {
      settings = { ...settings, ...patch };
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The window as Electron has it, in this browser: built preload and renderer, the real handler of app://bundle with its
 * headers, the real IPC handlers and engine; the settings come as a second page. Electron's pipe between page and main process is all that is not its own.
 */
export async function openElectronPage(page: Page, profile: string, wishes: Partial<Settings> = {}): Promise<ElectronPage> {
  const settings: Settings = { ...DEFAULT_SETTINGS, language: 'en', refreshMinutes: 0, stories: false, welcomed: true, ...wishes };
  const info = { version: '0.0.0', door: 'electron', platform: process.platform, profile, desktop: electronAbilities({ platform: process.platform, packaged: true, appImage: undefined, packageType: 'deb' }) } as const;
  const engine = await startEngine({
    enginePath: join(OUT, 'engine.cjs'),
    data: { profile, settings, info, unattended: true },
    settings: settingsIn(settings),
    showSettings,
  });
  const serve = createBundleHandler({ rendererDir: join(OUT, 'renderer'), imageFile: (key) => imagePath(profile, key) });
  const server = createServer((request, response) => void answerFromBundle(serve, new URL(request.url ?? '/', 'http://bundle'), request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  serveCalls({ ipcMain, origin, reader: engine, onProblem: console.error });
  const windows = new Map<Page, { readonly webContents: Pick<WebContents, 'send' | 'isDestroyed'> }>();

  async function openWindow(own: Page, query: string): Promise<void> {
    const webContents = {
      isDestroyed: () => own.isClosed(),
      send: (channel: string, value: unknown) => {
        // A page that is being loaded or closed hears nothing, as in Electron.
        own.evaluate(([name, event]) => (window as unknown as { pipeEvent?: (name: string, event: unknown) => void }).pipeEvent?.(name as string, event), [channel, value]).catch(() => undefined);
      },
    };
    windows.set(own, { webContents });
    own.once('close', () => windows.delete(own));
    await own.exposeFunction('pipeCall', (channel: string, args: readonly unknown[]) => invoke({ url: `${origin}/`, parent: null }, channel, ...args));
    // There a page may close its window.
    await own.exposeFunction('pipeClose', () => own.close());
    await own.addInitScript(preloadScript(readFileSync(join(OUT, 'preload.cjs'), 'utf8')));
    await own.goto(`${origin}/${query}`);
  }

  function showSettings(place: SettingsPlace): boolean {
    const [own] = [...windows].filter(([other]) => other !== page);
    if (own) broadcast([own[1]], { kind: 'show-settings', ...place });
    else void page.context().newPage().then((opened) => openWindow(opened, settingsQuery(place)));
    return true;
  }

  const stopEvents = engine.onEvent((event) => broadcast([...windows.values()], event));
  await openWindow(page, '');
  return {
    engine,
    pages: () => [...windows.keys()],
    async close() {
      stopEvents();
      resetIpc();
      await Promise.all([...windows.keys()].map((own) => own.close()));
      await engine.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
