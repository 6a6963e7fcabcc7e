import type { KnowledgeSummary } from '@jacquard/protocol';
import type { KnowledgeDesk } from '@jacquard/runtime';
import { plainName } from './plain-text.ts';
import type { Terminal } from './terminal.ts';

/**
 * Builds what is missing or stale of a base, and says so on the error stream: a line that changes on a terminal, one line elsewhere.
 * Says nothing when there is nothing to do.
 */
export async function buildWithProgress(
  terminal: Terminal,
  desk: KnowledgeDesk,
  id: string,
  options: { readonly signal?: AbortSignal | undefined; readonly retryFailed?: boolean | undefined } = {},
): Promise<void> {
  const { name, state } = await desk.get(id);
  if (state !== 'ready') terminal.say('cli-knowledge-building', { name });
  const isShown = terminal.stderr.isTTY && state !== 'ready';
  const stop = isShown
    ? desk.onChange(({ id: changed, base }) => void (changed === id && base && showProgress(terminal, base)))
    : undefined;
  try {
    await desk.ready(id, options);
  } finally {
    stop?.();
    if (isShown) terminal.stderr.write('\r\u001B[K');
  }
}

function showProgress(terminal: Terminal, { progress }: KnowledgeSummary): void {
  if (progress === undefined) return;
  const number = new Intl.NumberFormat(terminal.language, { maximumFractionDigits: 1 });
  const { filesDone, filesTotal, pagesDone, pagesPerSecond, reading } = progress;
  const files = `${number.format(filesDone)}/${number.format(filesTotal)}`;
  const [at] = reading;
  const file = at === undefined ? '' : `  ${plainName(at.source)} ${at.pagesDone}/${at.pagesTotal}`;
  const pages = `${number.format(pagesDone)} p. · ${number.format(pagesPerSecond)} p./s`;
  const width = Math.max(20, (terminal.stderr.columns || 80) - 1);
  terminal.stderr.write(`\r\u001B[K${`${files} · ${pages}${file}`.slice(0, width)}`);
}
