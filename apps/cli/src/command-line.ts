import { Problem } from '@jacquard/flow';
import { version } from '@jacquard/runtime/version';
import type { Command } from './command.ts';
import { helpText } from './help-text.ts';
import { parseWords } from './parse-words.ts';
import { openTerminal, type Surroundings, type Terminal } from './terminal.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  serve: async () => (await import('./commands/serve.ts')).serve,
  run: async () => (await import('./commands/run.ts')).run,
  check: async () => (await import('./commands/check.ts')).check,
  test: async () => (await import('./commands/test.ts')).test,
  knowledge: async () => (await import('./commands/knowledge.ts')).knowledge,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  client: async () => (await import('./commands/client.ts')).client,
  export: async () => (await import('./commands/export.ts')).exportCode,
  models: async () => (await import('./commands/models.ts')).models,
};

/** Runs what the words say. Exit codes: 0, 1 for what failed, 2 for a flow with issues, 3 for a run that waits, 64 for words that aren't understood. */
export async function runCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<number | undefined> {
  const terminal = openTerminal(surroundings);
  try {
    const { values, positionals } = parseWords(words);
    const [name, ...rest] = positionals;
    if (values.version === true) return printed(terminal, version);
    if (values.help === true || name === undefined) return printed(terminal, helpText[terminal.language]);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new Problem('cli-command-unknown', { command: name });
    return await (
      await command()
    )(terminal, rest, values);
  } catch (error) {
    return complain(terminal, error);
  }
}

function printed(terminal: Terminal, text: string): number {
  terminal.print(text);
  return 0;
}

function complain(terminal: Terminal, error: unknown): number {
  if (!Problem.is(error)) throw error;
  terminal.complain(error);
  return error.code.startsWith('cli-') ? 64 : 1;
}
