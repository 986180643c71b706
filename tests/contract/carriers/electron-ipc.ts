import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReaderBridge } from '../../../electron/contract/api.ts';
import { APP_ORIGIN, APP_URL } from '../../../electron/shell/app-origin.ts';
import { broadcast, serveCalls } from '../../../electron/shell/electron-ipc.ts';
import { startEngine } from '../../../electron/shell/engine-client.ts';
import { openProfile } from '../../../electron/shell/profile.ts';
import { createSettingsStore } from '../../../electron/shell/settings-store.ts';
import { invoke, ipcMain, resetIpc } from '../../fakes/electron-parts/ipc.ts';
import { OUT } from '../out.ts';
import type { Carrier } from './carrier.ts';

/** The built preload and the real IPC handlers and engine; Electron's own pipe between the two is the fake's. */
export const electronIpc: Carrier = {
  name: 'Electron IPC',
  async open(profile) {
    openProfile(profile);
    const settings = createSettingsStore({ cwd: profile, onProblem: (problem) => console.error(problem) });
    const info = { version: '0.0.0', door: 'electron', platform: process.platform, profile } as const;
    const engine = await startEngine({ enginePath: join(OUT, 'engine.cjs'), data: { profile, info, unattended: false }, settings });
    serveCalls({ ipcMain, origin: APP_ORIGIN, reader: engine, onProblem: console.error });
    const page = new EventEmitter();
    const webContents = { isDestroyed: () => false, send: (channel: string, value: unknown) => void page.emit(channel, {}, structuredClone(value)) };
    const stopEvents = engine.onEvent((event) => broadcast([{ webContents }], event));
    const bridge = runPreload(page);
    return {
      call: (method, args) => bridge.call(method, args),
      onEvent: (listener) => bridge.onEvent(listener),
      async close() {
        stopEvents();
        resetIpc();
        await engine.close();
      },
    };
  },
};

/** Runs the preload as Electron's sandbox does: a function of `require` and the like, with `electron` alone to be had. */
function runPreload(page: EventEmitter): ReaderBridge {
  let exposed: unknown = null;
  const electron = {
    contextBridge: { exposeInMainWorld: (_name: string, value: unknown) => (exposed = value) },
    ipcRenderer: Object.assign(page, { invoke: (channel: string, ...args: unknown[]) => invoke({ url: APP_URL, parent: null }, channel, ...args) }),
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`The sandbox has no ${name}`);
    return electron;
  };
  const source = readFileSync(join(OUT, 'preload.cjs'), 'utf8');
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- what the sandboxed preload loader does
  new Function('require', 'process', 'exports', 'module', source)(require, {}, {}, {});
  return exposed as ReaderBridge;
}
