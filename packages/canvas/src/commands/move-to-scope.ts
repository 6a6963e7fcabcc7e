import { ownValue, parseAddress } from '@jacquard/flow';
import type { FlowDraft } from '../command.ts';
import { eachNode, findNode } from '../find-node.ts';
import { moveNodes, type Position } from './add-node.ts';
import { rewireNode } from './rewire-node.ts';
import { setOwn } from './set-own.ts';
import { stepInto, stepOut, type EdgeStep } from './step-over-edge.ts';
import { traced, wireKey, type WireTrace } from './wire-trace.ts';

/** Nodes that go to another graph of the flow: into a scope, out of one, or from one to another. */
export interface ScopeMove extends Pick<EdgeStep, 'isValue' | 'reserved'> {
  /** None stands in another of them, and the scope in none of them. */
  readonly ids: readonly string[];
  /** Where they go; undefined for the top. */
  readonly scope: string | undefined;
  /** Where they stand there. */
  readonly places: Readonly<Record<string, Position>>;
  /** Wires that end, by their keys after the move: those that the flow can't have any more. */
  readonly cut: ReadonlySet<string>;
}

/** What a move did to wires. `touched`: the wires between what moved and what stayed, and all that lead another way now. */
interface MoveTrace extends WireTrace {
  readonly touched: readonly string[];
}

/** Moves nodes edge by edge: out of the scopes that they stand in, then into those around their new place. */
export function moveToScope(draft: FlowDraft, { ids, scope, places, cut, ...how }: ScopeMove): MoveTrace {
  const moved = new Set<string>();
  for (const id of ids)
    eachNode({ [id]: findNode(draft, id)?.node ?? { type: '' } }, (_node, inner) => moved.add(inner));
  const trace: WireTrace = { origins: new Map(), cut: [] };
  const added = new Set<string>();
  for (const beside of besideEachOther(draft, ids)) {
    const step = { ...how, draft, ids: beside, moved, trace, added };
    const { out, into } = wayTo(draft, beside[0] ?? '', scope);
    for (const left of out) stepOut(step, left);
    for (const entered of into) stepInto(step, entered);
  }
  const touched = cutWires(draft, { moved, trace, cut, added });
  dropUnread(draft, added);
  keepWholeGroups(draft, new Set(ids));
  moveNodes(places)(draft);
  return { ...trace, touched };
}

/** The nodes by the graph that they stand in. */
function besideEachOther(draft: FlowDraft, ids: readonly string[]): readonly (readonly string[])[] {
  const found = new Map<string | undefined, string[]>();
  for (const id of ids) {
    const scope = findNode(draft, id)?.scope;
    found.set(scope, [...(found.get(scope) ?? []), id]);
  }
  return [...found.values()];
}

/** The scopes that a node leaves, from inside outwards, and those that it enters, from outside inwards. */
function wayTo(draft: FlowDraft, id: string, scope: string | undefined): { out: string[]; into: string[] } {
  const from = chainOf(draft, findNode(draft, id)?.scope);
  const to = chainOf(draft, scope);
  return { out: from.filter((one) => !to.includes(one)), into: to.filter((one) => !from.includes(one)).toReversed() };
}

function chainOf(draft: FlowDraft, scope: string | undefined): string[] {
  const chain: string[] = [];
  for (let at = scope; at !== undefined; at = findNode(draft, at)?.scope) chain.push(at);
  return chain;
}

type Cutting = Pick<EdgeStep, 'moved' | 'trace' | 'added'> & Pick<ScopeMove, 'cut'>;

/** Ends the wires that are to be cut; all that could be. */
function cutWires(draft: FlowDraft, { moved, trace, cut, added }: Cutting): string[] {
  const touched: string[] = [];
  eachNode(draft.nodes, (node, reader) => {
    const replace = traced(trace, reader, (address, side, port) => {
      const key = wireKey(address, { node: reader, side, port });
      const isCrossing = moved.has(reader) !== moved.has(parseAddress(address).node);
      const isOwnOutput = side === 'result' && added.has(`${reader}.${port}`);
      if ((isCrossing || trace.origins.has(key)) && !isOwnOutput) touched.push(key);
      return cut.has(key) ? undefined : address;
    });
    rewireNode(node, replace);
  });
  return touched;
}

/** Outputs that were needed on the way alone go again. */
function dropUnread(draft: FlowDraft, added: ReadonlySet<string>): void {
  const read = new Set<string>();
  const note = (address: string): string => {
    read.add(address);
    return address;
  };
  eachNode(draft.nodes, (node) => rewireNode(node, note));
  for (const address of added) {
    if (read.has(address)) continue;
    const { node, port } = parseAddress(address);
    const outputs = findNode(draft, node)?.node.outputs;
    if (outputs && ownValue(outputs, port)) setOwn(outputs, port, undefined);
  }
}

/** A group that went as a whole stays one; nodes leave those of which others stay. */
function keepWholeGroups({ layout }: FlowDraft, ids: ReadonlySet<string>): void {
  for (const group of Object.values(layout?.groups ?? {})) {
    const left = group.nodes.filter((node) => !ids.has(node));
    if (left.length > 0 && left.length < group.nodes.length) group.nodes = left;
  }
}
