import { basename } from 'node:path';
import { ReaderError, toWireError } from './contract/errors.ts';
import { exchangePath, receiveFile } from './core/exchange/exchange-file.ts';
import { imagePath } from './core/offline/image-path.ts';
import { savedFilePath } from './core/saving/saved-file-path.ts';
import { createBundleHandler, createBundleReader } from './shell/app-protocol.ts';
import { openAppWindow } from './shell/app-window.ts';
import type { AppWindow } from './shell/app-window.ts';
import { bridgeToStarting } from './shell/engine-bridge.ts';
import { browserAbilities } from './shell/desktop/abilities.ts';
import { onBattery } from './shell/desktop/battery.ts';
import { isMetered } from './shell/desktop/metered.ts';
import { offerAll } from './shell/desktop/offer-all.ts';
import type { OpenRequest } from './shell/desktop/open-request.ts';
import { createQuiet } from './shell/desktop/quiet.ts';
import { withExchange } from './shell/exchange-door.ts';
import { findBrowser } from './shell/find-browser.ts';
import { findInstance } from './shell/instance-client.ts';
import type { Instance } from './shell/instance-client.ts';
import { startInstanceEndpoint } from './shell/instance-endpoint.ts';
import { hasDisplay, loopbackArgs } from './shell/loopback-args.ts';
import type { LoopbackArgs } from './shell/loopback-args.ts';
import { startLoopbackServer } from './shell/loopback-server.ts';
import { withNextStep } from './shell/next-step.ts';
import { openExternalSafely } from './shell/open-external.ts';
import { appPaths } from './shell/paths.ts';
import { createProblemLog } from './shell/problem-log.ts';
import { openProfile, profileFromArgs } from './shell/profile.ts';
import { withSavedFiles } from './shell/saved-file-door.ts';
import { createSettingsStore } from './shell/settings-store.ts';
import { startInTurn } from './shell/start-in-turn.ts';
import { openWithSystem } from './shell/system-opener.ts';
import { VERSION } from './shell/version.ts';

/** Another holder of the profile is given this long: an instance to finish starting, a command to be done. */
const TURN_MS = 10_000;
/** A page that is only being loaded again is back within this time; one that another process opens takes longer. */
const RELOAD_MS = 1000;
const HAND_OVER_MS = 15_000;
const CLOSE_LIMIT_MS = 25_000;

type Undo = () => Promise<void>;

async function run(argv: readonly string[]): Promise<void> {
  const args = loopbackArgs(argv);
  const profile = profileFromArgs(argv);
  openProfile(profile);
  const other = await findInstance(profile);
  if (other) return wake(other, args.open);

  const undo: Undo[] = [];
  const close = closeOnce(undo);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0));
  try {
    const holder = await open(args, profile, undo, close);
    if (!holder) return;
    await wake(holder, args.open);
    await close(0);
  } catch (error) {
    tellFailure(error);
    await close(1);
  }
}

