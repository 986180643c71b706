import type { CallAnswer, ReaderBridge, ReaderEvent, ReaderEventListener, ReaderMethod } from '../../electron/contract/api.ts';

const RETRY_MS = 1500;

/** A server that goes away between two calls is not a fault of the call: it is said as `engine-stopped`. */
function stopped(reason: unknown): CallAnswer {
  const message = reason instanceof Error ? reason.message : String(reason);
  return { ok: false, error: { code: 'engine-stopped', message, detail: {} } };
}

/** The stream of events opened (`whole`: with all that was told since the first answers), or something of it was missed, or it stays lost for 1.5 s. */
export type StreamState = 'open' | 'whole' | 'missed' | 'lost';

export interface HttpBridge extends ReaderBridge {
  onStream(listener: (state: StreamState) => void): () => void;
}

/** What is stored as the page goes away, or was asked for just before: where the reader is, what was scrolled past, a note that is being written. */
const OUTLIVING: ReadonlySet<string> = new Set(['setSettings', 'setRead', 'markRead', 'setBookmarked', 'setNote', 'changeHighlight'] satisfies ReaderMethod[]);
/** Characters of a body. Browsers refuse what is to outlive its page from 64 KiB on, of all such calls together; a character takes three bytes at most. */
const MOST_OUTLIVING = 8000;

async function answerOf<A = CallAnswer>(asked: Promise<Response>): Promise<A | CallAnswer> {
  try {
    const response = await asked;
    if (!response.headers.get('content-type')?.includes('json')) return stopped(`HTTP ${response.status}`);
    return (await response.json()) as A;
  } catch (error) {
    return stopped(error);
  }
}

/**
 * The loopback door: `POST call/<method>` answers a CallAnswer, `events` is a stream of ReaderEvents. The cookie carries the token.
 * What the first screen shows is at `first`, which the browser was told to ask for together with the page; it says where the
 * events begin that follow it, so the stream is opened behind it; a page that is no first screen leaves it be.
 */
export function createHttpBridge(base: string, { isFirst = true }: { readonly isFirst?: boolean } = {}): HttpBridge {
  const listeners = new Set<ReaderEventListener>();
  const streamListeners = new Set<(state: StreamState) => void>();
  let source: EventSource | null = null;
  let lost: ReturnType<typeof setTimeout> | null = null;
  /** Where the events begin that follow the first answers; null where these were not to be had, or the stream was opened there. */
  let after: number | null = null;
  let begun: Promise<unknown> | null = null;
  let listening = false;
  /** Until somebody takes them. */
  let first: Promise<CallAnswer> | null = null;

  function tell(state: StreamState): void {
    for (const listener of streamListeners) listener(state);
  }

  function open(): void {
    let whole = after !== null;
    source = new EventSource(new URL(after === null ? 'events' : `events?after=${after}`, base));
    after = null;
    source.onopen = () => {
      if (lost) clearTimeout(lost);
      lost = null;
      tell(whole ? 'whole' : 'open');
      // The browser opens a dropped stream by itself; what it missed meanwhile nobody has counted.
      whole = false;
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ReaderEvent;
      for (const listener of listeners) listener(event);
    };
    source.addEventListener('missed', () => tell('missed'));
    source.onerror = () => {
      lost ??= setTimeout(() => {
        lost = null;
        tell('lost');
        // A refused stream is closed for good by the browser; a dropped one it opens again by itself.
        if (source?.readyState === EventSource.CLOSED) open();
      }, RETRY_MS);
    };
  }

  async function askFirst(): Promise<CallAnswer> {
    const told = await answerOf<{ readonly told: number; readonly answer: CallAnswer }>(fetch(new URL('first', base)));
    if (!('answer' in told)) return told;
    after = told.told;
    return told.answer;
  }

  function begin(): Promise<unknown> {
    if (begun) return begun;
    first = askFirst();
    begun = first.then(() => undefined);
    return begun;
  }

  function takeFirst(): Promise<CallAnswer> | null {
    void begin();
    const taken = first;
    first = null;
    return taken;
  }

  return {
    async call(method, args) {
      const taken = method === 'firstScreen' ? takeFirst() : null;
      if (taken) return taken;
      const body = JSON.stringify(args === undefined ? {} : args);
      return answerOf(
        fetch(new URL(`call/${method}`, base), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          keepalive: OUTLIVING.has(method) && body.length < MOST_OUTLIVING,
        }),
      );
    },
    onEvent(listener) {
      listeners.add(listener);
      if (!listening) void (isFirst ? begin() : Promise.resolve()).then(open);
      listening = true;
      return () => listeners.delete(listener);
    },
    onStream(listener) {
      streamListeners.add(listener);
      return () => streamListeners.delete(listener);
    },
  };
}
