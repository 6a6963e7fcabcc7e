import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that notes what it was asked. */
export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly requests: IncomingMessage[];
  readonly server: Server;
  close(): void;
}

/** Starts it on a free port. */
export async function startServer(answer: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // boundary: a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    server,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
