import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { CallAnswer, ReaderBridge, ReaderEvent } from '../contract/api.ts';
import type { ReaderErrorCode } from '../contract/errors.ts';
import { isWithin } from './app-origin.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, MAX_METHOD_LENGTH } from './ipc-channels.ts';

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** The window's origin, as in RendererSource. */
  readonly origin: string;
  /** Arguments are held to the method's schema by the engine's dispatch. */
  readonly reader: Pick<ReaderBridge, 'call'>;
  readonly onProblem: (message: string) => void;
}

/** Answers the windows' calls. The one place that listens to pages. */
export function serveCalls({ ipcMain, origin, reader, onProblem }: IpcOptions): void {
  handle({ ipcMain, origin, onProblem }, CALL_CHANNEL, async (method, args) => {
    if (typeof method !== 'string' || method.length === 0 || method.length > MAX_METHOD_LENGTH) {
      return refused('unknown-method', 'the method has no name');
    }
    try {
      return await reader.call(method, args);
    } catch (error) {
      onProblem(`${method} failed outside the engine: ${String(error)}`);
      return refused('engine-stopped', String(error));
    }
  });
}

/** Tells every window what changed. A window that is closing is passed over. */
export function broadcast(windows: readonly { readonly webContents: Pick<WebContents, 'send' | 'isDestroyed'> }[], event: ReaderEvent): void {
  for (const { webContents } of windows) {
    if (!webContents.isDestroyed()) webContents.send(EVENT_CHANNEL, event);
  }
}

function handle(
  { ipcMain, origin, onProblem }: Pick<IpcOptions, 'ipcMain' | 'origin' | 'onProblem'>,
  channel: string,
  answer: (...args: readonly unknown[]) => Promise<CallAnswer>,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    if (isOurs(event, origin)) return answer(...args);
    onProblem(`refused a call from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
    return refused('forbidden', 'the call does not come from the window');
  });
}

/** Null once the frame has navigated or gone; frames inside the page are never ours. */
function isOurs({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && isWithin(origin, senderFrame.url);
}

function refused(code: ReaderErrorCode, message: string): CallAnswer {
  return { ok: false, error: { code, message, detail: {} } };
}
