import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One answer of the server, told what was asked. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on loopback that serves what a test puts there. */
export interface FileServer {
  readonly url: string;
  /** Paths and ranges asked for, in order: `/file`, `/file bytes=3-`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts a server with an answer for each path; others are 404. */
export async function startFileServer(answers: Readonly<Record<string, Answer>>): Promise<FileServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push([request.url, request.headers.range].filter((part) => part !== undefined).join(' '));
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

// A cut connection takes along what its reader hasn't read yet, so the reader is given a moment.
const arrival = 30;

/** Serves bytes as file servers do: whole, or from where a range request says. `cutAfter` breaks the connection then. */
export function serveBytes(bytes: Uint8Array, options: { readonly cutAfter?: () => number | undefined } = {}): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = bytes.subarray(start);
    const range = { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': rest.length,
      etag: '"one"',
      ...(start > 0 && range),
    });
    const cut = options.cutAfter?.();
    if (cut === undefined) response.end(rest);
    else response.write(rest.subarray(0, cut), () => setTimeout(() => response.destroy(), arrival));
  };
}

/** Serves text, JSON when it isn't a string. */
export function serveText(body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(200, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}
