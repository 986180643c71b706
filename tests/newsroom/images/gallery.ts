import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SCENES } from './scenes.ts';

/** The names of all pictures. */
export const PICTURES: readonly string[] = Object.keys(SCENES);

const painted = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/** Painted pictures are kept between runs, under a name made from the painting code: new code paints anew. */
function cacheFolder(): string {
  const code = createHash('sha256');
  for (const file of readdirSync(import.meta.dirname).sort()) code.update(readFileSync(join(import.meta.dirname, file)));
  const folder = join(tmpdir(), `monazite-newsroom-pictures-${code.digest('hex').slice(0, 16)}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function paint(name: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./painter.ts', import.meta.url), { workerData: name });
    worker.once('message', (png: Uint8Array) => resolve(Buffer.from(png)));
    worker.once('error', reject);
  });
}

async function load(name: string): Promise<Buffer> {
  const file = join(cacheFolder(), `${name}.png`);
  try {
    return readFileSync(file);
  } catch {
    const turn = last.then(() => paint(name));
    last = turn.catch(() => undefined);
    const png = await turn;
    writeFileSync(`${file}.${process.pid}`, png);
    renameSync(`${file}.${process.pid}`, file);
    return png;
  }
}

/** A picture as a PNG file, painted once; null where no scene bears the name. */
export function picture(name: string): Promise<Buffer> | null {
  if (!Object.hasOwn(SCENES, name)) return null;
  let png = painted.get(name);
  if (!png) painted.set(name, (png = load(name)));
  return png;
}
