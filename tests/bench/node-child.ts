import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a file of this folder in a process of its own and gives what it prints. Rejects where it fails or takes ten minutes. */
export async function nodeChild(file: string, ...args: readonly (string | number)[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, file), ...args.map(String)], { timeout: 600_000, maxBuffer: 1 << 26 });
  return stdout;
}

/** Runs `work` with the port of a load server that is ended afterwards. */
export async function withLoadServer<T>(feeds: number, items: number, work: (port: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load-server.ts'), String(feeds), String(items)], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<number>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))));
    return await work(port);
  } finally {
    child.kill('SIGKILL');
  }
}
