import { ENTITY_DOCUMENTS } from './hostile/entity-documents.ts';
import { openHostileRoom } from './hostile/hostile-room.ts';
import type { HostileTransfer } from './hostile/hostile-transfer.ts';
import { SHAPE_DOCUMENTS } from './hostile/shape-documents.ts';
import { TEXT_DOCUMENTS } from './hostile/text-documents.ts';
import { startTransferServer } from './hostile/transfer-server.ts';

/** Servers that take all the time that they are given. */
const SLOW: readonly HostileTransfer[] = [
  ...[['a body', 'HTTP/1.1 200 OK\r\n\r\n<rss>', ' '], ['a head', 'HTTP/1.1 200 OK\r\nA: ', 'x'], ['a status line', 'HTTP/1.1 200 ', 'O']].map(([what, head = '', piece = '']): HostileTransfer => ({
    name: `${what} that drips a byte a second`,
    gives: ['timeout'],
    answer(socket) {
      socket.write(head);
      const timer = setInterval(() => socket.write(piece), 1000);
      socket.on('close', () => clearInterval(timer));
    },
  })),
  { name: 'no answer at all', gives: ['timeout'], answer: () => undefined },
];

/** The hostile documents and servers that take seconds each. Gives what was wrong, by name. */
export async function runHeavy(tell: (line: string) => void): Promise<string[]> {
  const wrong: string[] = [];
  const room = await openHostileRoom();
  const note = (name: string, troubles: readonly string[]): void => {
    tell(`${troubles.length === 0 ? 'held' : 'BROKEN'}: ${name}`);
    wrong.push(...troubles.map((trouble) => `${name}: ${trouble}`));
  };
  for (const document of [...ENTITY_DOCUMENTS, ...SHAPE_DOCUMENTS, ...TEXT_DOCUMENTS]) {
    if (document.weight === 'heavy') note(document.name, await room.troubles(document));
  }
  const servers = await Promise.all(SLOW.map(async (transfer) => ({ transfer, server: await startTransferServer() })));
  const found = await Promise.all(servers.map(async ({ transfer, server }) => ({ transfer, troubles: await room.troublesOf(server.serve(transfer), transfer.gives) })));
  for (const { transfer, troubles } of found) note(transfer.name, troubles);
  await Promise.all(servers.map(({ server }) => server.close()));
  await room.close();
  return wrong;
}
