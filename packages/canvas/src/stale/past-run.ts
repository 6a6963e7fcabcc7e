import { nodesById, type PlacedNode } from '@jacquard/flow';
import type { RunView, StepView } from '@jacquard/protocol';
import type { EndedRun, PastState } from './forecast-run.ts';

/**
 * A run as the next one is foretold from. `view` is read as it stands: a run that goes on gives another answer later.
 * Undefined before the run's document is known.
 */
export function pastRunOf(view: RunView): EndedRun | undefined {
  const { flow, inputs, given = {} } = view;
  if (flow === undefined) return undefined;
  const steps = stepsByNode(view, nodesById(flow));
  return {
    flow,
    inputs,
    given,
    outputsOf: (node) => {
      const [step, other] = steps.get(node) ?? [];
      return other === undefined ? step?.outputs : undefined;
    },
    stateOf: (node) => stateOfSteps(steps.get(node) ?? []),
  };
}

function stateOfSteps(steps: readonly StepView[]): PastState {
  if (steps.length === 0) return 'absent';
  if (steps.every(({ status }) => status === 'skipped')) return 'skipped';
  const isFine = steps.every(({ status, isHandled }) => status === 'skipped' || (status === 'done' && !isHandled));
  return isFine ? 'done' : 'failed';
}

/** The steps of the flow's own nodes: a called flow may have a node of the same id. */
function stepsByNode(view: RunView, nodes: ReadonlyMap<string, PlacedNode>): Map<string, StepView[]> {
  const found = new Map<string, StepView[]>();
  for (const step of view.steps.values()) {
    if (!isOwn(step.step, nodes)) continue;
    const known = found.get(step.node);
    if (known === undefined) found.set(step.node, [step]);
    else known.push(step);
  }
  return found;
}

function isOwn(path: string, nodes: ReadonlyMap<string, PlacedNode>): boolean {
  if (!path.includes('/')) return true;
  const ids = path.split('/').map((segment) => segment.replace(/\[\d+\]$/, ''));
  return ids.every((id, at) => nodes.get(id)?.parent === ids[at - 1]);
}
