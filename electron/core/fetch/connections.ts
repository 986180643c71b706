import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import { publicLookup } from './public-lookup.ts';

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Connects to public addresses only, whatever the name's server says. */
  readonly publicOnly?: boolean;
}

/** Where to connect for a host in place of where its name leads; null leaves it to the name. */
export type Connect = (url: URL) => { readonly address: string; readonly port: number } | null;

/** Kept connections to any number of servers. */
export interface Connections {
  /** Does one GET, without following redirects. Rejects with the system's error where no answer comes. */
  get(url: URL, options: GetOptions): Promise<IncomingMessage>;
  close(): void;
}

const CONNECT_MS = 15_000;
/** A connection that nothing uses is closed after this. */
const IDLE_MS = 10_000;
const AGENT = { keepAlive: true, timeout: IDLE_MS };

/** A server closed a kept connection just when it was used again; nothing of the request has been answered. */
class StaleConnection extends Error {}

function failureOf(request: ClientRequest, error: NodeJS.ErrnoException): Error {
  return request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE') ? new StaleConnection(error.message, { cause: error }) : error;
}

function boundConnecting(request: ClientRequest, socket: Socket): void {
  if (!socket.connecting) return;
  const timer = setTimeout(() => request.destroy(Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT' })), CONNECT_MS);
  const done = () => clearTimeout(timer);
  socket.once('connect', done).once('close', done);
}

/**
 * Connections over Node's own HTTP client, which is in the binary: a client that is compiled at each start takes longer
 * to be ready than two hundred feeds take to answer.
 */
export function createConnections(connect: Connect = () => null): Connections {
  const plain = new PlainAgent(AGENT);
  const secure = new SecureAgent(AGENT);

  function ask(url: URL, { headers, signal, publicOnly = false }: GetOptions): Promise<IncomingMessage> {
    const elsewhere = connect(url);
    const options = {
      headers: { host: url.host, ...headers },
      signal,
      ...(publicOnly && { lookup: publicLookup }),
      ...(elsewhere && { hostname: elsewhere.address, port: elsewhere.port, servername: url.hostname }),
    };
    return new Promise((resolve, reject) => {
      const request = url.protocol === 'https:' ? secureRequest(url, { ...options, agent: secure }) : plainRequest(url, { ...options, agent: plain });
      request.on('response', (response) => {
        // What is wrong with a body is told to its request; the body itself would only say that it ended early.
        request.on('error', (error) => {
          if (!response.complete) response.destroy(error);
        });
        resolve(response);
      });
      request.on('socket', (socket) => boundConnecting(request, socket));
      request.on('error', (error) => reject(failureOf(request, error)));
      request.end();
    });
  }

  return {
    async get(url, options) {
      for (;;) {
        try {
          return await ask(url, options);
        } catch (error) {
          // Each stale connection is one less: the last ask is over a new one.
          if (!(error instanceof StaleConnection)) throw error;
        }
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}
