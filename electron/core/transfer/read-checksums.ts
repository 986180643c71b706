import type { Readable } from 'node:stream';

/** One file of the list, with what follows it: our names need no escapes. */
const LINE = /\s*"([\w./-]{1,400})"\s*:\s*\{\s*"bytes"\s*:\s*\d{1,16}\s*,\s*"sha256"\s*:\s*"([0-9a-f]{64})"\s*\}\s*([,}])/y;
/** No line is as long, however it is indented. */
const LONGEST_LINE = 1000;

/**
 * The SHA-256 of each file of an archive by its name, read line by line as the list comes: 24 MB of brackets, which a zip
 * holds in nothing, would take a parser of JSON a gigabyte. Null where the list is none, or names what `has` does not know.
 */
export async function readChecksums(list: Readable, has: (name: string) => boolean): Promise<ReadonlyMap<string, string> | null> {
  const sums = new Map<string, string>();
  let waiting = '';
  let at: 'before' | 'within' | 'behind' = 'before';
  for await (const piece of list.setEncoding('latin1') as AsyncIterable<string>) {
    waiting += piece;
    if (at === 'before') {
      const head = /^\s*\{/.exec(waiting);
      if (!head) return null;
      at = 'within';
      waiting = waiting.slice(head[0].length);
    }
    let read = 0;
    while (at === 'within') {
      LINE.lastIndex = read;
      const [, name, sha256, next] = LINE.exec(waiting) ?? [];
      if (name === undefined || sha256 === undefined) break;
      if (!has(name)) return null;
      sums.set(name, sha256);
      read = LINE.lastIndex;
      if (next === '}') at = 'behind';
    }
    waiting = waiting.slice(read);
    if (waiting.length > LONGEST_LINE || (at === 'behind' && waiting.trim() !== '')) return null;
  }
  return at === 'behind' ? sums : null;
}
