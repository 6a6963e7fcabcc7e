import { Problem } from '@jacquard/flow';
import { createRuntime, readConfiguration, starterModel, type Runtime } from '@jacquard/runtime';
import { createLog } from '@jacquard/server/log';
import type { Command } from '../command.ts';
import { installWithProgress } from '../install-with-progress.ts';
import type { Terminal } from '../terminal.ts';

/** Lists the local models, or fetches one. */
export const models: Command = async (terminal, [action = 'list', id = starterModel]) => {
  const log = createLog(terminal.env.LOG_LEVEL ?? 'error');
  const runtime = await createRuntime(readConfiguration(terminal.env), { log });
  try {
    if (action === 'list') await list(terminal, runtime);
    else if (action === 'install') await installWithProgress(terminal, runtime.main.models, id);
    else throw new Problem('cli-command-unknown', { command: `models ${action}` });
    return 0;
  } finally {
    await runtime.close();
  }
};

async function list(terminal: Terminal, { main }: Runtime): Promise<void> {
  const { models: found } = await main.models.list();
  if (!terminal.stdout.isTTY) return terminal.print(JSON.stringify(found));
  const number = new Intl.NumberFormat(terminal.language, { maximumFractionDigits: 0 });
  for (const { id, name, size, state, isDefault } of found) {
    const marks = [state === 'installed' ? '●' : '○', isDefault ? '*' : ' '].join('');
    terminal.print(`${marks} ${id.padEnd(28)} ${number.format(size / 1_000_000).padStart(7)} MB  ${name}`);
  }
}
