import type { JsonValue } from '@jacquard/flow';
import type { Plan } from '../plan/plan.ts';
import type { RunState } from './run-state.ts';

/** The state of a run before its first event. */
export function createRunState(plan: Plan, externals: readonly (JsonValue | undefined)[] = []): RunState {
  return {
    plan,
    externals,
    frames: new Map(),
    scopes: new Map(),
    root: undefined,
    steps: 0,
    iterations: 0,
    status: 'new',
  };
}
