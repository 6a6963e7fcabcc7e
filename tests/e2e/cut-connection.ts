import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server on which connections can be cut. */
export interface ConnectionCutter {
  readonly url: string;
  /** Breaks what is connected; later connections are let through. */
  cut(): void;
  close(): Promise<void>;
}

/** Listens on this machine and hands each connection on to `target`. */
export async function openCutter(target: string): Promise<ConnectionCutter> {
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(port, '127.0.0.1');
    for (const side of [socket, other]) {
      open.add(side);
      side.on('error', () => undefined).on('close', () => open.delete(side));
    }
    socket.pipe(other).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cut,
    async close() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
