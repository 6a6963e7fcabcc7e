import { Problem, type Message } from '@jacquard/flow';
import type { LocalModels } from '@jacquard/local-llm';
import type {
  askNextTokensSchema,
  askTokensSchema,
  modelHostSchema,
  nextTokensSchema,
  tokensSchema,
} from '@jacquard/protocol';
import type { z } from 'zod';

/** What a local model can be looked at for, outside of any flow. All throw as the model does, and the signal's reason. */
export interface ModelInsides {
  /** Throws `model-not-for-writing` for one that has no next word. */
  nextTokens(
    model: string,
    asked: z.output<typeof askNextTokensSchema>,
    signal: AbortSignal,
  ): Promise<z.infer<typeof nextTokensSchema>>;
  tokens(
    model: string,
    asked: z.output<typeof askTokensSchema>,
    signal: AbortSignal,
  ): Promise<z.infer<typeof tokensSchema>>;
  /** Starts no host where none runs. Models are named by id: where their files lie stays here. */
  host(): Promise<z.infer<typeof modelHostSchema>>;
}

type Local = Pick<LocalModels, 'list' | 'chat' | 'hostState' | 'idOfFile'>;

/** See {@link ModelInsides}. */
export function createModelInsides(local: Local): ModelInsides {
  return {
    async nextTokens(id, asked, signal) {
      const known = (await local.list()).find((model) => model.id === id);
      if (known && known.kind !== 'chat') throw new Problem('model-not-for-writing', { name: known.name });
      const model = await local.chat(id, {}, signal);
      if (!model.nextTokens) throw new Problem('model-not-for-writing', { name: model.name });
      const found = await model.nextTokens(inputOf(asked), asked.top, { signal, after: asked.after });
      const { inputTokens, after, tokens, logits } = found;
      const bytes = Buffer.from(logits.buffer, logits.byteOffset, logits.byteLength);
      return { inputTokens, after: [...after], tokens: [...tokens], logits: bytes.toString('base64') };
    },
    async tokens(id, asked, signal) {
      const model = await local.chat(id, {}, signal);
      return { tokens: [...((await model.tokenize?.(inputOf(asked), signal)) ?? [])] };
    },
    async host() {
      const state = await local.hostState();
      if (!state) return {};
      const { engine, memory, reading, writing } = state;
      const models = state.models.map(async ({ path, ...model }) => {
        const id = await local.idOfFile(path);
        return { ...model, ...(id !== undefined && { id }) };
      });
      return { host: { engine, memory, reading, writing, models: await Promise.all(models) } };
    },
  };
}

function inputOf({ text, messages = [] }: { text?: string | undefined; messages?: readonly Message[] | undefined }) {
  return text ?? messages;
}
