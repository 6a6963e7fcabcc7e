import { Problem } from '@jacquard/flow';
import { createRuntime, readConfiguration, starterModel } from '@jacquard/runtime';
import { createLog } from '@jacquard/server/log';
import type { Command } from '../command.ts';
import { engineCommand, showUsing } from '../models/engine-command.ts';
import { installWithProgress } from '../install-with-progress.ts';
import { addModel } from '../models/add-model.ts';
import { describeModel } from '../models/describe-model.ts';
import { listModels } from '../models/list-models.ts';

/** Lists the local models, says what one is, fetches one, adds one from anywhere, or removes one. */
export const models: Command = async (terminal, [action = 'list', name, ...more], { yes = false }) => {
  const log = createLog(terminal.env.LOG_LEVEL ?? 'error');
  const runtime = await createRuntime(readConfiguration(terminal.env), { log });
  const { models: shelf, modelDesk } = runtime.main;
  const { engines } = modelDesk;
  try {
    if (action === 'list') {
      await listModels(terminal, shelf);
      await showUsing(terminal, engines);
    } else if (action === 'engine') return await engineCommand(terminal, engines, [name, ...more]);
    else if (action === 'install') await installWithProgress(terminal, shelf, name ?? starterModel);
    else if (action === 'add') return await addModel(terminal, shelf, required(name), yes);
    else if (action === 'info') {
      const known = (await shelf.list()).models.find(({ id }) => id === required(name));
      describeModel(terminal, known ?? (await shelf.preview(required(name), { mayBeFile: true })));
    } else if (action === 'remove') await shelf.remove(required(name));
    else throw new Problem('cli-command-unknown', { command: `models ${action}` });
    return 0;
  } finally {
    await runtime.close();
  }
};

function required(name: string | undefined): string {
  if (name === undefined) throw new Problem('cli-model-missing');
  return name;
}
