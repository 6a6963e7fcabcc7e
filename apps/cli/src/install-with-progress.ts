import { Problem } from '@jacquard/flow';
import type { ModelShelf } from '@jacquard/runtime';
import type { Terminal } from './terminal.ts';

/** Fetches a model and shows how far it is: one line that changes on a terminal, a line every tenth elsewhere. */
export async function installWithProgress(
  terminal: Terminal,
  models: ModelShelf,
  id: string,
  { isAnnounced = false } = {},
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let shown = -1;
  const stop = models.onChange((state) => {
    if (state.id !== id) return;
    if (state.state === 'installed') resolve();
    else if (state.error !== undefined) {
      const { code, params, kind } = state.error;
      reject(new Problem(code, params, { kind }));
    } else if (state.state === 'downloading') shown = showProgress(terminal, state, shown);
    else resolve();
  });
  try {
    const before = (await models.list()).models.find((model) => model.id === id);
    if (before?.state === 'installed' && !isAnnounced) return;
    if (!isAnnounced) terminal.say('cli-downloading', { model: before?.name ?? id, size: before?.size ?? 0 });
    await models.install(id);
    await promise;
    if (terminal.stderr.isTTY) terminal.stderr.write('\n');
    terminal.say('cli-downloaded', { model: before?.name ?? id });
  } finally {
    stop();
  }
}

function showProgress(
  terminal: Terminal,
  { done, size }: { done?: number | undefined; size: number },
  shown: number,
): number {
  const percent = Math.floor((100 * (done ?? 0)) / Math.max(1, size));
  const step = terminal.stderr.isTTY ? percent : Math.floor(percent / 10) * 10;
  if (step > shown) terminal.stderr.write(terminal.stderr.isTTY ? `\r${step}\u00A0% ` : `${step}\u00A0%\n`);
  return Math.max(step, shown);
}
