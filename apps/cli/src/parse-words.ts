import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Problem } from '@jacquard/flow';

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  host: { type: 'string' },
  port: { type: 'string', short: 'p' },
  input: { type: 'string', short: 'i', multiple: true },
  inputs: { type: 'string' },
  override: { type: 'string', multiple: true },
  csv: { type: 'string' },
  concurrency: { type: 'string' },
  output: { type: 'string' },
  out: { type: 'string' },
  list: { type: 'boolean' },
  stream: { type: 'string' },
  junit: { type: 'string' },
  update: { type: 'boolean' },
  live: { type: 'boolean' },
  filter: { type: 'string' },
  'no-open': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
} as const satisfies ParseArgsOptionsConfig;

/** Takes words apart into options and the rest. Throws `cli-option-unknown` with what Node says of it. */
export function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: withStreamed(words), options, allowPositionals: true });
  } catch (cause) {
    throw new Problem('cli-option-unknown', { message: cause instanceof Error ? cause.message : '' }, { cause });
  }
}

/** `--stream` alone streams texts: the word after it is not its value. */
function withStreamed(words: readonly string[]): string[] {
  return words.map((word) => (word === '--stream' ? '--stream=text' : word));
}

/** A whole number that an option was given. Throws `configuration-invalid` with the form that it takes. */
export function parseCount(name: string, value: string, { least, most }: { least: number; most: number }): number {
  const count = Number(value);
  if (/^\d{1,6}$/.test(value) && count >= least && count <= most) return count;
  throw new Problem('cli-option-value', { option: `--${name}`, value, form: `${least} – ${most}` });
}

/** One of the words that an option takes. Throws `cli-option-value`. */
export function parseChoice<const Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new Problem('cli-option-value', { option: `--${name}`, value, form: choices.join(', ') });
}
