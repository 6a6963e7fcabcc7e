import { createReadStream, fstatSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Problem, type FlowPort, type JsonValue } from '@jacquard/flow';
import type { SpaceRuntime } from '@jacquard/runtime';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Terminal } from './terminal.ts';

/**
 * The inputs of a run: each `NAME=VALUE` read as its port's kind says, else JSON of the standard input when that is a pipe or a
 * file. A file input takes a path.
 */
export async function readInputs(
  terminal: Terminal,
  given: readonly string[] | undefined,
  ports: readonly FlowPort[],
  main: SpaceRuntime,
): Promise<Readonly<Record<string, JsonValue>>> {
  if (ports.length === 0 && given === undefined) return {};
  if (given === undefined) return isFed() ? readStandardInput(terminal) : {};
  const pairs = given.map(async (pair): Promise<[string, JsonValue]> => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Problem('cli-input-form', { input: pair });
    const name = pair.slice(0, at);
    const port = ports.find(({ id }) => id === name);
    if (port === undefined) throw new Problem('cli-input-unknown', { input: name, inputs: ports.map(({ id }) => id) });
    return [name, await readValue(pair.slice(at + 1), port, main)];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

async function readValue(value: string, { id, kind }: FlowPort, main: SpaceRuntime): Promise<JsonValue> {
  switch (kind.kind) {
    case 'text':
    case 'choice':
      return value;
    case 'file':
      return main.files.upload(undefined, basename(value), readable(value));
    default:
      return parseJson(value, id);
  }
}

async function* readable(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw new Problem('file-not-found', { name: path }, { cause });
  }
}

/** A keyboard, or nothing at all (`/dev/null`), feeds no JSON. */
function isFed(): boolean {
  const state = fstatSync(0);
  return state.isFIFO() || state.isFile() || state.isSocket();
}

async function readStandardInput({ stdin }: Terminal): Promise<Readonly<Record<string, JsonValue>>> {
  const written = await text(stdin);
  if (written.trim() === '') return {};
  const parsed = z.record(z.string(), z.json()).safeParse(parseJson(written, 'stdin'));
  if (!parsed.success) throw new Problem('cli-input-not-object');
  return parsed.data;
}

function parseJson(value: string, input: string): JsonValue {
  try {
    return z.json().parse(JSON.parse(value));
  } catch (cause) {
    throw new Problem('cli-input-not-json', { input }, { cause });
  }
}
