import { Readable } from 'node:stream';
import { afterEach, beforeEach } from 'vitest';
import { receiveFile } from '../../../electron/core/exchange/exchange-file.ts';
import { pageHtml, PNG } from '../../fixtures/saved/made-files.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { startFeedServer, type FeedServer, type Handler } from '../refresh/feed-server.ts';

export interface SavingDesk {
  /** Has a picture, `/pond.png`. A test that closes it puts another in its place. */
  server: FeedServer;
  room: ReadingRoom;
  /** Has the server give the page of the ponds; answers with its address. */
  readonly page: () => string;
  /** A file as it is handed in to be saved. */
  readonly handIn: (content: string | Uint8Array, name: string) => Promise<{ file: string; name: string }>;
  readonly bookmarks: () => Promise<{ id: number; title: string; feedTitle: string; tags: string[]; note: string; kept: string }[]>;
}

/** Answers with a page. */
export function html(body: string): Handler {
  return (_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

/** A library and a server of its own for each test of a file. A fault that the library was told of fails the test. */
export function savingDesk(): SavingDesk {
  const desk = {
    page: () => desk.server.on('/ponds', html(pageHtml())),
    handIn: async (content, name) => {
      const { file } = await receiveFile(desk.room.profile, Readable.from([Buffer.from(content)]));
      return { file, name };
    },
    bookmarks: async () => (await desk.room.api.listBookmarks({ limit: 20 })).bookmarks.map(({ id, title, feedTitle, tags, note, kept }) => ({ id, title, feedTitle, tags: tags.map((tag) => tag.title), note, kept })),
  } as SavingDesk;
  beforeEach(async () => {
    desk.server = await startFeedServer();
    desk.server.on('/pond.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(PNG));
    desk.room = openReadingRoom();
  });
  afterEach(async () => {
    const { faults } = desk.room;
    await desk.room.close();
    await desk.server.close();
    if (faults.length > 0) throw new AggregateError(faults);
  });
  return desk;
}
