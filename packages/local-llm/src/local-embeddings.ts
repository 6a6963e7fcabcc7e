import { basename } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { EmbeddingsModel, HearUsage } from '@jacquard/node-kit';
import { embeddingPrefixes } from './embedding-prefixes.ts';
import { energyOf } from './energy/energy-of.ts';
import type { ModelHost } from './host/model-host.ts';
import type { LocalLog } from './local-log.ts';

/** What embeddings over the host are made of. */
export interface LocalEmbeddingsOptions {
  readonly host: ModelHost;
  readonly log: LocalLog;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  /** Undefined where the file doesn't say. */
  readonly languages: readonly string[] | undefined;
}

// An abort is heard between texts; messages between processes stay small.
const textsAtOnce = 32;

/** A local model's vectors as nodes and knowledge bases know them. It holds nothing: the host loads the weights. */
export function createLocalEmbeddings(options: LocalEmbeddingsOptions): EmbeddingsModel {
  const { host, log, name, path, sha256, languages } = options;
  const prefixes = embeddingPrefixes(name, basename(path));
  const embed = async (
    texts: readonly string[],
    owner: { readonly run: string; readonly priority: 'person' | 'batch' },
    signal?: AbortSignal,
    onUsage?: HearUsage,
  ): Promise<number[][]> => {
    const vectors: number[][] = [];
    for (let from = 0; from < texts.length; from += textsAtOnce) {
      const part = texts.slice(from, from + textsAtOnce);
      const reply = await host.ask({ type: 'embed', model: { path }, ...owner, texts: part }, { signal });
      if (reply.type !== 'embed-result') throw new Problem('model-host-confused', {}, { kind: 'bug' });
      if (reply.cut > 0)
        log.warn({ model: name, texts: reply.cut }, 'texts were too long for the embeddings and were cut');
      onUsage?.(energyOf(reply));
      vectors.push(...reply.vectors);
    }
    return vectors;
  };
  return {
    identity: { sha256, ...(prefixes.document !== '' && { before: prefixes.document }) },
    name,
    location: 'local',
    languages,
    embedDocuments: (texts, signal, onUsage) =>
      embed(
        texts.map((text) => prefixes.document + text),
        { run: 'documents', priority: 'batch' },
        signal,
        onUsage,
      ),
    // A question doesn't wait for all documents.
    embedQuery: async (text, signal, onUsage) =>
      (await embed([prefixes.query + text], { run: 'questions', priority: 'person' }, signal, onUsage))[0] ?? [],
  };
}
