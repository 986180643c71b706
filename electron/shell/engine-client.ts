import { Worker } from 'node:worker_threads';
import type { CallAnswer, ReaderBridge, ReaderEventListener } from '../contract/api.ts';
import type { Settings } from '../contract/settings.ts';
import type { SettingsPlace } from '../contract/settings-place.ts';
import { toWireError, type WireError } from '../contract/errors.ts';
import { endThread } from '../core/end-thread.ts';
import { createMemorySecrets, type SecretStore } from '../core/secrets.ts';
import type { SettingsStore } from '../core/settings.ts';
import { answerQuestion } from './answer-question.ts';
import type { EngineData, FromEngine, PowerState, ToEngine } from './engine-protocol.ts';

export interface EngineClient extends ReaderBridge {
  /** Why the library could not be opened; every call but appInfo and settings is then answered with it. */
  readonly openError: WireError | null;
  /** Sleep is no failure: nothing unattended starts in it, and after it what is due is asked soon, spread. */
  power(state: PowerState): void;
  /** Lets the engine finish what it is writing, then ends it. */
  close(): Promise<void>;
}

export interface EngineStart {
  /** The built engine, or its source where Node runs TypeScript. */
  readonly enginePath: string;
  /** Its `settings` may be left out: they are those of `settings`. */
  readonly data: Omit<EngineData, 'settings'> & { readonly settings?: Settings };
  readonly settings: SettingsStore;
  /** Left out: what is secret is kept until this process ends. */
  readonly secrets?: SecretStore;
  /** The ways to a server as Chromium writes them (`PROXY a:1; DIRECT`). Left out: the engine goes by the environment. */
  readonly proxyFor?: (url: string) => Promise<string>;
  /** Whether nothing is to be fetched unasked now. Left out: never. */
  readonly isQuiet?: () => Promise<boolean>;
  /** Left out: there is no menu for sharing. */
  readonly share?: (link: { readonly url: string; readonly title: string }) => boolean;
  /** Left out: the door opens no windows. */
  readonly showSettings?: (place: SettingsPlace) => boolean;
}

/** How long an engine may take to end what it is writing. */
const CLOSE_MS = 20_000;

/**
 * Starts the engine in a worker thread and answers once its library is open, or cannot be. Never rejects: an engine that
 * dies answers every call, those waiting included, with `engine-stopped`.
 */
export async function startEngine({ enginePath, data, settings, secrets = createMemorySecrets(), proxyFor, isQuiet, share, showSettings }: EngineStart): Promise<EngineClient> {
  const worker = new Worker(enginePath, { workerData: { proxies: proxyFor ? 'system' : 'environment', ...data, settings: settings.get() } satisfies EngineData, name: 'engine' });
  const ready = Promise.withResolvers<WireError | null>();
  const gone = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const waiting = new Map<number, (answer: CallAnswer) => void>();
  const listeners = new Set<ReaderEventListener>();
  let lastId = 0;
  let stopped: WireError | null = null;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  const post = (message: ToEngine): void => worker.postMessage(message);

  const stop = (why: string): void => {
    stopped ??= { code: 'engine-stopped', message: why, detail: {} };
    ready.resolve(stopped);
    closed.resolve();
    for (const answer of waiting.values()) answer({ ok: false, error: stopped });
    waiting.clear();
  };

  const setSettings = async (id: number, patch: Partial<Settings>): Promise<void> => {
    try {
      post({ kind: 'settings-set', id, settings: await settings.set(patch), error: null });
    } catch (error) {
      post({ kind: 'settings-set', id, settings: null, error: toWireError(error) });
    }
  };

  worker.on('message', (message: FromEngine) => {
    switch (message.kind) {
      case 'ready':
        return ready.resolve(message.error);
      case 'answer':
        waiting.get(message.id)?.(message.answer);
        waiting.delete(message.id);
        return;
      case 'event':
        for (const listener of listeners) listener(message.event);
        return;
      case 'set-settings':
        return void setSettings(message.id, message.patch);
      case 'ask-shell':
        return void answerQuestion(message.question, { secrets, proxyFor, isQuiet, share, showSettings }).then((value) => post({ kind: 'shell-answer', id: message.id, value }));
      case 'closed':
        return closed.resolve();
      default:
        return message satisfies never;
    }
  });
  worker.on('error', (error) => stop(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => {
    stop(`the engine ended with ${code}`);
    gone.resolve();
  });
  const stopListening = settings.onChange((changed) => post({ kind: 'settings', settings: changed }));

  const openError = await ready.promise;
  return {
    openError,
    call(method, args) {
      if (stopped) return Promise.resolve({ ok: false, error: stopped });
      lastId += 1;
      const { promise, resolve } = Promise.withResolvers<CallAnswer>();
      waiting.set(lastId, resolve);
      post({ kind: 'call', id: lastId, method, args });
      return promise;
    },
    power(state) {
      if (!stopped) post({ kind: 'power', state });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      stopListening();
      if (!stopped) {
        post({ kind: 'close' });
        const timer = setTimeout(() => void worker.terminate(), CLOSE_MS);
        await closed.promise;
        clearTimeout(timer);
        stop('the engine was closed');
        await endThread(worker);
      }
      await gone.promise;
    },
  };
}
