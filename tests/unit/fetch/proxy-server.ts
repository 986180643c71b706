import { createServer, request as ask, Server as HttpServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Server as NetServer, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach } from 'vitest';

export interface ProxyServer {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  /** First line and headers of each request, CONNECT and absolute form alike. */
  readonly requests: IncomingMessage[];
}

export interface ProxyOptions {
  /** `user:password` that it wants. */
  readonly login?: string;
  /** What it answers to CONNECT instead of connecting. */
  readonly refuses?: string;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Starts a server, which ends with its sockets after the test; answers with its host and port. */
async function listening(server: NetServer, sockets: ReadonlySet<Socket>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
        if (server instanceof HttpServer) server.closeAllConnections();
      }),
  );
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real HTTP proxy that finds every name on this machine, at the port that is asked for. */
export async function startProxy({ login, refuses }: ProxyOptions = {}): Promise<ProxyServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const isWelcome = ({ headers }: IncomingMessage): boolean => login === undefined || headers['proxy-authorization'] === `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((request, response) => {
    requests.push(request);
    if (!isWelcome(request)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="p"' }).end();
      return;
    }
    const url = new URL(request.url ?? '');
    ask({ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).on('error', () => response.writeHead(502).end()).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    requests.push(request);
    sockets.add(socket);
    socket.on('error', () => undefined);
    const refusal = refuses ?? (isWelcome(request) ? null : 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="p"\r\n\r\n');
    if (refusal !== null) {
      socket.end(refusal);
      return;
    }
    const through = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    sockets.add(through);
    through.on('error', () => socket.destroy());
  });
  return { host: await listening(server, sockets), requests };
}

/** A SOCKS5 proxy (RFC 1928) without sign-in; `names` are those that it was asked for. */
export async function startSocks(): Promise<{ readonly host: string; readonly names: string[] }> {
  const names: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (asked: Buffer) => {
        const length = asked[4] ?? 0;
        names.push(asked.subarray(5, 5 + length).toString());
        const through = connect(asked.readUInt16BE(5 + length), '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
          through.pipe(socket).pipe(through);
        });
        sockets.add(through);
        through.on('error', () => socket.destroy());
      });
    });
  });
  return { host: await listening(server, sockets), names };
}
