import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Problem } from '@jacquard/flow';
import { version } from '@jacquard/runtime/version';
import { helpText } from './help-text.ts';
import { openTerminal, type Surroundings, type Terminal } from './terminal.ts';

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  host: { type: 'string' },
  port: { type: 'string', short: 'p' },
  input: { type: 'string', short: 'i', multiple: true },
  'no-open': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

type CommandOptions = ReturnType<typeof parseWords>['values'];

/** A command: its words after the name, its options; the exit code, or nothing while it goes on serving. */
export type Command = (
  terminal: Terminal,
  words: readonly string[],
  given: CommandOptions,
) => Promise<number | undefined>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  run: async () => (await import('./commands/run.ts')).run,
  check: async () => (await import('./commands/check.ts')).check,
  models: async () => (await import('./commands/models.ts')).models,
};

/** Runs what the words say. Exit codes: 0, 1 for what failed, 2 for a flow with issues, 64 for words that aren't understood. */
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

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (cause) {
    throw new Problem('cli-option-unknown', { message: cause instanceof Error ? cause.message : '' }, { cause });
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
