import { flowReach, Problem } from '@jacquard/flow';
import { starterModel, type LogLine, type Runtime } from '@jacquard/runtime';
import { createLog } from '@jacquard/server';
import type { Command } from '../command.ts';
import { isError, isFolder } from '../read-flow-file.ts';
import { serverConfiguration, serveUntilStopped } from '../serve-until-stopped.ts';

/**
 * Serves the flows of a folder to programs until it is told to stop: the API alone, without the canvas. Says what it does in structured
 * lines on the error stream.
 */
export const serve: Command = async (terminal, [folder], given) => {
  if (folder === undefined || !(await isFolder(folder)))
    throw new Problem('cli-folder-missing', { folder: folder ?? '' });
  const configuration = serverConfiguration(terminal, given, folder);
  const log = createLog(configuration.logLevel);
  const stopping = (): void => log('info', 'stopping', {});
  const { url, runtime } = await serveUntilStopped(terminal, { configuration, surface: 'calls', log, stopping });
  const { flows, takesDefault } = await reportFlows(runtime, log);
  log('info', 'listening', { url, folder: configuration.projectFolder ?? '', flows });
  if (takesDefault) void fetchStarter(runtime, log);
  return undefined;
};

/** Says which flows can't be run as they are: who deploys them should learn it before a caller does. */
async function reportFlows(
  { main, descriptors }: Runtime,
  log: LogLine,
): Promise<{ readonly flows: number; readonly takesDefault: boolean }> {
  let takesDefault = false;
  const listed = await main.stores.flows.list(main.space);
  for (const { id } of listed) {
    const problems = await main.flows.get(id).then(
      async ({ document }) => {
        takesDefault ||= flowReach(document, descriptors).some(
          ({ kind, name }) => kind === 'model' && name === 'default',
        );
        return (await main.flows.check(document)).issues.filter(isError);
      },
      (error: unknown) => (Problem.is(error) ? [error] : Promise.reject(error)),
    );
    if (problems.length > 0) log('warn', 'flow has issues', { flow: id, codes: problems.map(({ code }) => code) });
  }
  return { flows: listed.length, takesDefault };
}

/** The model that flows mean by "default" comes from the network once; without it, calls say what is missing. */
async function fetchStarter({ main }: Runtime, log: LogLine): Promise<void> {
  const { models, defaultModel } = await main.models.list();
  const starter = models.find(({ id }) => id === starterModel);
  if (defaultModel !== starterModel || starter?.state === 'installed') return;
  log('info', 'model is being fetched', { model: starterModel });
  main.models.onChange(({ id, state, error }) => {
    if (id !== starterModel) return;
    if (error !== undefined) log('error', 'model not fetched', { model: id, code: error.code });
    else if (state === 'installed') log('info', 'model installed', { model: id });
  });
  await main.models.install(starterModel);
}
