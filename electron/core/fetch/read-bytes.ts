import type { IncomingMessage } from 'node:http';

/** Bytes of an unwanted body that are read so that its connection can be kept. */
const WORTH_KEEPING = 16_384;

/** The whole body, or null, and the download ended, where it is longer than `most` bytes. Rejects where it ends before its end. */
export function readBytes(response: IncomingMessage, most: number): Promise<Uint8Array | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | null>();
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    chunks.push(chunk);
    if (length <= most) return;
    resolve(null);
    response.destroy();
  });
  response.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)));
  response.on('error', reject);
  // After its end this says nothing new.
  response.on('close', () => reject(Object.assign(new Error('the body ended early'), { code: 'ECONNRESET' })));
  return promise;
}

/** Lets go of a body that nobody wants; its failure changes nothing that the status said. */
export function discardBody(response: IncomingMessage): void {
  let length = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > WORTH_KEEPING) response.destroy();
  });
}
