import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { flowIdOf, openFolderOf } from '../read-flow-file.ts';
import { unwritable } from '../unwritable.ts';

/** Writes a flow with all that it names into one zip. */
export const bundle: Command = async (terminal, [path, target]) => {
  if (path === undefined) throw new Problem('cli-file-missing');
  const id = flowIdOf(path);
  const file = target ?? `${id}.zip`;
  const runtime = await openFolderOf(terminal, path);
  try {
    const zip = await runtime.main.bundles.write(id);
    await pipeline(zip, createWriteStream(file)).catch(unwritable(file));
    terminal.say('cli-bundle-written', { file });
    return 0;
  } finally {
    await runtime.close();
  }
};
