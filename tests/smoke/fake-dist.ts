import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Electron's binary carries ahead of its fuses, so that tools find them. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, then nine fuses as Electron ships them: on, off, … */
const FUSE_WIRE = '\x01\x0910000010r';

/** A folder as Electron's release holds it, with nothing that runs. */
export function makeFakeDist(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\nexit 1\n${FUSE_SENTINEL}${FUSE_WIRE}`, 'latin1');
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), '');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '');
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
}
