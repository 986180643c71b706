import { afterEach, beforeEach } from 'vitest';
import { startFeedServer, type FeedServer } from './feed-server.ts';
import { openNewsdesk, type Newsdesk, type NewsdeskOptions } from './newsdesk.ts';

export interface RefreshRoom {
  /** Of this test; another may take its place. */
  server: FeedServer;
  desk: Newsdesk;
  anotherServer(port?: number): Promise<FeedServer>;
  aDesk(options?: NewsdeskOptions): Newsdesk;
}

/** A feed server and a newsdesk, new for each test of a file; whatever a test opens is closed after it, the last first. */
export function refreshRoom(): RefreshRoom {
  const open: (() => Promise<void>)[] = [];
  const opened = <T extends { close(): Promise<void> }>(one: T): T => {
    open.push(() => one.close());
    return one;
  };
  const anotherServer: RefreshRoom['anotherServer'] = async (port = 0) => opened(await startFeedServer(port));
  const aDesk: RefreshRoom['aDesk'] = (options = {}) => opened(openNewsdesk(options));
  const room = { anotherServer, aDesk } as RefreshRoom;
  beforeEach(async () => {
    room.server = await anotherServer();
    room.desk = aDesk();
  });
  afterEach(async () => {
    for (const close of open.splice(0).toReversed()) await close();
  });
  return room;
}
