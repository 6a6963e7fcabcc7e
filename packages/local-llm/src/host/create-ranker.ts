import { Problem } from '@jacquard/flow';
import type { LlamaModel, LlamaRankingContext } from 'node-llama-cpp';

/** Says how well a document answers a query, by a model that was made for it (a cross-encoder). */
export interface Ranker {
  /** From 0 to 1. Of a document that is too long the best part counts. Throws `model-not-for-ranking`. */
  rank(query: string, document: string): Promise<number>;
}

/** What is needed of a model for that. */
export type RankingSource = Pick<LlamaModel, 'filename' | 'trainContextSize'> & {
  createRankingContext(options: {
    contextSize: number;
    batchSize: number;
    threads: number;
  }): Promise<Pick<LlamaRankingContext, 'rank'>>;
};

// Passages have at most 4,000 characters; memory grows with it.
const longestContext = 2048;

/** See {@link Ranker}. Opens as many contexts as documents are ranked at once. */
export function createRanker(model: RankingSource, { threads }: { readonly threads: number }): Ranker {
  const idle: Pick<LlamaRankingContext, 'rank'>[] = [];
  const contextSize = Math.min(model.trainContextSize, longestContext);
  return {
    async rank(query, document) {
      try {
        const context =
          idle.pop() ?? (await model.createRankingContext({ contextSize, batchSize: contextSize, threads }));
        const score = await context.rank(query, document.trim() === '' ? '.' : document, { onOverflow: 'maxChunk' });
        idle.push(context);
        if (!Number.isFinite(score)) throw new Error('NaN');
        return score;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Problem('model-not-for-ranking', { name: model.filename ?? '', reason }, { kind: 'operational' });
      }
    },
  };
}
