import type { JsonValue } from '@jacquard/flow';
import type { NodePlan } from '../plan/plan.ts';
import type { Frame, RunState, ScopeRun, Values } from './run-state.ts';

/** How many iterations of a `for-each` run at once when it doesn't say. */
const defaultConcurrency = 4;
/** How many turns a `repeat-until` makes at most when it doesn't say. */
const defaultTurns = 10;

/** The inputs of a scope as its `step-start` records them: those of its ports, and the first values of its state. */
export const stateKey = 'state';

/** Begins a scope: nothing inside is open yet. */
export function openScope(state: RunState, frame: Frame, node: NodePlan, inputs: Values): ScopeRun {
  const kind = node.scope?.kind;
  const scope: ScopeRun = {
    frame,
    node,
    inputs,
    count: countOf(kind, inputs),
    concurrency: kind === 'for-each' ? atLeastOne(inputs['concurrency'], defaultConcurrency) : 1,
    next: 0,
    open: new Map(),
    results: [],
    ended: 0,
    carried: firstState(inputs),
  };
  state.scopes.set(frame.prefix + node.id, scope);
  return scope;
}

function countOf(kind: string | undefined, inputs: Values): number {
  if (kind === 'for-each') return Array.isArray(inputs['items']) ? inputs['items'].length : 0;
  return kind === 'repeat-until' ? atLeastOne(inputs['max'], defaultTurns) : 1;
}

function firstState(inputs: Values): Values {
  const first = inputs[stateKey];
  return typeof first === 'object' && first !== null && !Array.isArray(first)
    ? (first as Readonly<Record<string, JsonValue>>) // boundary: an object, and no list
    : {};
}

function atLeastOne(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : otherwise;
}
