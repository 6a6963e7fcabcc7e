import { readFileSync } from 'node:fs';
import { Problem } from '@jacquard/flow';
import type { Environment } from './configuration.ts';

/** The variable, or what the file named by `<name>_FILE` holds, without its last line break. The file is for container secrets. */
export function readVariableOrFile(environment: Environment, name: string): string | undefined {
  if (environment[name]) return environment[name];
  const file = environment[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new Problem('configuration-file', { name: `${name}_FILE`, file }, { kind: 'operational', cause });
  }
}
