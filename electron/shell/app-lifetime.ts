import { setTimeout as pause } from 'node:timers/promises';
import type { App } from 'electron';
import { lifecycle, STARTING, type LifecycleAction, type LifecycleEvent } from './lifecycle.ts';

export interface LifetimePorts {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly platform: NodeJS.Platform;
  readonly windows: () => number;
  readonly openWindow: () => void;
  readonly showWindow: () => void;
  readonly closeEngine: () => Promise<void>;
  readonly onProblem: (message: string) => void;
}

/** Milliseconds that quitting waits for what is being written. The store survives a sudden end; a hung app does not. */
const ENGINE_CLOSE_MS = 10_000;

/** Ties Electron's events to the lifecycle. Returns what to call once Electron is ready and the app may open a window. */
export function manageLifetime({ app, platform, windows, openWindow, showWindow, closeEngine, onProblem }: LifetimePorts): () => void {
  let state = STARTING;

  const perform: Readonly<Record<Exclude<LifecycleAction, 'hold-quit'>, () => void>> = {
    'open-window': openWindow,
    'show-window': showWindow,
    quit: () => app.quit(),
    'close-engine': () => void closeInTime(),
  };

  async function closeInTime(): Promise<void> {
    const late = new AbortController();
    try {
      await Promise.race([
        closeEngine(),
        pause(ENGINE_CLOSE_MS, undefined, { signal: late.signal }).then(() => onProblem(`the engine did not close within ${ENGINE_CLOSE_MS} ms`)),
      ]);
    } catch (error) {
      onProblem(`the engine did not close well: ${String(error)}`);
    } finally {
      late.abort();
      tell({ kind: 'engine-closed' });
    }
  }

  function tell(event: LifecycleEvent, holdQuit?: () => void): void {
    const next = lifecycle(state, event);
    state = next.state;
    for (const action of next.actions) {
      if (action === 'hold-quit') holdQuit?.();
      else perform[action]();
    }
  }

  app.on('activate', () => tell({ kind: 'activated', windows: windows() }));
  app.on('second-instance', () => tell({ kind: 'second-instance', windows: windows() }));
  app.on('window-all-closed', () => tell({ kind: 'all-windows-closed', platform }));
  app.on('will-quit', (event) => tell({ kind: 'will-quit' }, () => event.preventDefault()));
  return () => tell({ kind: 'ready' });
}
