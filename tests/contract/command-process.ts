import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CallAnswer } from '../../electron/contract/api.ts';
import type { WireError } from '../../electron/contract/errors.ts';

const LAUNCHER = join(import.meta.dirname, '../../electron/launch/call.mjs');

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `call` as the npm script does. */
export async function runCommand(args: readonly string[], stdin = ''): Promise<CommandResult> {
  const child = spawn(process.execPath, [LAUNCHER, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>]);
  return { code, stdout, stderr };
}

/** What a command's one line and its exit code say, as every carrier answers. Throws where the two do not fit. */
export function commandAnswer({ code, stdout, stderr }: CommandResult): CallAnswer {
  const lines = stdout.split('\n');
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`Expected one line, heard ${JSON.stringify(stdout)}; ${stderr}`);
  const value = JSON.parse(lines[0] ?? '') as { error?: WireError };
  if (code === 0 && !value.error) return { ok: true, value };
  if (code === 1 && value.error) return { ok: false, error: value.error };
  throw new Error(`Exit code ${code} with ${stdout}`);
}
