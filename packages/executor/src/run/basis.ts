import { canonicalJson, nodesById } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunRequest } from '../interfaces.ts';
import type { NodePlan } from '../plan/plan.ts';
import type { Values } from '../schedule/run-state.ts';

type RunStart = Extract<RunEvent, { type: 'run-start' }>;

/** The steps of a run that another one goes on from. */
export interface Basis {
  readonly runId: string;
  /** The step's outputs, if it was there with the same type, version and inputs. Large values are references. */
  find(path: string, node: NodePlan, recorded: Values): Values | undefined;
}

interface PastStep {
  readonly inputs: Values;
  outputs: Values | undefined;
}

/**
 * What a past run has to offer, from its durable events. Only steps of its own flow that came to an end by themselves:
 * what an error port or fallback gave, and what was given, is no value of the node. Inputs are compared as they were
 * recorded, with large values as references and components by identity.
 */
export function createBasis({ runId, events }: NonNullable<RunRequest['basis']>): Basis {
  const begin = events.find((event) => event.type === 'run-start');
  const steps = new Map<string, PastStep>();
  for (const event of events) {
    if (event.type === 'step-start' && event.inputs !== undefined) {
      steps.set(event.step, { inputs: event.inputs, outputs: undefined });
    }
    const step = event.type === 'step-end' ? steps.get(event.step) : undefined;
    const isOwn = event.type === 'step-end' && event.handled === undefined && event.pinned !== true;
    if (step !== undefined && isOwn) step.outputs = event.outputs;
  }
  const typeOf = begin === undefined ? () => undefined : typesOf(begin);
  return {
    runId,
    find: (path, node, recorded) => {
      const step = steps.get(path);
      if (step?.outputs === undefined || typeOf(path) !== `${node.type}@${node.version}`) return undefined;
      return canonicalJson(step.inputs) === canonicalJson(recorded) ? step.outputs : undefined;
    },
  };
}

/** The type and version of the node that a step's path names; undefined for one inside a flow that was called. */
function typesOf({ flow }: RunStart): (path: string) => string | undefined {
  const nodes = nodesById(flow);
  return (path) => {
    let parent: string | undefined;
    for (const segment of path.split('/')) {
      const id = segment.replace(/\[\d+\]$/, '');
      if (nodes.get(id)?.parent !== parent) return undefined;
      parent = id;
    }
    const type = parent === undefined ? undefined : nodes.get(parent)?.node.type;
    return type === undefined ? undefined : `${type}@${flow.types?.[type]}`;
  };
}
