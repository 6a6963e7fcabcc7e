import { Problem } from '@jacquard/flow';
import type { ModelHost } from './host/model-host.ts';
import type { LocalModelState } from './local-model-state.ts';

/** Models that are named at most. */
const most = 3;

/**
 * A host whose `model-memory-short` names what would fit: installed models first, the largest of each. The host itself knows
 * files, not models.
 */
export function adviseFitting(host: ModelHost, list: () => Promise<readonly LocalModelState[]>): ModelHost {
  return {
    ...host,
    async ask(question, options) {
      try {
        return await host.ask(question, options);
      } catch (error) {
        if (!Problem.is(error) || error.code !== 'model-memory-short') throw error;
        const { free } = error.params;
        const fitting = typeof free === 'number' ? await namesThatFit(list, free) : undefined;
        const advice = fitting === undefined || fitting === '' ? {} : { fitting };
        throw new Problem(error.code, { ...error.params, ...advice }, { kind: error.kind, cause: error });
      }
    },
  };
}

async function namesThatFit(list: () => Promise<readonly LocalModelState[]>, free: number): Promise<string> {
  const models = await list().catch(() => []);
  const fitting = models.filter(
    ({ memory, isForEmbeddings }) => isForEmbeddings !== true && (memory ?? Infinity) <= free,
  );
  const isHere = ({ state }: LocalModelState): number => (state === 'installed' ? 1 : 0);
  return fitting
    .sort((one, other) => isHere(other) - isHere(one) || (other.memory ?? 0) - (one.memory ?? 0))
    .slice(0, most)
    .map(({ name }) => name)
    .join(', ');
}
