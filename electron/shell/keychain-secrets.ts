import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import * as v from 'valibot';
import { createMemorySecrets, type SecretStore } from '../core/secrets.ts';

/** The part of Electron's safeStorage that is not deprecated: the asynchronous form. */
export type Keychain = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;

export interface KeychainSecretsOptions {
  /** The file for what the keychain encrypted, absolute. */
  readonly path: string;
  readonly keychain: Keychain;
  readonly platform: NodeJS.Platform;
  /** The keychain may be asked only after this. */
  readonly ready: Promise<unknown>;
  /** Hears what went wrong, never a secret. */
  readonly onProblem: (problem: string) => void;
}

const fileSchema = v.object({ version: v.literal(1), secrets: v.record(v.string(), v.pipe(v.string(), v.base64())) });

/** On Linux without a keyring, Chromium encrypts with a password that is the same on every machine. */
const PLAIN = new Set(['basic_text', 'unknown']);

/**
 * Secrets encrypted by the system's keychain, in a file that its owner alone may read. Where there is no keychain worth the
 * name, they stay in memory until the process ends, and no file is written.
 */
export function createKeychainSecrets(options: KeychainSecretsOptions): SecretStore {
  const { path, keychain, platform, ready, onProblem } = options;
  const memory = createMemorySecrets();
  let encrypted: Promise<Map<string, string>> | null = null;
  let available: Promise<boolean> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: each write holds what the one before wrote. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const look = async (): Promise<boolean> => {
    await ready;
    try {
      if (!(await keychain.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !PLAIN.has(keychain.getSelectedStorageBackend());
    } catch (error) {
      onProblem(`the keychain cannot be asked: ${codeOf(error)}`);
      return false;
    }
  };
  const isAvailable = (): Promise<boolean> => (available ??= look());
  const secretsOf = (): Promise<Map<string, string>> => (encrypted ??= readSecrets(path, onProblem));

  const write = async (secrets: ReadonlyMap<string, string>): Promise<void> => {
    const partial = `${path}.partial`;
    await rm(partial, { force: true });
    await writeFile(partial, JSON.stringify({ version: 1, secrets: Object.fromEntries(secrets) }), { mode: 0o600, flush: true });
    await rename(partial, path);
  };

  const drop = async (name: string): Promise<void> => {
    const secrets = await secretsOf();
    if (secrets.delete(name)) await write(secrets);
  };

  const keep = async (name: string, secret: string): Promise<void> => {
    const secrets = await secretsOf();
    secrets.set(name, (await keychain.encryptStringAsync(secret)).toString('base64'));
    await write(secrets);
  };

  const set = async (name: string, secret: string | null): Promise<boolean> => {
    const lasting = await isAvailable();
    try {
      if (secret === null || !lasting) await drop(name);
      else await keep(name, secret);
    } catch (error) {
      onProblem(`a secret could not be kept: ${codeOf(error)}`);
      await memory.set(name, secret);
      return false;
    }
    await memory.set(name, lasting ? null : secret);
    return lasting;
  };

  const get = async (name: string): Promise<string | null> => {
    const known = await memory.get(name);
    if (known !== null) return known;
    const text = (await secretsOf()).get(name);
    if (text === undefined || !(await isAvailable())) return null;
    try {
      const { result, shouldReEncrypt } = await keychain.decryptStringAsync(Buffer.from(text, 'base64'));
      if (shouldReEncrypt) await keep(name, result);
      return result;
    } catch (error) {
      // Another keychain, another machine: the file stays, for the one that can read it.
      onProblem(`a secret could not be read: ${codeOf(error)}`);
      return null;
    }
  };

  return {
    get: (name) => inTurn(() => get(name)),
    set: async (name, secret) => ({ lasting: await inTurn(() => set(name, secret)) }),
    isLasting: () => isAvailable(),
  };
}

async function readSecrets(path: string, onProblem: (problem: string) => void): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(v.parse(fileSchema, JSON.parse(await readFile(path, 'utf8'))).secrets));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    const keptAs = `${path}.corrupt-${Date.now()}`;
    onProblem(`the file of secrets cannot be read (${codeOf(error)}); it is kept as ${keptAs}`);
    await rename(path, keptAs).catch(() => undefined);
    return new Map();
  }
}

/** A code or a kind; a message may hold what was being read. */
function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : 'unknown');
}
