import type { StandIns } from '@jacquard/executor';
import { Problem } from '@jacquard/flow';
import type { Replay } from './replay.ts';
import { standInModel } from './stand-in-model.ts';

/** Components that may be built as they are: they ask nobody. */
const harmless: ReadonlySet<string> = new Set(['scorer']);

/**
 * What stands in for the world in a run that replays: models say what was recorded, and what else a step would ask is refused, so
 * that no test reaches a network, a key or a knowledge base.
 */
export function replayStandIns(replay: Replay): StandIns {
  const miss = (step: string, problem: Problem): Problem =>
    replay.miss({ step, problem, asked: '', recorded: undefined });
  const refuse = (): Promise<never> => Promise.reject(miss('', new Problem('test-network-refused')));
  return {
    component({ kind, node, step }) {
      if (kind === 'chat-model') return standInModel(replay, { model: node, node: nodeOfStep(step), step });
      if (harmless.has(kind)) return undefined;
      const user = nodeOfStep(step);
      throw miss(step, new Problem('test-step-not-recorded', { step, node: user }, { node: user }));
    },
    services: (own) => ({
      ...own,
      fetch: refuse,
      models: { ...own.models, chat: refuse, reranker: refuse },
    }),
  };
}

/** `each[3]/grade` is a step of `grade`. */
function nodeOfStep(step: string): string {
  return (step.split('/').at(-1) ?? step).replace(/\[\d+\]$/u, '');
}
