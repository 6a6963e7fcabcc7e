import { basename } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { message } from '@jacquard/messages';
import '@jacquard/messages/command-line';
import { buildWithProgress } from '../build-with-progress.ts';
import type { Command } from '../command.ts';
import { openFolderOf } from '../read-flow-file.ts';
import { signalOfSignals } from '../signal-of-signals.ts';
import { plainName } from '../plain-text.ts';
import type { Terminal } from '../terminal.ts';

/** Builds a knowledge base from its file. Files that can't be read are listed; it fails when nothing can be. */
export const knowledge: Command = async (terminal, [action = '', path]) => {
  if (action !== 'build') throw new Problem('cli-command-unknown', { command: `knowledge ${action}`.trim() });
  const [, id] = /^(.+)\.knowledge\.json$/.exec(basename(path ?? '')) ?? [];
  if (path === undefined || id === undefined) throw new Problem('cli-knowledge-file', { file: path ?? '' });
  const runtime = await openFolderOf(terminal, path);
  const stop = signalOfSignals(terminal);
  try {
    const { knowledge: desk } = runtime.main;
    await buildWithProgress(terminal, desk, id, { signal: stop.signal, retryFailed: true });
    return report(terminal, await desk.get(id));
  } catch (error) {
    if (stop.code() === undefined) throw error;
    return stop.code();
  } finally {
    await runtime.close();
  }
};

function report(terminal: Terminal, base: KnowledgeBaseState): number {
  const { id, name, documents, failed, passages, languages, files } = base;
  if (terminal.stdout.isTTY) {
    terminal.say('cli-knowledge-built', { name, documents, passages });
    for (const { source, problem } of files)
      if (problem !== undefined) terminal.print(failure(terminal, source, problem));
  } else {
    const listed = files.map(({ source, state, problem, pages, passages: count }) => ({
      source,
      state,
      ...(pages !== undefined && { pages }),
      passages: count,
      ...(problem !== undefined && { problem }),
    }));
    terminal.print(JSON.stringify({ id, name, documents, failed, passages, languages, files: listed }));
  }
  return failed > 0 && failed === files.length ? 1 : 0;
}

function failure(terminal: Terminal, source: string, { code, params }: Pick<Problem, 'code' | 'params'>): string {
  return `${plainName(source)}: ${message(code, params, terminal.language)}`;
}
