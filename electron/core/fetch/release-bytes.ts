/**
 * Gives back what holds bytes that nobody looks at any more; they are empty from then on. They lie outside of the heap, where
 * only a look through all of it finds that they are gone: thousands of bodies would each bring such a look nearer. Bytes that
 * share what holds them with others, as small ones do, are left alone.
 */
export function releaseBytes({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength > Buffer.poolSize && byteLength > buffer.byteLength / 2) buffer.transfer(0);
}
