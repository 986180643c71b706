import type { WebPreferences } from 'electron';

/** Every window's preferences. What is Electron's default is said as well, so that no change of defaults weakens it. */
export function secureWebPrefs(preload: string) {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  } as const satisfies WebPreferences;
}
