import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

/** How to reach the instance that holds a profile. Readable by the profile's owner alone; stale after a crash, which is harmless. */
export interface InstanceFile {
  readonly pid: number;
  /** Path of a Unix domain socket, or name of a Windows pipe. */
  readonly socket: string;
  readonly secret: string;
}

const schema = v.object({ pid: v.number(), socket: v.string(), secret: v.pipe(v.string(), v.minLength(20)) });

/** macOS allows 104 bytes in a socket's path, its end mark included; Linux 108. */
const MAX_SOCKET_BYTES = 100;

export function newInstance(profile: string, platform: NodeJS.Platform = process.platform): InstanceFile {
  return { pid: process.pid, socket: socketPath(profile, platform), secret: randomBytes(32).toString('base64url') };
}

function socketPath(profile: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') {
    const hash = createHash('sha256').update(profile).digest('hex').slice(0, 16);
    return `\\\\.\\pipe\\monazite-${hash}-${randomBytes(6).toString('hex')}`;
  }
  const path = join(profile, 'instance.sock');
  return Buffer.byteLength(path) <= MAX_SOCKET_BYTES ? path : join(mkdtempSync(join(tmpdir(), 'monazite-')), 'instance.sock');
}

/** Null where there is no such file, or none that makes sense. */
export function readInstance(profile: string): InstanceFile | null {
  try {
    const result = v.safeParse(schema, JSON.parse(readFileSync(instancePath(profile), 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export function writeInstance(profile: string, instance: InstanceFile): void {
  const path = instancePath(profile);
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, JSON.stringify(instance), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Removes the file, unless another instance has put its own there. */
export function removeInstance(profile: string, instance: InstanceFile): void {
  if (readInstance(profile)?.secret === instance.secret) rmSync(instancePath(profile), { force: true });
}

function instancePath(profile: string): string {
  return join(profile, 'instance.json');
}