/** Answers with the instance that holds the profile, where it is not this one. */
async function open(args: LoopbackArgs, profile: string, undo: Undo[], close: (code: number) => Promise<void>): Promise<Instance | null> {
  const log = createProblemLog(profile, () => new Date());
  const paths = appPaths(import.meta.dirname);
  const settings = createSettingsStore({ cwd: profile, onProblem: (problem) => log(JSON.stringify(problem)) });
  const info = { version: VERSION, door: 'loopback', platform: process.platform, profile, desktop: browserAbilities(process.platform) } as const;
  const isQuiet = createQuiet({ wish: () => settings.get().desktop, onBattery, isMetered });
  const stop = new AbortController();
  const turn = startInTurn({ enginePath: paths.engine, data: { profile, info, unattended: true }, settings, isQuiet }, {
    waitMs: TURN_MS,
    stop: stop.signal,
    onWait: () => console.error(`Another Monazite holds ${profile}; waiting for it, for at most ${TURN_MS / 1000} s …`),
  });
  const starting = turn.then(({ engine }) => engine);
  undo.unshift(async () => {
    stop.abort();
    await (await starting).close();
  });

  const onFault = (error: unknown): void => log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const files = { rendererDir: paths.rendererDir, imageFile: (key: string) => imagePath(profile, key) };
  const serveBundle = withExchange({ receive: (body) => receiveFile(profile, body), path: (file) => exchangePath(profile, file) }, withSavedFiles((sha256) => savedFilePath(profile, sha256), createBundleHandler(files)));
  const server = await startLoopbackServer({
    bridge: bridgeToStarting(starting),
    serveBundle,
    readBundle: createBundleReader(files),
    port: args.port,
    openOutside: (url) => openExternalSafely(url, openWithSystem, log),
    benchReadyUrl: process.env['BENCH_READY_URL'],
    onFault,
  });
  undo.unshift(() => server.close());

  const windows = new Set<AppWindow>();
  undo.unshift(async () => {
    await Promise.all([...windows].map((window) => window.close()));
  });
  const found = args.window && hasDisplay() ? findBrowser() : null;
  let browser = found;

  function openWindow(path: string): void {
    const window = openAppWindow({
      browser: path,
      address: server.issueAddress(),
      profile,
      onClosed(soon) {
        windows.delete(window);
        const endUnlessOpen = (): void => {
          if (windows.size === 0 && server.pages === 0) void close(0);
        };
        setTimeout(endUnlessOpen, soon ? HAND_OVER_MS : RELOAD_MS);
      },
      onFailed(reason) {
        windows.delete(window);
        // A browser that fails once is not asked again: whoever wakes this instance is told the address instead.
        browser = null;
        log(`No window: ${reason}. Open the address in a browser of yours.`);
      },
    });
    windows.add(window);
  }

  // The browser takes longer to start than the engine; they start side by side.
  if (browser) openWindow(browser);
  const { engine, other } = await turn;
  if (other) return other;
  if (stop.signal.aborted) return null;
  if (engine.openError?.code === 'profile-in-use') throw new ReaderError(engine.openError.code, engine.openError.message, engine.openError.detail);
  if (engine.openError) {
    const { code, message } = withNextStep(engine.openError);
    log(`${code}: ${message}`);
  }

  await offerAll(args.open, engine, log);
  server.prepareFirst();
  const endpoint = await startInstanceEndpoint({
    profile,
    call: (method, callArgs) => engine.call(method, callArgs),
    async activate() {
      if (browser) openWindow(browser);
      return { door: 'loopback', address: browser ? null : server.address };
    },
  });
  undo.unshift(() => endpoint.close());

  console.error(windowNote(args, found));
  console.log(`Monazite is ready at ${server.address}`);
  return null;
}

function windowNote(args: LoopbackArgs, browser: string | null): string {
  if (browser) return `Opening a window of ${basename(browser)}${process.getuid?.() === 0 ? ', without its sandbox, since it runs as root' : ''}.`;
  if (!args.window) return 'Open this address in a browser of yours:';
  if (!hasDisplay()) return 'There is no display, so no window opens. Open this address in a browser of this machine:';
  return 'No Chromium, Chrome or Edge was found (MONAZITE_BROWSER names one). Open this address in a browser of yours:';
}

/** A second start on the same profile asks the first to show itself, and is done. */
async function wake(other: Instance, open: readonly OpenRequest[]): Promise<void> {
  await offerAll(open, other, console.error);
  const { door, address } = await other.activate();
  console.log(door === 'electron' || address === null ? 'Monazite is open already; its window was brought to the front.' : `Monazite is open already at ${address}`);
}

function tellFailure(error: unknown): void {
  const { code, message } = withNextStep(toWireError(error));
  console.error(`Monazite could not start: ${message} (${code})`);
}

/** Undoes what was started, last first, once; whatever keeps one part from closing does not keep the next. */
function closeOnce(undo: readonly Undo[]): (code: number) => Promise<void> {
  let closing = false;
  return async (code) => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), CLOSE_LIMIT_MS).unref();
    let failed = false;
    for (const step of undo) {
      try {
        await step();
      } catch (error) {
        failed = true;
        console.error(error);
      }
    }
    process.exit(failed ? 1 : code);
  };
}

run(process.argv.slice(2)).catch((error: unknown) => {
  tellFailure(error);
  process.exitCode = 1;
});
