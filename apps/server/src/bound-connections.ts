import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem } from '@jacquard/flow';
import { problemDocument } from './problem-document.ts';

/** Milliseconds: for the headers of a request, for all of it, and until a connection counts as stuck that takes nothing. */
const times = { headers: 20_000, request: 300_000, stuck: 60_000 };
const mostConnections = 10_000;
/** What HTTP calls the statuses that are answered here. */
const phrases: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/**
 * Bounds what connections may cost: slow senders, those who never read, too many. What isn't HTTP is answered with a problem document,
 * too. A connection on which nothing happens, as while a run goes on, is left alone.
 */
export function boundConnections(server: Server): void {
  server.headersTimeout = times.headers;
  server.requestTimeout = times.request;
  server.maxConnections = mostConnections;
  server.setTimeout(times.stuck, (socket) => {
    // Node asks again while a write makes progress: this one has made none.
    if (socket.writableLength > 0) socket.destroy();
    else socket.setTimeout(times.stuck);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // What follows a whole request that was the last one is nobody's: that one gets its answer.
    if (error.code === 'HPE_CLOSED_CONNECTION') return;
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(answerOf(problemOf(error.code)));
  });
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('request-headers-too-large');
  return new Problem(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-too-slow' : 'request-malformed');
}

/** An answer as it goes over the wire: there is no request to answer to. */
function answerOf(problem: Problem): string {
  const document = problemDocument(problem.toData(), 'en');
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${phrases[document.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
