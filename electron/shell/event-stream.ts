import type { ServerResponse } from 'node:http';
import type { ReaderEventListener } from '../contract/api.ts';

/** Below the idle limit of any proxy or sleeping radio, and how soon a page learns that the app is gone. */
const HEARTBEAT_MS = 15_000;

/** A page that has stopped reading is dropped here rather than kept in memory; it connects again and asks anew. */
const MAX_BACKLOG_BYTES = 1024 * 1024;

export interface EventStream {
  /** Answers a request with the stream of what changes, as server-sent events. */
  open(response: ServerResponse): void;
  /** Pages that listen now. */
  readonly size: number;
  close(): void;
}

export function createEventStream(onEvent: (listener: ReaderEventListener) => () => void): EventStream {
  const pages = new Set<ServerResponse>();

  function send(text: string): void {
    for (const page of pages) {
      if (page.writableLength > MAX_BACKLOG_BYTES) page.destroy();
      else page.write(text);
    }
  }

  const stopListening = onEvent((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  return {
    open(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      response.write(':\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    get size() {
      return pages.size;
    },
    close() {
      stopListening();
      clearInterval(heartbeat);
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
