import { Problem } from '@jacquard/flow';
import { starterModel, type Runtime } from '@jacquard/runtime';
import { createLog } from '@jacquard/server';
import type { Command } from '../command.ts';
import { installWithProgress } from '../install-with-progress.ts';
import { openBrowser } from '../open-browser.ts';
import { serverConfiguration, serveUntilStopped } from '../serve-until-stopped.ts';
import type { Terminal } from '../terminal.ts';

/** Serves the canvas until it is told to stop. The server is up before the starter model has come. */
export const start: Command = async (terminal, [folder], given) => {
  const configuration = serverConfiguration(terminal, given, folder);
  const quiet = terminal.stderr.isTTY && terminal.env.LOG_LEVEL === undefined;
  const log = createLog(quiet ? 'error' : configuration.logLevel);
  const stopping = (): void => terminal.say('cli-stopping');
  const { url, setUpUrl, runtime } = await serveUntilStopped(terminal, {
    configuration,
    surface: 'all',
    log,
    stopping,
  });
  if (setUpUrl === undefined) terminal.say('cli-ready', { url });
  else terminal.say('cli-set-up', { url: setUpUrl });
  if (given['no-open'] !== true) openBrowser(setUpUrl ?? url, terminal.env);
  void fetchStarter(terminal, runtime);
  return undefined;
};

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
