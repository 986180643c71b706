import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOTE = join(import.meta.dirname, '../../node_modules/.cache/monazite/electron-install.json');
const DAY_MS = 24 * 60 * 60 * 1000;
/** What fails sooner than this may be tried at every start; what keeps a person waiting longer may not. */
const LONG_MS = 5000;

/**
 * Remembers a download that took its time and failed, so that not every start of that day waits for it again. Another
 * mirror is another chance.
 * @param {string | undefined} mirror
 */
export function installNote(mirror, path = NOTE, now = Date.now) {
  const from = mirror ?? null;
  return {
    /** Why it failed last, in a few words; null where it is to be tried. @returns {string | null} */
    failedLately() {
      try {
        const note = JSON.parse(readFileSync(path, 'utf8'));
        const age = now() - note.at;
        return note.from === from && age >= 0 && age < DAY_MS ? String(note.reason) : null;
      } catch {
        return null;
      }
    },
    /** @param {string | null} reason - null where it succeeded @param {number} tookMs */
    write(reason, tookMs) {
      if (reason !== null && tookMs < LONG_MS) return;
      try {
        rmSync(path, { force: true });
        if (reason === null) return;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, JSON.stringify({ from, at: now(), reason }));
      } catch {
        // Where nothing can be written, the next start tries again.
      }
    },
  };
}
