import type { parseWords } from './parse-words.ts';
import type { Terminal } from './terminal.ts';

/** The options that were given, whichever command they are for. */
export type CommandOptions = ReturnType<typeof parseWords>['values'];

/** A command: its words after the name, its options; the exit code, or nothing while it goes on serving. */
export type Command = (
  terminal: Terminal,
  words: readonly string[],
  given: CommandOptions,
) => Promise<number | undefined>;
