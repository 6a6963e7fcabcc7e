import { fstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Problem, type FlowInterface, type FlowPort, type JsonValue } from '@jacquard/flow';
import type { SpaceRuntime } from '@jacquard/runtime';
import { z } from 'zod';
import type { CommandOptions } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { isFileKind, parseJson, readValue, type ValuePlace } from './read-value.ts';

type Values = Readonly<Record<string, JsonValue>>;

/**
 * The inputs of a run: those of `--inputs` (a file of JSON, `-` for the standard input), over them each `--input NAME=VALUE`, read as its
 * port's kind says. Without either, JSON of the standard input when that is a pipe or a file.
 */
export async function readInputs(
  terminal: Terminal,
  given: Pick<CommandOptions, 'input' | 'inputs'>,
  ports: readonly FlowPort[],
  main: SpaceRuntime,
): Promise<Values> {
  const { input, inputs } = given;
  const isAsked = input !== undefined || inputs !== undefined;
  if (!isAsked) return ports.length > 0 && isFed() ? readStandardInput(terminal) : {};
  const whole = inputs === undefined ? {} : await readWhole(terminal, inputs);
  return { ...whole, ...(await readPairs(input ?? [], ports, { unknown: 'cli-input-unknown', main })) };
}

/** What `--override NODE.INPUT=VALUE` sets; whether the flow allows it is asked where it is applied. */
export function readOverrides(
  written: readonly string[] | undefined,
  { overrides }: FlowInterface,
  main: SpaceRuntime,
): Promise<Values> {
  return readPairs(written ?? [], overrides, { unknown: 'cli-override-unknown', main });
}

async function readPairs(
  written: readonly string[],
  places: readonly ValuePlace[],
  { unknown, main }: { readonly unknown: string; readonly main: SpaceRuntime },
): Promise<Values> {
  const pairs = written.map(async (pair): Promise<[string, JsonValue]> => {
    const at = pair.indexOf('=');
    if (at < 1) throw new Problem('cli-input-form', { input: pair });
    const name = pair.slice(0, at);
    const place = places.find(({ id }) => id === name);
    if (place === undefined) throw new Problem(unknown, { input: name, inputs: places.map(({ id }) => id) });
    return [name, await readValue(await contentOf(pair.slice(at + 1), place), place, main)];
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** `@PATH` stands for what the file holds, `@@` for an @ at the beginning. Files are named by their paths, with or without. */
async function contentOf(written: string, { kind }: ValuePlace): Promise<string> {
  if (!written.startsWith('@')) return written;
  const path = written.slice(1);
  if (path.startsWith('@') || isFileKind(kind)) return path;
  return readText(path);
}

/** A keyboard, or nothing at all (`/dev/null`), feeds no JSON. */
function isFed(): boolean {
  const state = fstatSync(0);
  return state.isFIFO() || state.isFile() || state.isSocket();
}

async function readStandardInput({ stdin }: Terminal): Promise<Values> {
  const written = await text(stdin);
  return written.trim() === '' ? {} : objectOf(written, 'stdin');
}

async function readWhole(terminal: Terminal, path: string): Promise<Values> {
  return path === '-' ? readStandardInput(terminal) : objectOf(await readText(path), path);
}

function objectOf(written: string, source: string): Values {
  const parsed = z.record(z.string(), z.json()).safeParse(parseJson(written, source));
  if (!parsed.success) throw new Problem('cli-input-not-object', { source });
  return parsed.data;
}

/** The text of a file that the person named. Throws `cli-file-unreadable`. */
export async function readText(path: string): Promise<string> {
  const written = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Problem('cli-file-unreadable', { file: path }, { cause });
  });
  return written.replace(/^\uFEFF/, '');
}
