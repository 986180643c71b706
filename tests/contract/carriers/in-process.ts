import { join } from 'node:path';
import { createReader } from '../../../electron/core/reader.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
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
    const reader = createReader({
      store: openStore({ profile, now: Date.now }),
      settings: createSettingsStore({ cwd: profile, onProblem: (problem) => console.error(problem) }),
      ingest: createIngestPool({ workerPath: join(OUT, 'ingest.cjs'), size: 1, userAgent: 'Monazite/test' }),
      now: Date.now,
      info: { version: '0.0.0', door: 'command', platform: process.platform, profile },
      unattended: false,
      onFault: (error) => console.error(error),
    });
    return {
      call: (method, args) => dispatch(reader.api, method, args, console.error),
      onEvent: (listener) => reader.onEvent(listener),
      close: () => reader.close(),
    };
  },
};
