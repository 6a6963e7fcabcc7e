import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '@jacquard/flow';
import { isLoopback, type Runtime } from '@jacquard/runtime';
import { createApp, type AppOptions } from './create-app.ts';
import { openGateway } from './gateway.ts';

const usualGrace = 3_000;

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Takes no more requests, lets what goes on end for a moment, then closes the runtime, too. */
  close(): Promise<void>;
}

export interface ServerOptions extends AppOptions {
  readonly host: string;
  readonly port: number;
  /** Milliseconds that runs get to end at `close` before they are cut; cut ones are resumed at the next start. 3,000 unless told. */
  readonly grace?: number | undefined;
}

/**
 * Serves a runtime. Throws `host-not-loopback` for another address than this machine's, `port-in-use`, `port-not-allowed`.
 */
export async function startServer(runtime: Runtime, options: ServerOptions): Promise<RunningServer> {
  const { host, port, grace = usualGrace } = options;
  if (!isLoopback(host)) throw new Problem('host-not-loopback', { host }, { kind: 'operational' });
  let isStopping = false;
  const server = createServer(createApp(runtime, () => (isStopping ? 'stopping' : 'ready'), options));
  const gateway = options.surface === 'calls' ? undefined : openGateway(server, runtime);
  try {
    await listen(server, host, port);
  } catch (error) {
    await gateway?.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    isStopping = true;
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await runtime.close(grace);
    await gateway?.close();
    server.closeAllConnections();
    await ended;
  };
  return { url: urlOf(host, server), close: () => (closing ??= close()) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const options = { kind: 'operational', cause: error } as const;
  const about = { host, port: String(port) }; // a name of a place, not a quantity
  if (error.code === 'EADDRINUSE') return new Problem('port-in-use', about, options);
  if (error.code === 'EACCES') return new Problem('port-not-allowed', about, options);
  return new Problem('host-not-usable', { host, reason: error.code ?? '' }, options);
}

function urlOf(host: string, server: Server): string {
  const { port } = server.address() as AddressInfo; // boundary: it listens on a port, not on a pipe
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
