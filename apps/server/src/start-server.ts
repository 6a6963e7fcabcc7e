import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '@jacquard/flow';
import type { Runtime } from '@jacquard/runtime';
import { OpenAnswers } from './access/open-answers.ts';
import { boundConnections } from './bound-connections.ts';
import { createApp, type AppOptions } from './create-app.ts';
import { openGateway } from './gateway.ts';
import { ownAddresses } from './same-site.ts';
import { serverAddress } from './server-address.ts';

const usualGrace = 3_000;

/** A server that listens. */
export interface RunningServer {
  /** Where it is opened from: the public address, or one that other machines reach where it listens on all. */
  readonly url: string;
  /** The one-time link by which the first password is set, while there is none. */
  readonly setUpUrl?: string | undefined;
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
 * Milliseconds that a connection waits for its next request: longer than proxies and clients keep theirs, so that none is closed here just
 * as a request is sent on it.
 */
const longestIdle = 75_000;

/**
 * Serves a runtime. Beyond loopback it is locked until somebody can sign in. Throws `port-in-use`, `port-not-allowed`, `host-not-usable`,
 * and `key-missing` when only programs are answered and none could show a key.
 */
export async function startServer(runtime: Runtime, options: ServerOptions): Promise<RunningServer> {
  const { host, port, grace = usualGrace } = options;
  let isStopping = false;
  const { access } = runtime;
  const isForCalls = options.surface === 'calls';
  const token = await access.shut(host, { isForCalls });
  const own = ownAddresses({ host, publicUrls: runtime.configuration.publicUrls });
  const answers = new OpenAnswers(access);
  const health = () => (isStopping ? 'stopping' : access.state === 'locked' ? 'locked' : 'ready');
  const server = createServer(createApp(runtime, { ...options, health, own, answers }));
  server.keepAliveTimeout = longestIdle;
  boundConnections(server);
  const gateway = isForCalls ? undefined : openGateway(server, runtime, { own, answers });
  try {
    await listen(server, host, port);
  } catch (error) {
    answers.close();
    await gateway?.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    isStopping = true;
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await runtime.close(grace);
    answers.close();
    const left = gateway?.close();
    // The gateway waits for all connections, those that were opened and never used as well.
    server.closeAllConnections();
    await left;
    await ended;
  };
  const url = serverAddress(runtime.configuration, host, portOf(server));
  const setUpUrl = token === undefined ? undefined : `${url}/setup#${token}`;
  return { url, setUpUrl, close: () => (closing ??= close()) };
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

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port; // boundary: it listens on a port, not on a pipe
}
