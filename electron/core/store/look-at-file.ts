import { statSync } from 'node:fs';

/** How a file looks by time and size, `-` where it is empty or none: whatever is written to it changes that. */
export function lookAtFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.size > 0 ? `${found.mtimeMs}:${found.size}` : '-';
}
