import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createLibraryHost, type LibraryHost } from './core/library-host.ts';
import { createReader } from './core/reader.ts';
import { createIngestPool } from './core/refresh/ingest-pool.ts';
import { createSearchThread } from './core/search/search-thread.ts';
import type { SettingsStore } from './core/settings.ts';
import { createCopyThread } from './core/store/copy-thread.ts';
import { knownItems } from './core/store/known-items.ts';
import { createLogMover, type LogMover } from './core/store/log-mover.ts';
import { openStore } from './core/store/open-store.ts';
import { createSiteRules } from './core/store/site-rules.ts';
import { dispatch } from './shell/dispatch.ts';
import type { EngineData, FromEngine, ToEngine } from './shell/engine-protocol.ts';
import { createRemoteSettings } from './shell/remote-settings.ts';
import { createShellLink } from './shell/shell-link.ts';

/** Worker-thread entry: opens the library, answers calls, tells events. */
if (!parentPort) throw new Error('the engine runs in a worker thread');
const port = parentPort;
const data = workerData as EngineData;

const post = (message: FromEngine): void => port.postMessage(message);

const logFault = (error: unknown): void => {
  process.stderr.write(`engine: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

process.on('unhandledRejection', logFault);
process.on('uncaughtException', (error) => {
  logFault(error);
  process.exit(1);
});

const settings = createRemoteSettings(data.settings, (id, patch) => post({ kind: 'set-settings', id, patch }));
const link = createShellLink((id, question) => post({ kind: 'ask-shell', id, question }));
const library = open(settings);
library.onEvent((event) => post({ kind: 'event', event }));

port.on('message', (message: ToEngine) => {
  switch (message.kind) {
    case 'call':
      return void answer(message.id, message.method, message.args);
    case 'settings':
      return settings.receive(message.settings);
    case 'settings-set':
      return settings.settle(message.id, message.settings, message.error);
    case 'shell-answer':
      return link.settle(message.id, message.value);
    case 'power':
      return library.power(message.state);
    case 'close':
      return void end();
    default:
      return message satisfies never;
  }
});
post({ kind: 'ready', error: library.error });

async function answer(id: number, method: string, args: unknown): Promise<void> {
  post({ kind: 'answer', id, answer: await dispatch(library.api, method, args, logFault) });
}

async function end(): Promise<void> {
  try {
    await library.close();
  } catch (fault) {
    logFault(fault);
  }
  post({ kind: 'closed' });
  // Nothing else keeps this thread.
  port.close();
}

function open(settingsStore: SettingsStore): LibraryHost {
  const { profile, info, unattended } = data;
  let log: LogMover | null = null;
  return createLibraryHost({
    profile, info, unattended, settings: settingsStore, now: Date.now, onFault: logFault,
    copies: createCopyThread(workerPath('backup')),
    openStore(onDamage) {
      // The command line writes little and ends soon: it needs no second thread for the log.
      const mover = unattended ? createLogMover(workerPath('checkpoint'), profile, logFault) : null;
      log = mover;
      return openStore({ profile, now: Date.now, onDamage, ...(mover && { onWrite: () => mover.written() }) });
    },
    join(store) {
      const mover = log;
      const ingest = createIngestPool({
        workerPath: workerPath('ingest'),
        // One thread is left for the engine and the window.
        size: Math.max(1, Math.min(3, availableParallelism() - 1)),
        userAgent: `Monazite/${info.version}`,
        knownItems: (feedId) => knownItems(store, feedId),
        rules: createSiteRules(store, { now: Date.now, onFault: logFault }),
        ...(data.proxies === 'system' && { proxyFor: link.proxyFor }),
      });
      const reader = createReader({
        store, settings: settingsStore, ingest, secrets: link.secrets, now: Date.now, info, unattended, onFault: logFault, door: link,
        // The command line asks once and ends.
        ...(unattended && { searcher: createSearchThread({ workerPath: workerPath('search'), profile }) }),
      });
      return { api: reader.api, onEvent: (listener) => reader.onEvent(listener), get busy() { return reader.busy; }, power: (state) => reader.power(state), close: async () => { await mover?.close(); await reader.close(); } };
    },
  });
}

/** The built worker lies beside the built engine, its source beside the source. */
function workerPath(name: 'ingest' | 'checkpoint' | 'backup' | 'search'): string {
  const built = join(import.meta.dirname, `${name}.cjs`);
  return existsSync(built) ? built : join(import.meta.dirname, `${name}.ts`);
}
