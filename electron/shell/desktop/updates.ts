/** What we use of electron-updater's `autoUpdater`. */
export interface Updater {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  logger: unknown;
  checkForUpdates(): Promise<unknown>;
  on(event: 'update-downloaded', listener: (info: { readonly version: string }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface UpdatesOptions {
  /** Whether the person wants new versions to be looked for. */
  readonly wanted: () => boolean;
  /** Loaded when first wanted, for most starts need it not. */
  readonly load: () => Promise<Updater>;
  readonly onReady: (version: string) => void;
  readonly onProblem: (message: string) => void;
  readonly every?: (run: () => void, ms: number) => { readonly stop: () => void };
}

export interface Updates {
  /** The person may have changed their mind. */
  settingsChanged(): void;
  close(): void;
}

const DAY_MS = 24 * 60 * 60_000;

const byInterval: NonNullable<UpdatesOptions['every']> = (run, ms) => {
  const timer = setInterval(run, ms).unref();
  return { stop: () => clearInterval(timer) };
};

/**
 * Looks for a new version at the start and once a day, fetches it, and leaves its installing to the end of the app. Only for
 * copies that can replace themselves; nothing is asked before the person turned it on.
 */
export function createUpdates({ wanted, load, onReady, onProblem, every = byInterval }: UpdatesOptions): Updates {
  let updater: Promise<Updater> | null = null;
  let clock: { readonly stop: () => void } | null = null;

  const prepared = async (): Promise<Updater> => {
    const loaded = await load();
    loaded.autoDownload = true;
    loaded.autoInstallOnAppQuit = true;
    loaded.allowDowngrade = false;
    // What it would print goes to no log of ours; failures arrive as the event.
    loaded.logger = null;
    loaded.on('update-downloaded', ({ version }) => onReady(version));
    loaded.on('error', (error) => onProblem(`updates: ${error.message}`));
    return loaded;
  };

  const look = async (): Promise<void> => {
    updater ??= prepared();
    try {
      // Whatever goes wrong with the check itself is told as the event too.
      await (await loadedOr(updater))?.checkForUpdates();
    } catch {
      return;
    }
  };

  /** A load that failed is tried anew the next time. */
  const loadedOr = async (loading: Promise<Updater>): Promise<Updater | null> => {
    try {
      return await loading;
    } catch (error) {
      updater = null;
      onProblem(`updates: ${String(error)}`);
      return null;
    }
  };

  const letInstall = async (on: boolean): Promise<void> => {
    const loaded = updater === null ? null : await loadedOr(updater);
    if (loaded) loaded.autoInstallOnAppQuit = on;
  };

  const settingsChanged = (): void => {
    if (wanted() === (clock !== null)) return;
    if (!wanted()) {
      clock?.stop();
      clock = null;
      // What was fetched already is not installed against the person's wish.
      void letInstall(false);
      return;
    }
    void letInstall(true);
    clock = every(() => void look(), DAY_MS);
    void look();
  };

  settingsChanged();
  return {
    settingsChanged,
    close() {
      clock?.stop();
      clock = null;
    },
  };
}
