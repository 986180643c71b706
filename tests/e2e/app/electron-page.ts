import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Settings } from '../../../electron/contract/settings.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
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
  close(): Promise<void>;
}

/** Runs in the page before its own scripts, as a sandboxed preload does; `text` is the built preload. */
function preloadScript(text: string): string {
  return `(() => {
    const listeners = [];
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

/**
 * The window as Electron has it, in this browser: built preload and renderer, the real handler of app://bundle with its
 * headers, the real IPC handlers and engine. Electron's pipe between page and main process is all that is not its own.
 */
export async function openElectronPage(page: Page, profile: string, wishes: Partial<Settings> = {}): Promise<ElectronPage> {
  const settings: Settings = { ...DEFAULT_SETTINGS, language: 'en', refreshMinutes: 0, stories: false, welcomed: true, ...wishes };
  const info = { version: '0.0.0', door: 'electron', platform: process.platform, profile, desktop: electronAbilities({ platform: process.platform, packaged: true, appImage: undefined, packageType: 'deb' }) } as const;
  const engine = await startEngine({
    enginePath: join(OUT, 'engine.cjs'),
    data: { profile, settings, info, unattended: true },
    settings: { get: () => settings, set: async () => settings, onChange: () => () => undefined },
  });
  const serve = createBundleHandler({ rendererDir: join(OUT, 'renderer'), imageFile: (key) => imagePath(profile, key) });
  const server = createServer((request, response) => void answerFromBundle(serve, new URL(request.url ?? '/', 'http://bundle'), request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  serveCalls({ ipcMain, origin, reader: engine, onProblem: console.error });
  await page.exposeFunction('pipeCall', (channel: string, args: readonly unknown[]) => invoke({ url: `${origin}/`, parent: null }, channel, ...args));
  await page.addInitScript(preloadScript(readFileSync(join(OUT, 'preload.cjs'), 'utf8')));
  const webContents = {
    isDestroyed: () => page.isClosed(),
    send: (channel: string, value: unknown) => {
      // A page that is being loaded or closed hears nothing, as in Electron.
      page.evaluate(([name, event]) => (window as unknown as { pipeEvent?: (name: string, event: unknown) => void }).pipeEvent?.(name as string, event), [channel, value]).catch(() => undefined);
    },
  };
  const stopEvents = engine.onEvent((event) => broadcast([{ webContents }], event));
  await page.goto(`${origin}/`);
  return {
    engine,
    async close() {
      stopEvents();
      resetIpc();
      await page.close();
      await engine.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
