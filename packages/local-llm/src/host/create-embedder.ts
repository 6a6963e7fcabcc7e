import type { LlamaModel, Token } from 'node-llama-cpp';
import { Problem } from '@jacquard/flow';

/** A vector of length 1, and whether its text was longer than the model takes. */
interface EmbeddedText {
  readonly vector: readonly number[];
  readonly isCut: boolean;
}

interface TextContext {
  getEmbeddingFor(tokens: Token[]): Promise<{ readonly vector: readonly number[] }>;
}

/** What is needed of a model for that. */
export type EmbeddingSource = Pick<LlamaModel, 'filename' | 'trainContextSize'> & {
  tokenize(text: string, specialTokens: false): Token[];
  createEmbeddingContext(options: { contextSize: number; batchSize: number; threads: number }): Promise<TextContext>;
};

/** Vectors of texts, each by one of a few contexts. */
export interface Embedder {
  /** A text that is too long counts by its beginning. Throws `embeddings-not-for-texts` where the model gives no vectors. */
  embed(text: string): Promise<EmbeddedText>;
}

// Passages have at most 4,000 characters, of which this is enough in most languages; memory grows with it.
const longestContext = 2048;
// Tokens that the model itself puts around a text.
const around = 4;

/** See {@link Embedder}. Opens as many contexts as texts are embedded at once. */
export function createEmbedder(model: EmbeddingSource, { threads }: { readonly threads: number }): Embedder {
  const idle: TextContext[] = [];
  const contextSize = Math.min(model.trainContextSize, longestContext);
  // An encoder looks at a whole text at once, so that a batch must hold one.
  const open = (): Promise<TextContext> =>
    model.createEmbeddingContext({ contextSize, batchSize: contextSize, threads });

  return {
    async embed(text) {
      const tokens = model.tokenize(text.trim() === '' ? '.' : text, false);
      const room = contextSize - around;
      try {
        const context = idle.pop() ?? (await open());
        const { vector } = await context.getEmbeddingFor(tokens.slice(0, room));
        idle.push(context);
        return { vector: toUnit(vector), isCut: tokens.length > room };
      } catch (error) {
        if (Problem.is(error)) throw error;
        throw unusable(model, error instanceof Error ? error.message : String(error));
      }
    },
  };

  function toUnit(vector: readonly number[]): number[] {
    const length = Math.hypot(...vector);
    if (!(length > 0) || !Number.isFinite(length)) throw unusable(model, 'NaN');
    return vector.map((value) => value / length);
  }
}

function unusable(model: EmbeddingSource, reason: string): Problem {
  return new Problem('embeddings-not-for-texts', { name: model.filename ?? '', reason }, { kind: 'operational' });
}
