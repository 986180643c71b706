import type { ReaderBridge, ReaderEvent } from '../../contract/api.ts';
import type { Counts } from '../../contract/model.ts';

const CHANGES_COUNT: ReadonlySet<ReaderEvent['kind']> = new Set(['articles', 'status', 'feeds', 'rules', 'library']);
/** Milliseconds between two questions: during a refresh every source tells of its articles. */
const PAUSE_MS = 500;

export interface UnreadOptions {
  readonly reader: ReaderBridge;
  readonly tell: (unread: number) => void;
  readonly pauseMs?: number;
}

/** Tells how many articles are unread, at once and whenever that may have changed, each number once. Returns the way to stop. */
export function followUnread({ reader, tell, pauseMs = PAUSE_MS }: UnreadOptions): () => void {
  let known: number | null = null;
  let asking = false;
  let again = false;
  let stopped = false;

  const ask = async (): Promise<void> => {
    again = true;
    if (asking) return;
    asking = true;
    while (again) {
      again = false;
      const answer = await reader.call('counts', {});
      // An engine without its library says so elsewhere.
      const unread = answer.ok ? (answer.value as Counts).unread : (known ?? 0);
      if (!stopped && unread !== known) tell((known = unread));
      await new Promise((done) => { setTimeout(done, pauseMs).unref(); });
    }
    asking = false;
  };

  const stop = reader.onEvent(({ kind }) => {
    if (CHANGES_COUNT.has(kind)) void ask();
  });
  void ask();
  return () => {
    stopped = true;
    again = false;
    stop();
  };
}
