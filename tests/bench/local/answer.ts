import type { ChatChunk, ChatModel, ChatOptions } from '@jacquard/node-kit';

/** An answer as a whole. */
export interface WholeAnswer {
  readonly text: string;
  readonly finish: ChatChunk['finish'];
  readonly toolCalls: NonNullable<ChatChunk['toolCalls']>;
}

/** Asks a model once and reads its answer to the end. */
export async function wholeAnswer(model: ChatModel, content: string, options: ChatOptions): Promise<WholeAnswer> {
  let text = '';
  let finish: ChatChunk['finish'];
  const toolCalls: WholeAnswer['toolCalls'][number][] = [];
  for await (const chunk of model.stream([{ role: 'user', content }], options)) {
    text += chunk.text;
    finish = chunk.finish ?? finish;
    toolCalls.push(...(chunk.toolCalls ?? []));
  }
  return { text, finish, toolCalls };
}

/** Does something with each item, so many at once; results are in order. */
export async function eachOf<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const follow = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, follow));
  return results;
}
