import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredFlow } from '@jacquard/stores';
import type { FlowDesk } from '../flow-desk.ts';
import { adoptBundle, type AdoptSources } from './adopt-bundle.ts';
import { bundleLimits, tooLarge } from './bundle-problem.ts';
import { collectBundle, type BundleSources } from './collect-bundle.ts';
import { readBundle } from './read-bundle.ts';
import { writeBundle } from './write-bundle.ts';

export interface BundleDeskSources extends BundleSources, AdoptSources {
  readonly flows: FlowDesk;
  /** Where bundles are unpacked before anything of them is kept: a folder that is made when it is needed. */
  readonly folder: string;
}

/** Bundles: one zip of a flow with the flows, files and knowledge bases that it names. */
export class BundleDesk {
  readonly #sources: BundleDeskSources;

  constructor(sources: BundleDeskSources) {
    this.#sources = sources;
  }

  /** The zip of a flow, as it stands now. Throws `flow-not-found`, and for a broken file its reason. */
  async write(id: string): Promise<Readable> {
    const flow = await this.#sources.flows.runnable(id);
    return writeBundle(await collectBundle(this.#sources, flow));
  }

  /**
   * Takes in a bundle and returns its flow, imported: it asks before its first run, and nothing is built before. Nothing is kept of
   * one that is refused: `bundle-unsafe`, `bundle-too-large`, `bundle-damaged`, `bundle-without-flow`, `flow-invalid`, `knowledge-file-…`.
   */
  async read(bytes: AsyncIterable<Uint8Array>): Promise<StoredFlow> {
    const { folder: parent, descriptors } = this.#sources;
    await mkdir(parent, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(parent, 'bundle-'));
    try {
      const [zip, content] = [join(folder, 'bundle.zip'), join(folder, 'content')];
      await pipeline(limited(bytes), createWriteStream(zip, { mode: 0o600 }));
      await mkdir(content);
      const { unpackBundle } = await import('./unpack-bundle.ts');
      await unpackBundle(zip, content);
      return await adoptBundle(this.#sources, content, await readBundle(content, descriptors));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > bundleLimits.zipBytes) throw tooLarge('archive-bytes', { bytes: bundleLimits.zipBytes });
    yield chunk;
  }
}
