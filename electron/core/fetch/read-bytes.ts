import type { IncomingMessage } from 'node:http';
import type { BodyHold } from './body-room.ts';

/** Bytes of an unwanted body that are read so that its connection can be kept. */
const WORTH_KEEPING = 16_384;

/** How long such a body may take, in milliseconds. */
const WORTH_WAITING = 5_000;
/** Of one piece. A body in pieces of a byte each would take some hundred times its size, and the thread with it. */
const MOST_CHUNKS = 256;

/** Pieces of a body, put together as they come where they are many. */
class Pieces {
  #large: Buffer[] = [];
  #small: Buffer[] = [];

  add(chunk: Buffer): void {
    this.#small.push(chunk);
    if (this.#small.length === MOST_CHUNKS) this.#large.push(Buffer.concat(this.#small.splice(0)));
  }

  whole(length: number): Buffer {
    const pieces = [...this.#large, ...this.#small];
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, length);
  }
}

/** The whole body, or null, and the download ended, where it is longer than `most` bytes. Rejects where it ends before its end. */
export function readBytes(response: IncomingMessage, most: number, hold?: BodyHold): Promise<Uint8Array | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | null>();
  const pieces = new Pieces();
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    pieces.add(chunk);
    hold?.add(chunk.length);
    if (length > most) {
      resolve(null);
      response.destroy();
    } else if (hold?.isFull()) {
      response.pause();
      void hold.room().then(() => response.resume());
    }
  });
  response.on('end', () => resolve(pieces.whole(length)));
  response.on('error', reject);
  const early = () => reject(response.errored ?? Object.assign(new Error('the body ended early'), { code: 'ECONNRESET' }));
  // After its end this says nothing new.
  response.on('close', early);
  // Head and damage can come in one packet: then it is over before anybody could listen, and would never say so again.
  if (response.destroyed && !response.readableEnded) early();
  return promise;
}

/** Lets go of a body that nobody wants; its failure changes nothing that the status said. */
export function discardBody(response: IncomingMessage): void {
  let length = 0;
  const timer = setTimeout(() => response.destroy(), WORTH_WAITING).unref();
  response.on('close', () => clearTimeout(timer));
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > WORTH_KEEPING) response.destroy();
  });
}
