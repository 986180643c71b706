import { timingSafeEqual } from 'node:crypto';
import { chmodSync, rmdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, resolve } from 'node:path';
import type { ReaderBridge } from '../contract/api.ts';
import { newInstance, removeInstance, writeInstance } from './instance-file.ts';
import { answerCall } from './read-call.ts';

export interface InstanceEndpointOptions {
  readonly profile: string;
  readonly call: ReaderBridge['call'];
  /** Brings the app to the person: shows a window, or answers with the address that opens it. */
  readonly activate: () => Promise<Activation>;
}

export interface Activation {
  readonly door: 'electron' | 'loopback';
  /** Where the app is to be opened; null where a window was brought to the front, so that nothing opens twice. */
  readonly address: string | null;
}

export interface InstanceEndpoint {
  close(): Promise<void>;
}

/**
 * Lets other processes of the same person reach the instance that holds the profile: the command line is answered by
 * it, and a second start wakes it. To be started by whoever holds the profile's lock, and by nobody else.
 */
export async function startInstanceEndpoint(options: InstanceEndpointOptions): Promise<InstanceEndpoint> {
  const instance = newInstance(options.profile);
  const pipe = process.platform === 'win32';
  // We hold the lock, so whatever is at this path was left by one that was killed.
  if (!pipe) rmSync(instance.socket, { force: true });
  const server = createServer((request, response) => {
    void answer(request, response, options, instance.secret);
  });
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(instance.socket, listening);
  });
  if (!pipe) chmodSync(instance.socket, 0o600);
  writeInstance(options.profile, instance);

  async function close(): Promise<void> {
    removeInstance(options.profile, instance);
    const closed = new Promise<void>((ended) => server.close(() => ended()));
    server.closeAllConnections();
    await closed;
    const folder = dirname(instance.socket);
    // Never more than the empty folder that was made for the socket.
    if (!pipe && folder !== resolve(options.profile)) rmdirSync(folder);
  }
  let closing: Promise<void> | null = null;
  return { close: () => (closing ??= close()) };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: InstanceEndpointOptions, secret: string): Promise<void> {
  const path = request.url ?? '/';
  if (!sameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) return send(response, 403, {});
  if (request.method !== 'POST') return send(response, 405, {});
  if (path.startsWith('/call/')) return send(response, 200, await answerCall(request, path.slice('/call/'.length), options.call));
  if (path !== '/activate') return send(response, 404, {});
  try {
    return send(response, 200, await options.activate());
  } catch (error) {
    return send(response, 500, { message: String(error) });
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(value));
}

function sameSecret(given: string, ours: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(ours)];
  return a.length === b.length && timingSafeEqual(a, b);
}
