import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type Electron from 'electron';
import { currentPhase, ElectronMisuse, mustBeReady } from './phase.ts';

interface KeychainRecord {
  available: boolean;
  backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;
  /** The next answers of decryptStringAsync ask to encrypt again, as after a change of key. */
  rotated: boolean;
  key: Buffer;
}

function fresh(): KeychainRecord {
  return { available: true, backend: 'gnome_libsecret', rotated: false, key: randomBytes(32) };
}

/** The test's side: the system's keychain. Another `key` is another machine. */
export const keychain: KeychainRecord = fresh();

export function resetKeychain(): void {
  Object.assign(keychain, fresh());
}

function mustBeAvailable(what: string): void {
  mustBeReady(what);
  if (!keychain.available) throw new Error(`Error while ${what}: encryption is not available`);
}

/** The asynchronous form alone: what is deprecated is not there, and before ready everything is refused. */
export const safeStorage = {
  async isAsyncEncryptionAvailable() {
    mustBeReady('safeStorage.isAsyncEncryptionAvailable()');
    return keychain.available;
  },
  getSelectedStorageBackend() {
    return currentPhase() === 'starting' ? 'unknown' : keychain.backend;
  },
  async encryptStringAsync(plainText) {
    mustBeAvailable('safeStorage.encryptStringAsync()');
    if (typeof plainText !== 'string') throw new ElectronMisuse('safeStorage.encryptStringAsync() takes a string');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keychain.key, nonce);
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from('v10'), nonce, cipher.getAuthTag(), text]);
  },
  async decryptStringAsync(encrypted) {
    mustBeAvailable('safeStorage.decryptStringAsync()');
    if (!Buffer.isBuffer(encrypted)) throw new ElectronMisuse('safeStorage.decryptStringAsync() takes a Buffer');
    const decipher = createDecipheriv('aes-256-gcm', keychain.key, encrypted.subarray(3, 15));
    decipher.setAuthTag(encrypted.subarray(15, 31));
    const result = Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: keychain.rotated };
  },
} satisfies Partial<Electron.SafeStorage>;
