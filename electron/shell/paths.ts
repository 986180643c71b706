import { join } from 'node:path';

/** Every file that the main process looks for, from the folder of the built entries (`out/`, inside the asar too). */
export interface AppPaths {
  readonly preload: string;
  readonly engine: string;
  readonly rendererDir: string;
  /** 512 px; Linux shows it in the window's frame and task bar. */
  readonly icon: string;
  /** Pictures of the tray and of the task bar. */
  readonly trayDir: string;
}

export function appPaths(outDir: string): AppPaths {
  return {
    preload: join(outDir, 'preload.cjs'),
    engine: join(outDir, 'engine.cjs'),
    rendererDir: join(outDir, 'renderer'),
    icon: join(outDir, '..', 'assets', 'icon.png'),
    trayDir: join(outDir, '..', 'assets', 'tray'),
  };
}
