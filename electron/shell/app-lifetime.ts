import { setTimeout as pause } from 'node:timers/promises';
import type { App } from 'electron';
import { lifecycle, STARTING, type LifecycleAction, type LifecycleEvent } from './lifecycle.ts';

export interface LifetimePorts {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly platform: NodeJS.Platform;
  readonly windows: () => number;
  readonly openWindow: () => void;
  readonly showWindow: () => void;
  /** Whether nobody asked for a window: the system started the app into the tray. */
  readonly startsHidden?: () => boolean;
  /** Whether the app goes on in the tray when its last window closes. */
  readonly staysInTray?: () => boolean;
  /** It goes on there now. */
  readonly onStay?: () => void;
  readonly closeEngine: () => Promise<void>;
  /** Milliseconds that quitting waits for what is being written: the store survives a sudden end, a person's patience does not. */
  readonly closeMs?: number;
  readonly onProblem: (message: string) => void;
}

/** Ties Electron's events to the lifecycle. Returns what to call once Electron is ready and the app may open a window. */
export function manageLifetime({ app, platform, windows, openWindow, showWindow, startsHidden = () => false, staysInTray = () => false, onStay = () => undefined, closeEngine, closeMs = 10_000, onProblem }: LifetimePorts): () => void {
  let state = STARTING;

  const perform: Readonly<Record<Exclude<LifecycleAction, 'hold-quit'>, () => void>> = {
    'open-window': openWindow,
    'show-window': showWindow,
    stay: onStay,
    quit: () => app.quit(),
    'close-engine': () => void closeInTime(),
  };

  async function closeInTime(): Promise<void> {
    const late = new AbortController();
    try {
      await Promise.race([
        closeEngine(),
        pause(closeMs, undefined, { signal: late.signal }).then(() => onProblem(`the engine did not close within ${closeMs} ms`)),
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
  app.on('window-all-closed', () => tell({ kind: 'all-windows-closed', platform, stays: staysInTray() }));
  app.on('will-quit', (event) => tell({ kind: 'will-quit' }, () => event.preventDefault()));
  return () => tell({ kind: 'ready', hidden: startsHidden() });
}
