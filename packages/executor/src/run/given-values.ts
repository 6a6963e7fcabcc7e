import { Problem, type ProblemData } from '@jacquard/flow';
import type { RunRequest } from '../interfaces.ts';
import { findGivenNode, isPath } from '../plan/find-node.ts';
import type { NodePlan, Plan } from '../plan/plan.ts';
import type { Frame, Values } from '../schedule/run-state.ts';
import { checkOutputs } from './check-outputs.ts';
import type { LargeValues } from './large-values.ts';

/** Outputs that a run takes as they are: as its steps see them, and as its events hold them. */
export interface GivenOutputs {
  readonly live: Values;
  readonly stored: Values;
}

/** What a run was given, by node id or by the path of one step. */
export type Given = ReadonlyMap<string, GivenOutputs>;

/** What of a request can be taken, and why the rest of its pins can't. */
export interface CheckedGiven {
  readonly outputs: ReadonlyMap<string, Values>;
  readonly unused: readonly ProblemData[];
}

/**
 * Holds given values against the ports of the nodes as they are now. A value of `given` that doesn't fit is refused with
 * what `valueFits` says, `output-missing` or `output-unknown`; a pin is left out, and why is told. Values of nodes that
 * the plan leaves out (it goes to a target that doesn't need them) are left out silently.
 */
export function checkGiven(plan: Plan, { given = {}, pins = {} }: Pick<RunRequest, 'given' | 'pins'>): CheckedGiven {
  const outputs = new Map<string, Values>();
  const unused: ProblemData[] = [];
  for (const [key, values] of Object.entries(pins)) {
    const node = findGivenNode(plan, key);
    if (node === undefined || Object.hasOwn(given, key)) continue;
    try {
      outputs.set(key, checkOutputs(node, values, mayLackOutputs(node, values)));
    } catch (error) {
      unused.push(misfitOf(node, error).toData());
    }
  }
  for (const [key, values] of Object.entries(given)) {
    const node = findGivenNode(plan, key);
    if (node === undefined && !plan.isPartial) throw new Problem('given-unknown', { step: key });
    if (node !== undefined) outputs.set(key, asPersons(node, values));
  }
  return { outputs, unused };
}

/** The nodes of the plan none of whose steps runs: those that are given as a whole. */
export function givenNodes(keys: Iterable<string>): ReadonlySet<string> {
  return new Set([...keys].filter((key) => !isPath(key)));
}

/** What the step of a node in this frame is given, if anything. */
export function givenTo(given: Given, frame: Frame, node: NodePlan): GivenOutputs | undefined {
  if (given.size === 0) return undefined;
  if (node.isGiven) return given.get(node.id);
  const path = frame.prefix + node.id;
  return isPath(path) ? given.get(path) : undefined;
}

/** The outputs with large ones as references, which the run holds from then on. */
export async function storeGiven(
  outputs: CheckedGiven['outputs'],
  largeValues: LargeValues,
): Promise<Map<string, GivenOutputs>> {
  const entries = [...outputs].map(async ([key, live]) => {
    return [key, { live, stored: await largeValues.store(live) }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** What a run that is taken up was given, from its `run-start`. Throws `value-lost`. */
export async function loadGiven(
  recorded: Readonly<Record<string, Values>>,
  largeValues: LargeValues,
): Promise<Map<string, GivenOutputs>> {
  const entries = Object.entries(recorded).map(async ([key, stored]) => {
    return [key, { live: await largeValues.load(stored), stored }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** As `run-start` records it. */
export function recordedGiven(given: Given): Readonly<Record<string, Values>> {
  return Object.fromEntries([...given].map(([key, { stored }]) => [key, stored]));
}

function asPersons(node: NodePlan, values: Values): Values {
  try {
    return checkOutputs(node, values, mayLackOutputs(node, values));
  } catch (error) {
    throw misfitOf(node, error);
  }
}

/** True where a step ends without all of its outputs: by its error port, a fallback, or a scope that was skipped inside. */
function mayLackOutputs({ scope, onError }: NodePlan, values: Values): true | undefined {
  return scope !== undefined || typeof onError === 'object' || Object.hasOwn(values, 'error') ? true : undefined;
}

/** What is wrong with a given value is a person's to put right, not the node's. */
function misfitOf(node: NodePlan, error: unknown): Problem {
  if (!Problem.is(error)) throw error;
  return new Problem(error.code, error.params, { kind: 'user', node: node.id });
}
