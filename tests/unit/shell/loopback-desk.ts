import { request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import type { CallAnswer, ReaderEvent, ReaderEventListener } from '../../../electron/contract/api.ts';
import { startLoopbackServer } from '../../../electron/shell/loopback-server.ts';
import type { LoopbackServer } from '../../../electron/shell/loopback-server.ts';

export interface Heard {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

interface Door {
  readonly server: LoopbackServer;
  readonly calls: { method: string; args: unknown }[];
  readonly bundle: string[];
  emit(event: ReaderEvent): void;
}

/** A door on a port of its own, closed behind the test. */
export async function openDoor(options: { answer?: CallAnswer; benchReadyUrl?: string; openOutside?: (url: string) => Promise<boolean> } = {}): Promise<Door> {
  const calls: Door['calls'] = [];
  const bundle: string[] = [];
  const listeners = new Set<ReaderEventListener>();
  const server = await startLoopbackServer({
    bridge: {
      call: async (method, args) => {
        calls.push({ method, args });
        return options.answer ?? { ok: true, value: { method } };
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    serveBundle: async (asked) => {
      bundle.push(asked.url);
      return new Response('<!doctype html>', { headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" } });
    },
    benchReadyUrl: options.benchReadyUrl,
    openOutside: options.openOutside ?? null,
  });
  onTestFinished(() => server.close());
  return { server, calls, bundle, emit: (event) => listeners.forEach((listener) => listener(event)) };
}

/** node:http, since fetch may set neither Host nor Origin. */
export function ask(url: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The cookie that the token is exchanged for. */
export async function enter(server: LoopbackServer): Promise<string> {
  const { headers } = await ask(server.address);
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

export const json = { 'content-type': 'application/json' };
