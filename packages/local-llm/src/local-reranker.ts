import { Problem } from '@jacquard/flow';
import type { Reranker } from '@jacquard/node-kit';
import { energyOf } from './energy/energy-of.ts';
import type { ModelHost } from './host/model-host.ts';

/** What a reranker over the host is made of. */
export interface LocalRerankerOptions {
  readonly host: ModelHost;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly languages: readonly string[];
}

/** A local model that ranks passages, as nodes know it. It holds nothing: the host loads the weights. */
export function createLocalReranker({ host, name, path, sha256, languages }: LocalRerankerOptions): Reranker {
  return {
    identity: { sha256 },
    name,
    location: 'local',
    languages: languages.length > 0 ? languages : undefined,
    async rank(query, passages, { run = '', signal, onUsage } = {}) {
      const question = { type: 'rank', model: { path }, run, priority: 'person' } as const;
      const reply = await host.ask({ ...question, query, documents: [...passages] }, { signal });
      if (reply.type !== 'rank-result') throw new Problem('model-host-confused', {}, { kind: 'bug' });
      onUsage?.(energyOf(reply));
      return reply.scores;
    },
  };
}
