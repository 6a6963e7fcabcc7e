import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Problem } from '@jacquard/flow';

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  host: { type: 'string' },
  port: { type: 'string', short: 'p' },
  input: { type: 'string', short: 'i', multiple: true },
  'no-open': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
} as const satisfies ParseArgsOptionsConfig;

/** Takes words apart into options and the rest. Throws `cli-option-unknown` with what Node says of it. */
export function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (cause) {
    throw new Problem('cli-option-unknown', { message: cause instanceof Error ? cause.message : '' }, { cause });
  }
}
