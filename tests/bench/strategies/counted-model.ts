import type { ChatModel } from '@jacquard/node-kit';

/** What a model was asked for since the count began. */
export interface ModelCount {
  readonly calls: number;
  readonly tokens: number;
}

/** A model whose calls and written tokens are counted; each of several answers is a call. */
export function countCalls(model: ChatModel): { readonly model: ChatModel; count(): ModelCount } {
  let calls = 0;
  let tokens = 0;
  const counted = (ask: ChatModel['stream']): ChatModel['stream'] =>
    async function* stream(messages, options) {
      calls += options?.samples ?? 1;
      for await (const chunk of ask(messages, options)) {
        tokens += chunk.usage?.outputTokens ?? 0;
        yield chunk;
      }
    };
  return { model: { ...model, stream: counted(model.stream) }, count: () => ({ calls, tokens }) };
}
