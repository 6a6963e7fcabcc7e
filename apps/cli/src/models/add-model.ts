import { createInterface } from 'node:readline/promises';
import { Problem } from '@jacquard/flow';
import type { ModelShelf } from '@jacquard/runtime';
import { installWithProgress } from '../install-with-progress.ts';
import type { Terminal } from '../terminal.ts';
import { describeModel } from './describe-model.ts';

/**
 * Adds a model by its id in the catalog, by `hf:` name, address or file: shows what it is, asks on a terminal whether to go on
 * (`isAgreed`: it doesn't), and fetches it. Gives the exit code.
 */
export async function addModel(
  terminal: Terminal,
  models: ModelShelf,
  source: string,
  isAgreed: boolean,
): Promise<number> {
  const known = (await models.list()).models.find(({ id }) => id === source);
  if (known) {
    await installWithProgress(terminal, models, source);
    return 0;
  }
  const preview = await models.preview(source, { mayBeFile: true });
  if (terminal.stdout.isTTY) describeModel(terminal, preview);
  const { refusal } = preview;
  if (refusal) throw new Problem(refusal.code, refusal.params, { kind: refusal.kind });
  if (!isAgreed && !(await agrees(terminal))) return 1;
  terminal.say('cli-downloading', { model: preview.name, size: preview.size });
  const id = await models.add(source, { mayBeFile: true });
  await installWithProgress(terminal, models, id, { isAnnounced: true });
  terminal.print(id);
  return 0;
}

/** Whoever calls it from a script has said yes by calling it. */
async function agrees({ stdin, stdout, sentence }: Terminal): Promise<boolean> {
  if (!stdin.isTTY || !stdout.isTTY) return true;
  const reader = createInterface({ input: stdin, output: stdout });
  try {
    return /^(?:y|yes|o|oui)?$/i.test((await reader.question(`${sentence('cli-model-ask')} `)).trim());
  } finally {
    reader.close();
  }
}
