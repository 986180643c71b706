import type { CallAnswer, ReaderEvent, ReaderEventListener } from '../../../electron/contract/api.ts';
import { enterLoopback, startLoopback } from '../loopback-process.ts';
import type { Carrier } from './carrier.ts';

/** The built door over HTTP, as the window in a browser reaches it. */
export const loopback: Carrier = {
  name: 'loopback HTTP',
  async open(profile) {
    const door = startLoopback(profile);
    const { base, cookie } = await enterLoopback(await door.ready);
    const stop = new AbortController();
    const listeners = new Set<ReaderEventListener>();
    const events = await fetch(`${base}events`, { headers: { cookie }, signal: stop.signal });
    const listening = tellEvents(events, listeners);
    return {
      async call(method, args) {
        const response = await fetch(`${base}call/${method}`, {
          method: 'POST',
          headers: { cookie, origin: new URL(base).origin, 'content-type': 'application/json' },
          body: JSON.stringify(args),
        });
        return (await response.json()) as CallAnswer;
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async close() {
        stop.abort();
        await listening;
        door.child.kill('SIGTERM');
        await door.ended;
      },
    };
  },
};

async function tellEvents(response: Response, listeners: ReadonlySet<ReaderEventListener>): Promise<void> {
  let text = '';
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const parts = `${text}${chunk}`.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data === undefined) continue;
        for (const listener of listeners) listener(JSON.parse(data) as ReaderEvent);
      }
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}
