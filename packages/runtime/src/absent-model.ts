import type { Problem } from '@jacquard/flow';
import type { ChatModel } from '@jacquard/node-kit';

/**
 * A local model that isn't on this machine yet: known by its name and languages, and failing when it is asked to write. So a step
 * that can do without a model's words still does the rest, and any other fails with the same problem.
 */
export function createAbsentModel(problem: Problem, name: string, languages: readonly string[] | undefined): ChatModel {
  const refuse = (): Promise<never> => Promise.reject(problem);
  return {
    identity: { absent: name },
    name,
    location: 'local',
    capabilities: {
      streaming: true,
      seed: true,
      schema: true,
      grammar: true,
      logprobs: false,
      tools: false,
      languages,
    },
    stream: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
    complete: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
    score: refuse,
    countTokens: refuse,
    tokenize: refuse,
    nextTokens: refuse,
    toLangChain: refuse,
  };
}
