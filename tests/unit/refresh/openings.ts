import { afterEach } from 'vitest';
import { startFeedServer, type FeedServer } from './feed-server.ts';
import { openNewsdesk, type Newsdesk, type NewsdeskOptions } from './newsdesk.ts';

export interface Openings {
  anotherServer(port?: number): Promise<FeedServer>;
  aDesk(options?: NewsdeskOptions): Newsdesk;
}

/** Servers and newsdesks of a test file; each is closed after the test that opened it, the last first. */
export function openings(): Openings {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).toReversed()) await close();
  });
  return {
    async anotherServer(port = 0) {
      const started = await startFeedServer(port);
      open.push(() => started.close());
      return started;
    },
    aDesk(options = {}) {
      const opened = openNewsdesk(options);
      open.push(() => opened.close());
      return opened;
    },
  };
}
