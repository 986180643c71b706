/** Few enough to be spread over one array at a time: a document may have millions. */
const CHUNK = 8192;

/** Bytes as text by a table of 256 characters. */
export function fromTable(bytes: Uint8Array, table: string): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(Array.from(bytes.subarray(at, at + CHUNK), (byte) => table.charAt(byte)).join(''));
  return parts.join('');
}
