import { diffFlows, type PartChange } from '@jacquard/canvas';
import { jsonEquals, nodesById, type FlowDocument, type JsonValue } from '@jacquard/flow';
import type { RunView, StepView, Usage } from '@jacquard/protocol';
import { sumUsage } from '../usage-text.ts';

/** One value as it was in two runs; undefined: it wasn't there. */
export interface ValuePair {
  /** The port, or the flow's input or output. */
  readonly name: string;
  /** The step's path, where a node ran more than once. */
  readonly path?: string | undefined;
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
  readonly isSame: boolean;
}

/** What a node did in one run; all of its turns together. */
export interface NodeEffort {
  readonly status: StepView['status'];
  readonly isKept: boolean;
  /** Milliseconds. */
  readonly time: number;
  readonly turns: number;
  readonly usage: Usage;
}

/** A node in two runs. `left` or `right` is absent where it didn't run. */
export interface NodePair {
  readonly id: string;
  readonly left: NodeEffort | undefined;
  readonly right: NodeEffort | undefined;
  readonly outputs: readonly ValuePair[];
  /** Settings that differ; `undefined` where the node stands in one of the two flows alone. */
  readonly settings: readonly PartChange[] | undefined;
}

/** All that two runs of a flow have and don't have in common. */
export interface RunComparison {
  readonly inputs: readonly ValuePair[];
  readonly outputs: readonly ValuePair[];
  readonly nodes: readonly NodePair[];
}

/** Lays two runs side by side: what they were given, what each node gave and took, what came out, and what was set otherwise. */
export function compareRuns(left: RunView, right: RunView): RunComparison {
  const settings = settingsOf(left.flow, right.flow);
  const [before, after] = [stepsByNode(left), stepsByNode(right)];
  const ids = new Set([...idsOf(right.flow), ...after.keys(), ...idsOf(left.flow), ...before.keys()]);
  const nodes = [...ids].map((id): NodePair => {
    const [ofLeft, ofRight] = [before.get(id) ?? [], after.get(id) ?? []];
    return {
      id,
      left: effortOf(ofLeft),
      right: effortOf(ofRight),
      outputs: stepOutputs(ofLeft, ofRight),
      settings: settings.get(id),
    };
  });
  return {
    inputs: pairsOf(left.inputs, right.inputs),
    outputs: pairsOf(left.outputs, right.outputs),
    nodes: nodes.filter((node) => node.left !== undefined || node.right !== undefined || isSetOtherwise(node)),
  };
}

/** Whether anything but times differs. */
export function isOtherwise(node: NodePair): boolean {
  const ranInOne = (node.left === undefined) !== (node.right === undefined);
  return ranInOne || isSetOtherwise(node) || node.outputs.some(({ isSame }) => !isSame);
}

function isSetOtherwise({ settings }: NodePair): boolean {
  return settings === undefined || settings.length > 0;
}

function idsOf(flow: FlowDocument | undefined): Iterable<string> {
  return flow ? nodesById(flow).keys() : [];
}

/** The settings that differ, by node; nothing for a node that stands in both and is the same is an empty list. */
function settingsOf(left: FlowDocument | undefined, right: FlowDocument | undefined) {
  const found = new Map<string, readonly PartChange[] | undefined>();
  if (!left || !right) return found;
  for (const id of [...idsOf(left), ...idsOf(right)]) found.set(id, []);
  for (const { id, change, changes } of diffFlows(left, right).nodes) {
    found.set(id, change === 'changed' ? changes : undefined);
  }
  return found;
}

function stepsByNode({ steps }: RunView): ReadonlyMap<string, readonly StepView[]> {
  const found = new Map<string, StepView[]>();
  for (const step of steps.values()) {
    const known = found.get(step.node);
    if (known) known.push(step);
    else found.set(step.node, [step]);
  }
  return found;
}

function effortOf(steps: readonly StepView[]): NodeEffort | undefined {
  const last = steps.at(-1);
  if (!last) return undefined;
  return {
    status: (
      steps.find(({ status }) => status === 'failed') ??
      steps.findLast(({ status }) => status !== 'skipped') ??
      last
    ).status,
    isKept: steps.every(({ kept }) => kept),
    time: steps.reduce(
      (sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt ?? 0) - (startedAt ?? endedAt ?? 0)),
      0,
    ),
    turns: steps.length,
    usage: sumUsage(steps.map(({ usage }) => usage)),
  };
}

function stepOutputs(left: readonly StepView[], right: readonly StepView[]): ValuePair[] {
  const before = new Map(left.map((step) => [step.step, step]));
  const after = new Map(right.map((step) => [step.step, step]));
  const paths = [...new Set([...after.keys(), ...before.keys()])];
  return paths.flatMap((path) => {
    const pairs = pairsOf(before.get(path)?.outputs ?? {}, after.get(path)?.outputs ?? {});
    return paths.length === 1 ? pairs : pairs.map((pair) => ({ ...pair, path }));
  });
}

type Values = Readonly<Record<string, JsonValue>>;

function pairsOf(left: Values, right: Values): ValuePair[] {
  return [...new Set([...Object.keys(right), ...Object.keys(left)])].map((name) => {
    const [before, after] = [own(left, name), own(right, name)];
    const isSame = before !== undefined && after !== undefined && jsonEquals(before, after);
    return { name, left: before, right: after, isSame };
  });
}

function own(values: Values, name: string): JsonValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
