import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import { allParts } from '../gguf/split-name.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';
import { probeAddress } from './probe-address.ts';

/** An address that a person gave. Of a model in several files, the first one's. */
export function addressSource(url: string, fetch: Fetch): ModelSource {
  return {
    id: 'address',
    locate: (signal) =>
      Promise.all(
        partAddresses(url).map(async (part): Promise<LocatedFile> => ({
          at: { url: part },
          expected: await probeAddress(fetch, { url: part }, signal),
        })),
      ),
  };
}

/** A file of this machine that a person named, with its other parts beside it. It is copied, so that it can go. */
export function fileSource(path: string): ModelSource {
  return {
    id: 'file',
    locate: () =>
      Promise.all(
        allParts(basename(path)).map(async (name): Promise<LocatedFile> => {
          const part = join(dirname(path), name);
          const about = await stat(part).catch(() => undefined);
          if (about?.isFile() !== true) throw new Problem('model-part-missing', { file: name });
          return { at: { path: part }, expected: { size: about.size } };
        }),
      ),
  };
}

/** The addresses of all parts: what stands behind the file's name (a signature) goes along. */
function partAddresses(address: string): string[] {
  const url = new URL(address);
  const name = decodeURIComponent(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
  return allParts(name).map((part) => {
    const other = new URL(url);
    other.pathname = `${url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)}${encodeURIComponent(part)}`;
    return part === name ? address : other.href;
  });
}
