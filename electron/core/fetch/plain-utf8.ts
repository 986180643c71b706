import { isUtf8 } from 'node:buffer';
import { claimsOf, escapedIn, markOf, widthOf } from './encoding-signs.ts';

/** Behind all byte order marks of UTF-8 but the last: some publishers put one document's mark before another's. */
function markedOnce(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (markOf(bytes.subarray(at + 3)) === 'utf-8') at += 3;
  return at === 0 ? bytes : bytes.subarray(at);
}

/** A document's bytes where they are valid UTF-8 and meant so, perhaps with a byte order mark, as most are; null where decodeText must tell. */
export function plainUtf8(bytes: Uint8Array, contentType: string | null): Uint8Array | null {
  if (!isUtf8(bytes)) return null;
  const certain = markOf(bytes) ?? widthOf(bytes);
  if (certain === 'utf-8') return markedOnce(bytes);
  return certain === null && escapedIn(bytes, claimsOf(bytes, contentType)) === undefined ? bytes : null;
}
