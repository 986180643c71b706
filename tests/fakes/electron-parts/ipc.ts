import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { acrossProcesses, ElectronMisuse } from './phase.ts';

type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

export const invokeHandlers = new Map<string, InvokeHandler>();

const methods = {
  handle(channel: string, handler: (event: Electron.IpcMainInvokeEvent, ...args: never[]) => unknown) {
    if (invokeHandlers.has(channel)) throw new ElectronMisuse(`Attempted to register a second handler for '${channel}'`);
    invokeHandlers.set(channel, handler as InvokeHandler);
  },
  removeHandler(channel: string) { invokeHandlers.delete(channel); },
} satisfies Partial<Electron.IpcMain>;

export const ipcMain: EventEmitter & typeof methods = Object.assign(new EventEmitter(), methods);

/** A page's frame, as the sender of a call. */
export interface FakeFrame {
  readonly url: string;
  readonly parent: FakeFrame | null;
}

/** What `ipcRenderer.invoke` does: arguments and answer cross processes, and an error arrives as its text alone. */
export async function invoke(senderFrame: FakeFrame | null, channel: string, ...args: unknown[]): Promise<unknown> {
  const handler = invokeHandlers.get(channel);
  if (!handler) throw new ElectronMisuse(`No handler registered for '${channel}'`);
  const crossed = acrossProcesses(args, `arguments of ${channel}`);
  let answer: unknown;
  try {
    answer = await handler({ senderFrame } as Electron.IpcMainInvokeEvent, ...crossed);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
  return acrossProcesses(answer, `answer of ${channel}`);
}

export function resetIpc(): void {
  invokeHandlers.clear();
  ipcMain.removeAllListeners();
}
