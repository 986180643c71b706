import type { ServerResponse } from 'node:http';
import type { ReaderEventListener } from '../contract/api.ts';

/** Below the idle limit of any proxy or sleeping radio, and how soon a page learns that the app is gone. */
const HEARTBEAT_MS = 15_000;

/** A page that has stopped reading is dropped here rather than kept in memory; it connects again and asks anew. */
const MAX_BACKLOG_BYTES = 1024 * 1024;

/** What is kept for a page that was answered before it listens: it does so within a second or two. */
const KEPT_EVENTS = 512;

export interface EventStream {
  /** How many events there have been: what is answered from now on is no older than the last of them. */
  readonly told: number;
  /**
   * Answers a request with the stream of what changes, as server-sent events. With `after`, a number of `told`, what came since
   * then is told first, or, where that is not known any more, that something was missed.
   */
  open(response: ServerResponse, after?: number): void;
  /** Pages that listen now. */
  readonly size: number;
  close(): void;
}

export function createEventStream(onEvent: (listener: ReaderEventListener) => () => void): EventStream {
  const pages = new Set<ServerResponse>();
  const kept: string[] = [];
  let told = 0;

  function send(text: string): void {
    for (const page of pages) {
      if (page.writableLength > MAX_BACKLOG_BYTES) page.destroy();
      else page.write(text);
    }
  }

  const stopListening = onEvent((event) => {
    told += 1;
    // The browser says the number of the last one when it opens a stream that dropped.
    const text = `id: ${told}\ndata: ${JSON.stringify(event)}\n\n`;
    kept.push(text);
    if (kept.length > KEPT_EVENTS) kept.shift();
    send(text);
  });
  const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  return {
    get told() {
      return told;
    },
    open(response, after = told) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      response.write(':\n\n');
      const since = told - after;
      if (since < 0 || since > kept.length) response.write('event: missed\ndata:\n\n');
      else if (since > 0) response.write(kept.slice(-since).join(''));
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
