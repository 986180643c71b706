import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { MOST_OFFERED_BYTES, type Offer } from '../../contract/desktop.ts';
import type { OpenRequest } from './open-request.ts';

/** Reads what a request names. Null, and `onProblem` hears why, where a file cannot be read or is no subscription list by its size. */
export async function readOffer(request: OpenRequest, onProblem: (message: string) => void): Promise<Offer | null> {
  if (request.kind !== 'file') return request;
  try {
    const bytes = await readBounded(request.path);
    return { kind: 'opml', name: basename(request.path).slice(0, 500), base64: bytes.toString('base64') };
  } catch (error) {
    onProblem(`a file could not be opened: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** Through one handle, so that what is read is what was measured. */
async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error(`${path} is no file`);
    if (stats.size > MOST_OFFERED_BYTES) throw new Error(`${path} has ${stats.size} bytes, more than a subscription list may`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
