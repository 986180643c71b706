import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function listen(handler: Handler, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** A server on 127.0.0.1 that can go dark and come back on the same port. */
export class Listening {
  readonly port: number;
  #handler: Handler;
  #server: Server | null;

  private constructor(handler: Handler, server: Server) {
    this.#handler = handler;
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Port 0 takes any free one. Rejects where the port is taken. */
  static async open(handler: Handler, port: number): Promise<Listening> {
    return new Listening(handler, await listen(handler, port));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Cuts every connection and refuses new ones. */
  async goDark(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  async comeBack(): Promise<void> {
    this.#server ??= await listen(this.#handler, this.port);
  }
}
