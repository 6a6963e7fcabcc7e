import { createLocalModels, type LocalModels } from '@jacquard/local-llm';
import { ensureStarterModel } from '@jacquard/local-llm/testing';
import type { ChatModel } from '@jacquard/node-kit';
import { createRecorder, freshPrompt, type ChatLoad, type LoadResult } from './chat-load.ts';

/** Jacquard's own way to local models, as the server uses it. */
export interface HostSide {
  readonly models: LocalModels;
  readonly model: ChatModel;
  readonly path: string;
  load(load: ChatLoad): Promise<LoadResult>;
  close(): Promise<void>;
}

/** Opens it over the starter model. */
export async function openHostSide(hostIdleAfter?: number): Promise<HostSide> {
  const { id, folder } = await ensureStarterModel();
  const log = { info: () => undefined, warn: () => undefined };
  const fetch = () => Promise.reject(new Error('offline'));
  const models = createLocalModels({ folder, fetch, environment: process.env, log, hostIdleAfter });
  const model = await models.chat(id, {});
  return {
    models,
    model,
    path: `${folder}/${id}.gguf`,
    load: (load) => runLoad(model, load),
    close: () => models.close(),
  };
}

async function runLoad(model: ChatModel, { chats, answerTokens }: ChatLoad): Promise<LoadResult> {
  const recorder = createRecorder(chats);
  const counts = await Promise.all(
    Array.from({ length: chats }, async (_chat, chat) => {
      const content = freshPrompt();
      // The end of a turn is kept away, so that all write as many tokens.
      const tokenBias = endTokens.map((token) => ({ token, bias: -100 }));
      const drawing = { temperature: 0.8, topP: 0.95, topK: 40, repeatPenalty: 1, seed: chat, tokenBias };
      const options = { ...drawing, maxTokens: answerTokens, run: `chat-${chat}` };
      let usage = { inputTokens: 0, outputTokens: 0 };
      for await (const chunk of model.stream([{ role: 'user', content }], options)) {
        if (chunk.text !== '') recorder.token(chat);
        const { inputTokens = usage.inputTokens, outputTokens = usage.outputTokens } = chunk.usage ?? {};
        usage = { inputTokens, outputTokens };
      }
      recorder.done();
      return usage;
    }),
  );
  const sum = (of: 'inputTokens' | 'outputTokens'): number => counts.reduce((total, usage) => total + usage[of], 0);
  return recorder.result(sum('inputTokens'), sum('outputTokens'));
}

/** The starter model's tokens for the end of a text and of a turn. */
const endTokens = [0, 2];
