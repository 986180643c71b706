import type { Agent, AgentOptions, ClientRequest } from 'node:http';

/** The proxy did not let a request through; nothing of it reached the server. */
export class ProxyFailure extends Error {
  /** Host and port, without user and password. */
  readonly proxy: string;
  /** What the proxy answered to CONNECT, or null where it answered nothing. */
  readonly status: number | null;

  constructor(proxy: URL, status: number | null, options?: ErrorOptions) {
    super(status === null ? 'the proxy did not answer' : `the proxy answered ${status}`, options);
    this.proxy = proxy.host;
    this.status = status;
  }
}

export interface ProxyAgents {
  /** The agent for requests of a scheme through a proxy. */
  agentFor(proxy: URL, protocol: string): Promise<Agent>;
  close(): void;
}

/** One agent a proxy and scheme, each with connections of its own. What speaks to proxies is read only where there is one. */
export function createProxyAgents(options: AgentOptions): ProxyAgents {
  const agents = new Map<string, Promise<Agent>>();

  const make = async (proxy: URL, protocol: string): Promise<Agent> => {
    if (proxy.protocol.startsWith('socks')) {
      const { SocksProxyAgent } = await import('socks-proxy-agent');
      return new SocksProxyAgent(proxy, options);
    }
    if (protocol === 'https:') {
      const { HttpsProxyAgent } = await import('https-proxy-agent');
      return new HttpsProxyAgent(proxy, options);
    }
    const { HttpProxyAgent } = await import('http-proxy-agent');
    return new HttpProxyAgent(proxy, options);
  };

  return {
    agentFor(proxy, protocol) {
      const name = `${protocol} ${proxy.href}`;
      const known = agents.get(name);
      if (known) return known;
      const agent = make(proxy, protocol);
      agents.set(name, agent);
      return agent;
    },
    close() {
      for (const agent of agents.values()) void agent.then((open) => open.destroy());
      agents.clear();
    },
  };
}

/**
 * Watches a request that goes through a proxy. A refused CONNECT ends it: its agent would else hand on the proxy's answer as
 * the server's, and whoever sits on the line could write that. Answers with what an error of the request means.
 */
export function watchProxied(request: ClientRequest, proxy: URL): (error: Error) => Error {
  let isThrough = request.reusedSocket;
  request.on('proxyConnect', ({ statusCode }: { readonly statusCode?: number }) => {
    if (statusCode !== undefined && statusCode !== 200) request.destroy(new ProxyFailure(proxy, statusCode));
  });
  request.on('proxy', () => {
    isThrough = true;
  });
  return (error) => (error instanceof ProxyFailure || isThrough || request.reusedSocket || request.destroyed && error.name === 'AbortError' ? error : new ProxyFailure(proxy, null, { cause: error }));
}
