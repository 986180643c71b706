import { ReaderError } from '../contract/errors.ts';
import type { TransferProgress } from '../contract/transfer.ts';
import type { Announce } from './pace/announcer.ts';
import type { ThreadShare } from './pace/thread-share.ts';

/** What a transfer under way is told and tells. */
export interface Transfer {
  /** Says how far it has come, and lets others come between. Rejects with `transfer-cancelled`, or `engine-stopped`. */
  readonly step: (done: number, total: number) => Promise<void>;
}

/** The one export or import of articles that may run at a time. */
export interface Transfers {
  /** Throws `transfer-running`. */
  run<T>(kind: 'export' | 'import', work: (transfer: Transfer) => Promise<T>): Promise<T>;
  progress(): TransferProgress;
  cancel(): void;
  /** Stops what runs, and answers once it has ended. */
  close(): Promise<void>;
}

const IDLE: TransferProgress = { running: null, done: 0, total: 0 };

/** @param share lets the calls of others come between. */
export function createTransfers({ announce, share }: { readonly announce: Announce; readonly share: ThreadShare }): Transfers {
  let progress = IDLE;
  let cancelled = false;
  let underWay: Promise<unknown> | null = null;

  const tell = (next: TransferProgress): void => {
    progress = next;
    announce({ kind: 'transfer' });
  };

  return {
    async run(kind, work) {
      if (progress.running) throw new ReaderError('transfer-running', 'an export or import runs already');
      cancelled = false;
      tell({ running: kind, done: 0, total: 0 });
      const mine = work({
        async step(done, total) {
          if (cancelled) throw new ReaderError('transfer-cancelled', `the ${kind} was stopped`, { done });
          tell({ running: kind, done, total });
          if (share.isSpent()) await share.pause();
        },
      });
      underWay = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        underWay = null;
        tell({ ...progress, running: null });
      }
    },
    progress: () => progress,
    cancel() {
      cancelled = true;
    },
    async close() {
      cancelled = true;
      await underWay;
    },
  };
}
