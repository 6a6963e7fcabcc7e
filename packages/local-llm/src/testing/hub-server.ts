import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { startFileServer, type Answer, type FileServer } from './file-server.ts';

/** A server that stands for Hugging Face: repositories by name, each with its files. */
export interface HubServer extends FileServer {
  /** The headers of each request, in order. */
  readonly headers: readonly IncomingHttpHeaders[];
}

/** Starts it. `answers` go before what the repositories would give. */
export async function startHubServer(
  repositories: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>,
  answers: Readonly<Record<string, Answer>> = {},
): Promise<HubServer> {
  const headers: IncomingHttpHeaders[] = [];
  const all: Record<string, Answer> = {};
  for (const [repository, files] of Object.entries(repositories)) {
    const tree = Object.entries(files).map(([path, bytes]) => ({ path, lfs: lfsOf(bytes) }));
    all[treePath(repository)] = (_request, response) => void response.end(JSON.stringify(tree));
    for (const [path, bytes] of Object.entries(files)) {
      all[`/${repository}/resolve/main/${path}`] = serveRange(bytes);
    }
  }
  const watched = Object.entries({ ...all, ...answers }).map(([path, answer]): [string, Answer] => [
    path,
    (request, response) => {
      headers.push(request.headers);
      answer(request, response);
    },
  ]);
  return { ...(await startFileServer(Object.fromEntries(watched))), headers };
}

/** Where the files of a repository are listed. */
export function treePath(repository: string): string {
  return `/api/models/${repository}/tree/main?recursive=true`;
}

/** Refuses as Hugging Face does, with its word for why. */
export function refuse(status: number, code: string): Answer {
  return (_request, response) => void response.writeHead(status, { 'x-error-code': code }).end();
}

/** Serves bytes, or the range of them that is asked for. */
export function serveRange(bytes: Uint8Array): Answer {
  return (request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const start = Number(from ?? 0);
    const end = to ? Math.min(Number(to) + 1, bytes.length) : bytes.length;
    const range = { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` };
    const stated = { 'content-length': end - start, etag: '"one"' };
    response.writeHead(from === undefined ? 200 : 206, { ...stated, ...(from !== undefined && range) });
    response.end(bytes.subarray(start, end));
  };
}

function lfsOf(bytes: Uint8Array): { oid: string; size: number } {
  return { oid: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}
