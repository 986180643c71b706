import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request as an outlet saw it. */
export interface LoggedRequest {
  readonly at: number;
  readonly outlet: string;
  readonly method: string;
  readonly path: string;
  /** The request's headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** 0 until the answer ended; also where the asker went away first. */
  readonly status: number;
}

/** Every request to any outlet, oldest first. */
export class RequestLog {
  #rows: { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] }[] = [];

  add(outlet: string, request: IncomingMessage, response: ServerResponse): void {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const row = { at: Date.now(), outlet, method: request.method ?? '', path: request.url ?? '', headers, status: 0 };
    this.#rows.push(row);
    response.once('finish', () => {
      row.status = response.statusCode;
    });
  }

  all(): readonly LoggedRequest[] {
    return [...this.#rows];
  }

  clear(): void {
    this.#rows = [];
  }
}
