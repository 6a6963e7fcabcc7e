import { ask, Problem, type ChatModel, type ChatOptions } from '@jacquard/node-kit';
import { readResponseNumber, responseGrammar } from './choose-best.ts';

const longestShown = 3000;

/**
 * Universal self-consistency (Chen et al. 2023): the model itself is shown all responses and asked which is the most consistent
 * with the others. Gives its place among them; undefined when it names none of them, or can't be asked (responses beyond its
 * context, no call left).
 */
export async function mostConsistent(
  model: ChatModel,
  question: string,
  responses: readonly string[],
  options: ChatOptions,
): Promise<number | undefined> {
  if (responses.length < 2) return responses.length === 0 ? undefined : 0;
  const shown = responses.map((response, place) => `Response ${place + 1}: ${response.trim().slice(0, longestShown)}`);
  const prompt = [
    `I have generated the following responses to the question: ${question}`,
    ...shown,
    'Evaluate these responses. Select the most consistent response based on majority consensus. Start your answer with “The most consistent response is Response X” (without quotes).',
  ].join('\n\n');
  try {
    const grammar = responseGrammar(model, 'The most consistent response is Response ', responses.length);
    const { text } = await ask(model, prompt, { ...options, temperature: 0, grammar, name: 'most consistent' });
    return readResponseNumber(text, responses.length);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (Problem.is(error) && error.kind !== 'bug') return undefined;
    throw error;
  }
}
