import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `deb` or `rpm` where the app came as such a package, which says so in its resources; else null. */
export function packageType(resources: string | undefined): string | null {
  if (resources === undefined) return null;
  try {
    return readFileSync(join(resources, 'package-type'), 'utf8').trim() || null;
  } catch {
    return null;
  }
}
