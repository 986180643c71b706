import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { FakeWebContents } from '../fakes/electron-parts/window.ts';

/** The parameters that Electron compiles a sandboxed preload with. */
export const PRELOAD_PARAMETERS = 'require, process, exports, module, Buffer, global, setImmediate, clearImmediate';

interface Message {
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** Runs a built preload as a sandboxed one is run, over its window's own IPC. Returns what it exposes. */
export function runPreload(path: string, webContents: FakeWebContents): Record<string, unknown> {
  const exposed: Record<string, unknown> = {};
  const forwards = new Map<unknown, (message: Message) => void>();
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => { exposed[name] = value; } },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => webContents.invoke(channel, ...args),
      on(channel: string, listener: (event: unknown, ...args: readonly unknown[]) => void) {
        const forward = (message: Message): void => {
          if (message.channel === channel) listener({ sender: 'must not be seen' }, ...message.args);
        };
        forwards.set(listener, forward);
        webContents.on('sent', forward);
      },
      off: (_channel: string, listener: unknown) => { webContents.off('sent', forwards.get(listener) ?? (() => {})); },
    },
  };
  const run = new Script(`(function (${PRELOAD_PARAMETERS}) {${readFileSync(path, 'utf8')}\n})`).runInThisContext() as (require: (name: string) => unknown) => void;
  run((name) => {
    assert.equal(name, 'electron');
    return electron;
  });
  return exposed;
}
