/// <reference types="vite/client" />
import type { ReaderBridge } from '../electron/contract/api.ts';

declare global {
  interface Window {
    /** Set by the preload in Electron; absent where the page is served over loopback. */
    readonly reader?: ReaderBridge;
  }
}
