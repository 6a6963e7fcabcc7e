import { ownValue, parseAddress } from '@jacquard/flow';
import type { FlowDraft, NodeDraft } from '../command.ts';
import { eachNode, findNode, type NodesDraft } from '../find-node.ts';
import { outputName } from './edit-scope.ts';
import { rewireNode, type ReadingSide } from './rewire-node.ts';
import { setOwn } from './set-own.ts';
import { traced, type WireTrace } from './wire-trace.ts';

/** Nodes on their way over the edge of a scope. */
export interface EdgeStep {
  readonly draft: FlowDraft;
  /** Nodes that stand beside each other. */
  readonly ids: readonly string[];
  /** These, and all that stands in them. */
  readonly moved: ReadonlySet<string>;
  /** False for models and other components, which no value of a run carries. */
  readonly isValue: (address: string) => boolean;
  /** Names that no output of the scope can have: those of its inner ports. */
  readonly reserved: (scope: string) => readonly string[];
  readonly trace: WireTrace;
  /** Outputs that scopes got on the way, as addresses. */
  readonly added: Set<string>;
}

/**
 * Nodes leave the scope that they stand in, to the graph around it. What they read inside they read by an output of it from then on;
 * who read them by an output reads them. Their wires from the scope's own inner ports end.
 *
 *     scope ( first ──▶ node ──▶ all ) ──▶ next      becomes      scope ( first ──▶ text ) ──▶ node ──▶ next
 */
export function stepOut(step: EdgeStep, id: string): void {
  const { draft, ids, moved, isValue, trace } = step;
  const scope = findNode(draft, id);
  if (!scope?.node.nodes) return;
  const inner = scope.node.nodes;
  const outputs = outputsOf(scope.node, id, step);
  const left = takeOutputs(scope.node, id, moved);
  const isRead = new Set<string>();
  eachNode(draft.nodes, (node, reader) => {
    const replace = (address: string): string | undefined => {
      const { node: owner } = parseAddress(address);
      if (!moved.has(reader)) {
        if (left.has(address)) isRead.add(address);
        return left.get(address) ?? address;
      }
      if (owner === id) return undefined;
      if (moved.has(owner) || !Object.hasOwn(inner, owner)) return address;
      return isValue(address) ? outputs.carry(address) : undefined;
    };
    rewireNode(node, traced(trace, reader, replace));
  });
  for (const [address, from] of left) {
    const to = { node: id, side: 'result', port: parseAddress(address).port } as const;
    if (!isRead.has(address)) trace.cut.push({ from, to });
  }
  outputs.write();
  moveAll(inner, scope.siblings, ids);
}

/**
 * Nodes go into a scope that stands beside them. Who reads them from outside reads an output of the scope from then on; what they read
 * of the scope they read where it comes from. Its own inputs can't hang on them any more.
 *
 *     scope ( first ──▶ all ) ──▶ node ──▶ next      becomes      scope ( first ──▶ node ──▶ text ) ──▶ next
 */
export function stepInto(step: EdgeStep, id: string): void {
  const { draft, ids, moved, isValue, trace } = step;
  const scope = findNode(draft, id);
  if (!scope?.node.nodes) return;
  const inside = new Set<string>();
  eachNode(scope.node.nodes, (_node, name) => inside.add(name));
  const outputs = outputsOf(scope.node, id, step);
  const before = { ...scope.node.outputs };
  eachNode(draft.nodes, (node, reader) => {
    const replace = (address: string, side: ReadingSide): string | undefined => {
      const { node: owner, port } = parseAddress(address);
      if (moved.has(reader)) return owner === id ? ownValue(before, port)?.from : address;
      if (!moved.has(owner) || inside.has(reader)) return address;
      if (reader === id) return insideSides.has(side) ? address : undefined;
      return isValue(address) ? outputs.carry(address) : undefined;
    };
    rewireNode(node, traced(trace, reader, replace));
  });
  outputs.write();
  moveAll(scope.siblings, scope.node.nodes, ids);
}

const insideSides: ReadonlySet<ReadingSide> = new Set(['next', 'until', 'result']);

/** Takes the outputs of moved nodes off their scope: what each was read as, and what it gave. */
function takeOutputs(node: NodeDraft, id: string, moved: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = Object.entries(node.outputs ?? {}).filter(([, { from }]) => moved.has(parseAddress(from).node));
  for (const [name] of taken) if (node.outputs) setOwn(node.outputs, name, undefined);
  return new Map(taken.map(([name, { from }]) => [`${id}.${name}`, from]));
}

/** The outputs of a scope, those that are there and those that it needs; written when all is read. */
function outputsOf(node: NodeDraft, id: string, { reserved, added }: EdgeStep) {
  const names = new Map(Object.entries(node.outputs ?? {}).map(([name, { from }]) => [from, name]));
  const carried = new Map<string, string>();
  const carry = (address: string): string => {
    const { node: owner, port } = parseAddress(address);
    const taken = [...Object.keys(node.outputs ?? {}), ...carried.keys(), ...reserved(id)];
    const name = names.get(address) ?? outputName(owner, port, taken);
    if (!names.has(address)) carried.set(name, address);
    names.set(address, name);
    return `${id}.${name}`;
  };
  const write = (): void => {
    for (const [name, from] of carried) {
      (node.outputs ?? (node.outputs = {}))[name] = { from };
      added.add(`${id}.${name}`);
    }
  };
  return { carry, write };
}

function moveAll(from: NodesDraft, into: NodesDraft, ids: readonly string[]): void {
  for (const id of ids) {
    const node = ownValue(from, id);
    if (!node) continue;
    delete from[id];
    into[id] = node;
  }
}
