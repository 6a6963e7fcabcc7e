import { createHash } from 'node:crypto';
import type { KnowledgeIndex } from '../interfaces.ts';

/** Digests of an index by its revision: they are made anew only when it has changed. */
export function createDigest(index: KnowledgeIndex): () => Promise<string> {
  let known: { readonly revision: number; readonly digest: string } | undefined;
  return async () => {
    const revision = await index.revision();
    if (known?.revision === revision) return known.digest;
    const [files, settings] = await Promise.all([index.files(), index.settings()]);
    const held = files.map(({ source, sha256, state }) => [source, sha256, state].join('\0')).sort();
    const { embeddings = null, passages = null, reader = 0 } = settings ?? {};
    const digest = createHash('sha256')
      .update(JSON.stringify([embeddings, passages, reader, held]))
      .digest('hex');
    known = { revision, digest };
    return digest;
  };
}
