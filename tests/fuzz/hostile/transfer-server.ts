import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { HostileTransfer } from './hostile-transfer.ts';

/** A server below HTTP, whose every answer is a transfer that is set before. */
export interface TransferServer {
  /** The address at which `transfer` answers from now on. */
  serve(transfer: HostileTransfer): string;
  /** Connections that are open now. */
  readonly open: ReadonlySet<Socket>;
  close(): Promise<void>;
}

export async function startTransferServer(): Promise<TransferServer> {
  const open = new Set<Socket>();
  let current: HostileTransfer | null = null;
  const server = createServer((socket) => {
    open.add(socket);
    // A client that hangs up is what most of these answers are for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.on('data', () => current?.answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serve(transfer) {
      current = transfer;
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
    open,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
