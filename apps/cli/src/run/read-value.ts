import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Problem, type JsonValue, type Kind } from '@jacquard/flow';
import type { SpaceRuntime } from '@jacquard/runtime';
import { z } from 'zod';

/** Where a value goes: its name, for what is said of it, and its kind. */
export interface ValuePlace {
  readonly id: string;
  readonly kind: Kind;
}

/** A value as the kind of its place says: texts as they are, files by their paths, all else as JSON. Throws `cli-input-not-json`. */
export async function readValue(written: string, { id, kind }: ValuePlace, main: SpaceRuntime): Promise<JsonValue> {
  if (kind.kind === 'text' || kind.kind === 'choice') return written;
  if (isFileKind(kind)) return main.files.upload(undefined, basename(written), readable(written));
  return parseJson(written, id);
}

/** True for values that stand for a file. */
export function isFileKind({ kind }: Kind): boolean {
  return kind === 'file' || kind === 'image';
}

/** JSON that a person wrote for an input. Throws `cli-input-not-json`. */
export function parseJson(written: string, input: string): JsonValue {
  try {
    return z.json().parse(JSON.parse(written));
  } catch (cause) {
    throw new Problem('cli-input-not-json', { input }, { cause });
  }
}

async function* readable(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw new Problem('file-not-found', { name: path }, { cause });
  }
}
