import { Problem, type FlowLimits } from '@jacquard/flow';
import type { RunLimits } from '../interfaces.ts';
import type { RunState } from '../schedule/run-state.ts';

/** What a run may use when nobody says otherwise. */
export const defaultLimits: RunLimits = {
  time: 60 * 60 * 1000,
  steps: 100_000,
  iterations: 100_000,
  tokens: 10_000_000,
  valueBytes: 64 * 1024 * 1024,
  depth: 16,
};

/** The least of each bound: a flow or a caller may ask for less than the server allows, never for more. */
export function boundLimits(
  server: Partial<RunLimits> | undefined,
  flow: FlowLimits | undefined,
  caller: Partial<RunLimits> | undefined,
): RunLimits {
  const most = { ...defaultLimits, ...server };
  const flowTime = flow?.time === undefined ? undefined : flow.time * 1000;
  return {
    time: least(most.time, flowTime, caller?.time),
    steps: least(most.steps, flow?.steps, caller?.steps),
    iterations: least(most.iterations, flow?.iterations, caller?.iterations),
    tokens: least(most.tokens, flow?.tokens, caller?.tokens),
    valueBytes: least(most.valueBytes, caller?.valueBytes),
    depth: least(most.depth, caller?.depth),
  };
}

function least(...bounds: readonly (number | undefined)[]): number {
  return Math.min(...bounds.filter((bound) => bound !== undefined));
}

/** The problem when the run has passed a bound that is counted. */
export function findPassedLimit(limits: RunLimits, state: RunState): Problem | undefined {
  if (state.steps > limits.steps) return new Problem('limit-steps', { limit: limits.steps });
  if (state.iterations > limits.iterations) return new Problem('limit-iterations', { limit: limits.iterations });
  return undefined;
}
