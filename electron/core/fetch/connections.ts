import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { createProxyAgents, ProxyFailure, watchProxied } from './proxy-agents.ts';
import { isPrivateAnswer } from './private-host.ts';
import { publicLookup } from './public-lookup.ts';
import type { FindRoutes, Route } from './route.ts';
import { DIRECT } from './route.ts';
import { createSystemTrust } from './system-trust.ts';

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Connects to public addresses only, whatever the name's server says. */
  readonly publicOnly: boolean;
}

/** Where to connect for a host in place of where its name leads; null leaves it to the name. */
export type Connect = (url: URL) => { readonly address: string; readonly port: number } | null;

export interface ConnectionsOptions {
  /** Where to connect for a host on a straight way; by its name unless told otherwise. */
  readonly connect?: Connect | undefined;
  /** The ways to a server; left out: straight. */
  readonly routes?: FindRoutes | undefined;
  /** Certificates in PEM that the system trusts; left out: the system is asked, when one is needed. */
  readonly systemRoots?: (() => readonly string[]) | undefined;
}

export interface Reply {
  readonly response: IncomingMessage;
  readonly isProxied: boolean;
  /** Which of its addresses the name led to; null where a proxy or `connect` chose another way. */
  readonly address: string | null;
}

/** Kept connections to any number of servers. */
export interface Connections {
  /** Does one GET, without following redirects. Rejects with the system's error, or a ProxyFailure, where no answer comes. */
  get(url: URL, options: GetOptions): Promise<Reply>;
  close(): void;
}

const CONNECT_MS = 15_000;
/** A connection that nothing uses is closed after this. */
const IDLE_MS = 10_000;
const AGENT = { keepAlive: true, timeout: IDLE_MS };

/** A kept connection was of no use: its server closed it just when it was used again, or it leads where this request may not. Nothing of the request has been answered. */
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
export function createConnections({ connect = () => null, routes, systemRoots }: ConnectionsOptions = {}): Connections {
  const plain = new PlainAgent(AGENT);
  const secure = new SecureAgent(AGENT);
  const proxies = createProxyAgents(AGENT);
  const trust = createSystemTrust(systemRoots);

  /** On a straight way alone: through a proxy, it is the proxy that looks the name up. */
  function straight(url: URL, publicOnly: boolean) {
    const elsewhere = connect(url);
    return { ...(publicOnly && { lookup: publicLookup }), ...(elsewhere && { hostname: elsewhere.address, port: elsewhere.port, servername: url.hostname }) };
  }

  async function ask(url: URL, { headers, signal, publicOnly }: GetOptions, route: Route, secureContext: SecureContext | undefined): Promise<Reply> {
    const isSecure = url.protocol === 'https:';
    const isProxied = route.kind === 'proxy';
    const agent = isProxied ? await proxies.agentFor(route.url, url.protocol) : isSecure ? secure : plain;
    const settings = { headers: { host: url.host, ...headers }, signal, agent, secureContext, ...(!isProxied && straight(url, publicOnly)) };
    return await new Promise((resolve, reject) => {
      const request = isSecure ? secureRequest(url, settings) : plainRequest(url, settings);
      const meaningOf = isProxied ? watchProxied(request, route.url) : null;
      request.on('response', (response) => {
        // What is wrong with a body is told to its request; the body itself would only say that it ended early.
        request.on('error', (error) => {
          if (!response.complete) response.destroy(error);
        });
        resolve({ response, isProxied, address: isProxied || connect(url) ? null : (response.socket.remoteAddress ?? null) });
      });
      request.on('socket', (socket) => {
        // A kept one asks no name's server: whoever was asked before may have been allowed more.
        if (publicOnly && !isProxied && connect(url) === null && isPrivateAnswer(socket.remoteAddress ?? '')) request.destroy(new StaleConnection('a private address'));
        else boundConnecting(request, socket);
      });
      request.on('error', (error) => reject(failureOf(request, meaningOf?.(error) ?? error)));
      request.end();
    });
  }

  async function askTrusting(url: URL, options: GetOptions, route: Route): Promise<Reply> {
    for (;;) {
      const { context } = trust;
      try {
        return await ask(url, options, route, context);
      } catch (error) {
        // Each stale connection is one less: the last ask is over a new one.
        if (!(error instanceof StaleConnection) && !trust.mayKnow(error, context)) throw error;
      }
    }
  }

  return {
    async get(url, options) {
      const ways = routes ? await routes(url) : DIRECT;
      let failure: unknown = null;
      for (const route of ways) {
        try {
          return await askTrusting(url, options, route);
        } catch (error) {
          if (!(error instanceof ProxyFailure)) throw error;
          failure = error;
        }
      }
      throw failure;
    },
    close() {
      plain.destroy();
      secure.destroy();
      proxies.close();
    },
  };
}
