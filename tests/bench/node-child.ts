import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { ROOT, nodeEntry } from '../../electron/build/entries.mjs';

/** Runs a file of this folder in a process of its own and gives what it prints. Rejects where it fails or takes ten minutes. */
export async function nodeChild(file: string, ...args: readonly (string | number)[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, file), ...args.map(String)], { timeout: 600_000, maxBuffer: 1 << 26 });
  return stdout;
}

/**
 * Builds a file of this folder into another, as the doors are built, and gives a way to run it as they are run: with the compiled
 * code kept. Node would else take the types out of each source at each start, and count as a refresh's what no door does.
 */
export async function builtChild(name: string, folder: string): Promise<(...args: readonly (string | number)[]) => Promise<string>> {
  const config = nodeEntry(name, { outDir: folder, version: '0' });
  const rolldownOptions = { ...config.build?.rolldownOptions, input: { [name]: join(import.meta.dirname, `${name}.ts`) }, output: { format: 'es', entryFileNames: '[name].mjs' } } as const;
  await build({ ...config, build: { ...config.build, rolldownOptions } });
  const env = { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/monazite') };
  return async (...args) => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, `${name}.mjs`), ...args.map(String)], { env, timeout: 600_000, maxBuffer: 1 << 26 });
    return stdout;
  };
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
