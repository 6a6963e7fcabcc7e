import { ask, Problem, type ChatModel, type ChatOptions } from '@jacquard/node-kit';

const longestShown = 3000;

/**
 * Shows a judge several responses to a question, and asks which one answers it best. Gives its place among them; undefined when the
 * judge names none of them, or can't be asked (responses beyond its context, no call left).
 */
export async function chooseBest(
  judge: ChatModel,
  {
    question,
    criteria,
    responses,
  }: { readonly question: string; readonly criteria: string; readonly responses: readonly string[] },
  options: ChatOptions,
): Promise<number | undefined> {
  if (responses.length < 2) return responses.length === 0 ? undefined : 0;
  const prompt = [
    `Question: ${question.slice(0, longestShown)}`,
    ...responses.map((response, place) => `Response ${place + 1}: ${response.trim().slice(0, longestShown)}`),
    `Which response answers the question best? ${criteria}`.trim(),
    'Start your answer with “The best response is Response X” (without quotes).',
  ].join('\n\n');
  try {
    const grammar = responseGrammar(judge, 'The best response is Response ', responses.length);
    const { text } = await ask(judge, prompt, { temperature: 0, grammar, ...options, name: 'judge' });
    return readResponseNumber(text, responses.length);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (Problem.is(error) && error.kind !== 'bug') return undefined;
    throw error;
  }
}

/** Holds a model that can be held to a grammar to naming one of so many responses. */
export function responseGrammar({ capabilities }: ChatModel, opening: string, count: number): string | undefined {
  if (!capabilities.grammar) return undefined;
  const numbers = Array.from({ length: count }, (_item, place) => JSON.stringify(String(place + 1)));
  return `root ::= ${JSON.stringify(opening)} (${numbers.join(' | ')})`;
}

/** The place of the first response that a text names by its number; undefined for none, or one that there isn't. */
export function readResponseNumber(text: string, count: number): number | undefined {
  const number = Number(/response\D{0,20}?(\d{1,4})/iu.exec(text)?.[1]);
  return number >= 1 && number <= count ? number - 1 : undefined;
}
