import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 1_000_000;

/**
 * Writes problems to stderr and to `monazite.log` in a folder, one line each; the file before is kept as
 * `monazite.old.log`. An app that was started from a desktop has no other place to say what went wrong.
 */
export function createProblemLog(folder: string, now: () => Date): (message: string) => void {
  const path = join(folder, 'monazite.log');
  return (message) => {
    const entry = `${now().toISOString()} ${message.replaceAll('\n', '\n  ')}\n`;
    process.stderr.write(entry);
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, join(folder, 'monazite.old.log'));
      appendFileSync(path, entry);
    } catch (error) {
      process.stderr.write(`the log cannot be written: ${String(error)}\n`);
    }
  };
}
