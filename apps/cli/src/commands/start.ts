import { Problem } from '@jacquard/flow';
import { createRuntime, readConfiguration, starterModel, type Runtime } from '@jacquard/runtime';
import { createLog, startServer } from '@jacquard/server';
import type { Command } from '../command.ts';
import { installWithProgress } from '../install-with-progress.ts';
import { openBrowser } from '../open-browser.ts';
import type { Terminal } from '../terminal.ts';

/** Serves the canvas until it is told to stop. The server is up before the starter model has come. */
export const start: Command = async (terminal, [folder], given) => {
  const configuration = readConfiguration(terminal.env, {
    host: given.host,
    port: given.port === undefined ? undefined : parsePort(given.port),
    projectFolder: folder,
  });
  const quiet = terminal.stderr.isTTY && terminal.env.LOG_LEVEL === undefined;
  const log = createLog(quiet ? 'error' : configuration.logLevel);
  const runtime = await createRuntime(configuration, { log, keepsHouse: true });
  const server = await startServer(runtime, configuration).catch(async (error: unknown) => {
    await runtime.close();
    throw error;
  });
  stopOnSignals(terminal, () => server.close());
  terminal.say('cli-ready', { url: server.url });
  if (given['no-open'] !== true) openBrowser(server.url, terminal.env);
  void fetchStarter(terminal, runtime);
  return undefined;
};

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Problem('configuration-invalid', { name: '--port', value: text, form: '0 – 65535' });
}

/** A second signal doesn't wait. */
function stopOnSignals(terminal: Terminal, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) terminal.exit(130);
    isStopping = true;
    terminal.once('SIGINT', stop);
    terminal.once('SIGTERM', stop);
    terminal.say('cli-stopping');
    close().then(
      () => terminal.exit(0),
      () => terminal.exit(1),
    );
  };
  terminal.once('SIGINT', stop);
  terminal.once('SIGTERM', stop);
}

/** Without the network there is no model, and still a canvas: what is wrong is said here and on the models page. */
async function fetchStarter(terminal: Terminal, { main }: Runtime): Promise<void> {
  try {
    const { models, defaultModel } = await main.models.list();
    const starter = models.find(({ id }) => id === starterModel);
    if (defaultModel === starterModel && starter?.state !== 'installed')
      await installWithProgress(terminal, main.models, starterModel);
  } catch (error) {
    if (Problem.is(error)) terminal.complain(error);
  }
}
