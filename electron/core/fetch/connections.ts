import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { createProxyAgents, ProxyFailure, watchProxied } from './proxy-agents.ts';
import type { FindRoutes, Route } from './route.ts';
import { DIRECT } from './route.ts';
import { createSystemTrust } from './system-trust.ts';

export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface ConnectionsOptions {
  /** The ways to a server; left out: straight. */
  readonly routes?: FindRoutes | undefined;
  /** Certificates in PEM that the system trusts; left out: the system is asked, when one is needed. */
  readonly systemRoots?: (() => readonly string[]) | undefined;
}

/** Kept connections to any number of servers. */
export interface Connections {
  /** Does one GET, without following redirects. Rejects with the system's error, or a ProxyFailure, where no answer comes. */
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
export function createConnections({ routes, systemRoots }: ConnectionsOptions = {}): Connections {
  const plain = new PlainAgent(AGENT);
  const secure = new SecureAgent(AGENT);
  const proxies = createProxyAgents(AGENT);
  const trust = createSystemTrust(systemRoots);

  async function ask(url: URL, options: GetOptions, route: Route, secureContext: SecureContext | undefined): Promise<IncomingMessage> {
    const isSecure = url.protocol === 'https:';
    const agent = route.kind === 'proxy' ? await proxies.agentFor(route.url, url.protocol) : isSecure ? secure : plain;
    return await new Promise((resolve, reject) => {
      const settings = { ...options, agent, secureContext };
      const request = isSecure ? secureRequest(url, settings) : plainRequest(url, settings);
      const meaningOf = route.kind === 'proxy' ? watchProxied(request, route.url) : null;
      request.on('response', resolve);
      request.on('socket', (socket) => boundConnecting(request, socket));
      request.on('error', (error) => reject(failureOf(request, meaningOf?.(error) ?? error)));
      request.end();
    });
  }

  async function askTrusting(url: URL, options: GetOptions, route: Route): Promise<IncomingMessage> {
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
