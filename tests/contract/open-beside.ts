import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CallAnswer } from '../../electron/contract/api.ts';
import type { Carrier } from './carriers/carrier.ts';

export interface Site {
  readonly type: string;
  /** What stands at a path; nothing where it is left out. */
  readonly at: (path: string) => string | undefined;
}

export interface Beside {
  readonly profile: string;
  /** Address of the site, without a path. */
  readonly url: string;
  readonly call: (method: string, args: unknown) => Promise<CallAnswer>;
  /** The same, for what must succeed. */
  readonly ask: <Value>(method: string, args: unknown) => Promise<Value>;
  /** Ends the engine, and starts it again on its profile. */
  readonly restart: () => Promise<void>;
}

/** An engine over a carrier, with a profile of its own, beside a site that it can read. All of it is gone after the test. */
export async function openBeside(carrier: Carrier, { type, at }: Site): Promise<Beside> {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-contract-'));
  const site = createServer((request, response) => void response.writeHead(200, { 'content-type': type }).end(at(request.url ?? '') ?? ''));
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  let opened = await carrier.open(profile);
  onTestFinished(async () => {
    await opened.close();
    site.close();
    site.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    profile,
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    call: (method, args) => opened.call(method, args),
    async ask<Value>(method: string, args: unknown) {
      const answer = await opened.call(method, args);
      if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
      return answer.value as Value;
    },
    async restart() {
      await opened.close();
      opened = await carrier.open(profile);
    },
  };
}
