import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../command-line.ts';

/** What a command printed, and its exit code. */
export interface Ended {
  readonly code: number | undefined;
  readonly out: string;
  readonly error: string;
}

/** A folder that no test shares with another. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jacquard-cli-'));
}

/** Writes a file and returns its path. */
export function written(folder: string, name: string, content: object | string): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const home = emptyFolder();

/** Runs a command in this process, as if it were piped: what needs no process of its own is told much faster so. */
export async function runWords(
  words: readonly string[],
  { input = '', environment = {} }: { readonly input?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const [out, error] = [text(stdout), text(stderr)];
  const surroundings = { env: { JACQUARD_HOME: home, ...environment }, stdin, stdout, stderr, once: () => undefined };
  // boundary: of the surroundings only these are used
  const code = await runCommandLine(words, surroundings as unknown as Parameters<typeof runCommandLine>[1]);
  for (const stream of [stdout, stderr]) stream.end();
  return { code, out: await out, error: await error };
}
