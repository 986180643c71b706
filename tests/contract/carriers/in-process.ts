import { join } from 'node:path';
import { createLibraryHost } from '../../../electron/core/library-host.ts';
import { createReader } from '../../../electron/core/reader.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
import { createCopyThread } from '../../../electron/core/store/copy-thread.ts';
import { openStore } from '../../../electron/core/store/open-store.ts';
import { dispatch } from '../../../electron/shell/dispatch.ts';
import { openProfile } from '../../../electron/shell/profile.ts';
import { createSettingsStore } from '../../../electron/shell/settings-store.ts';
import { OUT } from '../out.ts';
import type { Carrier } from './carrier.ts';

/** The engine in this very process, as any program that embeds it would have it. */
export const inProcess: Carrier = {
  name: 'in process',
  async open(profile) {
    openProfile(profile);
    const settings = createSettingsStore({ cwd: profile, onProblem: (problem) => console.error(problem) });
    const info = { version: '0.0.0', door: 'command', platform: process.platform, profile } as const;
    const library = createLibraryHost({
      profile, now: Date.now, settings, info, unattended: false,
      copies: createCopyThread(join(OUT, 'backup.cjs')),
      onFault: (error) => console.error(error),
      openStore: (onDamage) => openStore({ profile, now: Date.now, onDamage }),
      join: (store) =>
        createReader({
          store, settings, info, now: Date.now, unattended: false,
          ingest: createIngestPool({ workerPath: join(OUT, 'ingest.cjs'), size: 1, userAgent: 'Monazite/test' }),
          onFault: (error) => console.error(error),
        }),
    });
    return {
      call: (method, args) => dispatch(library.api, method, args, console.error),
      onEvent: (listener) => library.onEvent(listener),
      close: () => library.close(),
    };
  },
};
