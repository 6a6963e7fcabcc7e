import { createRuntime, readConfiguration, type Configuration, type LogLine, type Runtime } from '@jacquard/runtime';
import { startServer, type ServerOptions } from '@jacquard/server';
import type { CommandOptions } from './command.ts';
import { parseCount } from './parse-words.ts';
import type { Terminal } from './terminal.ts';

/** What a server command serves. */
export interface Served {
  readonly configuration: Configuration;
  readonly surface: NonNullable<ServerOptions['surface']>;
  readonly log: LogLine;
  /** Says that it is being stopped. */
  readonly stopping: () => void;
}

/** What the environment, the options and the folder say. */
export function serverConfiguration(
  terminal: Terminal,
  given: CommandOptions,
  folder: string | undefined,
): Configuration {
  return readConfiguration(terminal.env, {
    host: given.host,
    port: given.port === undefined ? undefined : parseCount('port', given.port, { least: 0, most: 65_535 }),
    projectFolder: folder,
  });
}

/** Serves until it is told to stop, and ends the process then. */
export async function serveUntilStopped(
  terminal: Terminal,
  { configuration, surface, log, stopping }: Served,
): Promise<{ readonly url: string; readonly setUpUrl: string | undefined; readonly runtime: Runtime }> {
  const runtime = await createRuntime(configuration, { log, keepsHouse: true });
  const server = await startServer(runtime, { ...configuration, surface }).catch(async (error: unknown) => {
    await runtime.close();
    throw error;
  });
  stopOnSignals(terminal, () => {
    stopping();
    return server.close();
  });
  return { url: server.url, setUpUrl: server.setUpUrl, runtime };
}

/** A second signal doesn't wait. */
function stopOnSignals(terminal: Terminal, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) terminal.exit(130);
    isStopping = true;
    terminal.once('SIGINT', stop);
    terminal.once('SIGTERM', stop);
    close().then(
      () => terminal.exit(0),
      () => terminal.exit(1),
    );
  };
  terminal.once('SIGINT', stop);
  terminal.once('SIGTERM', stop);
}
