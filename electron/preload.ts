import { contextBridge, ipcRenderer } from 'electron';
import type { CallAnswer, ReaderBridge, ReaderEvent } from './contract/api.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, MAX_METHOD_LENGTH } from './shell/ipc-channels.ts';

const bridge: ReaderBridge = {
  async call(method, args): Promise<CallAnswer> {
    if (typeof method !== 'string' || method.length === 0 || method.length > MAX_METHOD_LENGTH) {
      return { ok: false, error: { code: 'unknown-method', message: 'the method has no name', detail: {} } };
    }
    return (await ipcRenderer.invoke(CALL_CHANNEL, method, args)) as CallAnswer;
  },
  onEvent(listener) {
    // The first argument, Electron's event, carries `sender`: with it a page could send on any channel.
    const forward = (_event: unknown, event: ReaderEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('reader', bridge);
