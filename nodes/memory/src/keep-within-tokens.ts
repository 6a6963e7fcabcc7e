import type { ChatModel, Message } from '@jacquard/node-kit';

/** What a message costs beside its text in the templates of most models. */
const tokensOfFrame = 4;
const charactersOfToken = 4;

/**
 * The longest end of a conversation that fits `most` tokens. Instructions at its beginning stay; a conversation never
 * begins with an answer whose question is gone.
 */
export async function keepWithinTokens(
  messages: readonly Message[],
  most: number,
  countTokens: ChatModel['countTokens'],
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const cost = async ({ content }: Message): Promise<number> =>
    tokensOfFrame + (countTokens ? await countTokens(content, signal) : Math.ceil(content.length / charactersOfToken));
  const system = messages.filter(({ role }) => role === 'system');
  const spoken = messages.filter(({ role }) => role !== 'system');
  let left = most;
  for (const message of system) left -= await cost(message);
  let begin = spoken.length;
  for (let index = spoken.length - 1; index >= 0; index--) {
    const message = spoken[index];
    left -= message ? await cost(message) : 0;
    if (left < 0) break;
    if (message?.role === 'user') begin = index;
  }
  const kept = spoken.slice(begin);
  return kept.length === 0 ? [] : [...system, ...kept];
}
