import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { openHostileRoom, outcome, type HostileRoom } from '../../fuzz/hostile/hostile-room.ts';
import { CODED_TRANSFERS, FRAMED_TRANSFERS, REDIRECTS, SOUND_TRANSFER, type HostileTransfer } from '../../fuzz/hostile/hostile-transfer.ts';
import { startTransferServer, type TransferServer } from '../../fuzz/hostile/transfer-server.ts';

let room: HostileRoom;
let server: TransferServer;
beforeAll(async () => {
  [room, server] = await Promise.all([openHostileRoom(), startTransferServer()]);
}, 120_000);
afterAll(async () => {
  await room.close();
  await server.close();
});

const named = (transfers: readonly HostileTransfer[]): [string, HostileTransfer][] => transfers.map((transfer) => [transfer.name, transfer]);
const BOUND = 30_000;

describe('behaviour 10: a hostile server costs its own feed only', () => {
  test.each(named([SOUND_TRANSFER, ...CODED_TRANSFERS, ...FRAMED_TRANSFERS, ...REDIRECTS]))('%s', async (_, transfer) => expect(await room.troublesOf(server.serve(transfer), transfer.gives)).toEqual([]), BOUND);

  test('while one drips and one says nothing, the others arrive, and both end when nobody wants them', async () => {
    const abort = new AbortController();
    const dripping = server.serve({ name: 'drip', gives: [], answer: (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n<') });
    const silent = room.on('/silent', () => undefined);
    const slow = [room.ask(dripping, abort.signal), room.ask(silent, abort.signal)];
    expect(await room.troublesOf(`${room.origin}/sound`, [2])).toEqual([]);
    const closed = [...server.open].map((socket) => once(socket, 'close'));
    abort.abort();
    expect((await Promise.all(slow)).map(outcome)).toEqual(['engine-stopped', 'engine-stopped']);
    await Promise.all(closed);
  });

  test('a page of errors that drips is let go of', async () => {
    const dripping = createServer((socket) => socket.on('error', () => socket.destroy()).on('data', () => socket.write('HTTP/1.1 404 Not Found\r\n\r\nx')));
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    const connected = once(dripping, 'connection') as Promise<[NodeJS.EventEmitter]>;
    const fetcher = createFetcher({ userAgent: 'Monazite/test' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      expect(await fetcher({ askedBy: 'person', url: `http://127.0.0.1:${(dripping.address() as AddressInfo).port}/` })).toMatchObject({ code: 'not-found' });
      const [socket] = await connected;
      const closed = once(socket, 'close');
      await vi.advanceTimersByTimeAsync(10_000);
      await closed;
    } finally {
      vi.useRealTimers();
      await fetcher.close();
      dripping.close();
    }
  });
});
