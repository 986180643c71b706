import type { CallAnswer, ReaderBridge, ReaderEvent, ReaderEventListener } from '../../electron/contract/api.ts';

const RETRY_MS = 1500;

/** A server that goes away between two calls is not a fault of the call: it is said as `engine-stopped`. */
function stopped(reason: unknown): CallAnswer {
  const message = reason instanceof Error ? reason.message : String(reason);
  return { ok: false, error: { code: 'engine-stopped', message, detail: {} } };
}

export interface HttpBridge extends ReaderBridge {
  /** Told when the event stream opens (true) or stays lost for 1.5 s (false). */
  onAlive(listener: (alive: boolean) => void): () => void;
}

/** The loopback door: `POST call/<method>` answers a CallAnswer, `events` is a stream of ReaderEvents. The cookie carries the token. */
export function createHttpBridge(base: string): HttpBridge {
  const listeners = new Set<ReaderEventListener>();
  const aliveListeners = new Set<(alive: boolean) => void>();
  let source: EventSource | null = null;
  let lost: ReturnType<typeof setTimeout> | null = null;

  function tell(alive: boolean): void {
    for (const listener of aliveListeners) listener(alive);
  }

  function open(): void {
    source = new EventSource(new URL('events', base));
    source.onopen = () => {
      if (lost) clearTimeout(lost);
      lost = null;
      tell(true);
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ReaderEvent;
      for (const listener of listeners) listener(event);
    };
    source.onerror = () => {
      lost ??= setTimeout(() => {
        lost = null;
        tell(false);
        // A refused stream is closed for good by the browser; a dropped one it opens again by itself.
        if (source?.readyState === EventSource.CLOSED) open();
      }, RETRY_MS);
    };
  }

  return {
    async call(method, args) {
      try {
        const response = await fetch(new URL(`call/${method}`, base), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(args === undefined ? {} : args),
          // The place is stored as the page goes away.
          keepalive: method === 'setSettings',
        });
        if (!response.headers.get('content-type')?.includes('json')) return stopped(`HTTP ${response.status}`);
        return (await response.json()) as CallAnswer;
      } catch (error) {
        return stopped(error);
      }
    },
    onEvent(listener) {
      listeners.add(listener);
      if (!source) open();
      return () => listeners.delete(listener);
    },
    onAlive(listener) {
      aliveListeners.add(listener);
      return () => aliveListeners.delete(listener);
    },
  };
}
