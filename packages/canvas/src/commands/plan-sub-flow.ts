import {
  isComponentKind,
  isInterfaceRole,
  nodeInputs,
  nodesById,
  ownValue,
  parseAddress,
  sourcesOf,
  type Descriptors,
  type FlowDocument,
  type NodePorts,
  type NodeRole,
  type PlacedNode,
} from '@jacquard/flow';
import type { Command } from '../command.ts';
import type { Refusal } from '../connection/connection-check.ts';
import { errorBroughtBy } from '../connection/error-brought-by.ts';
import { nodeIdFor } from '../node-id-for.ts';
import type { Position } from './add-node.ts';
import { wrapNodes } from './edit-scope.ts';

/** Why a part of a flow can't become what was asked for. */
export interface Refused {
  readonly refused: Refusal;
}

/** What a selection becomes as a sub-flow: the command, the id of the new node, and what stands in it. */
export interface SubFlowPlan {
  readonly id: string;
  readonly inner: readonly string[];
  readonly command: Command;
}

/** What the plan is made from: the flow as it is drawn. */
export interface SubFlowGround {
  readonly flow: FlowDocument;
  readonly descriptors: Descriptors;
  readonly ports: ReadonlyMap<string, NodePorts>;
  /** Where each node stands, relative to the scope around it. */
  readonly places: Readonly<Record<string, Position>>;
}

/**
 * Turns nodes into a sub-flow that is opened in place. The flow's inputs and outputs stay outside, since they stand at the
 * top only; so do models and other components that something outside uses, since no value of a run carries them.
 * Refused when the nodes stand in several scopes, when nothing is left, and for each error that the flow would get,
 * such as a circle over a node in between that isn't selected.
 */
export function planSubFlow(ground: SubFlowGround, ids: readonly string[]): SubFlowPlan | Refused {
  const { flow, descriptors, places } = ground;
  const type = [...descriptors.values()].find(({ role }) => role === 'sub-flow');
  const nodes = nodesById(flow);
  const chosen = outermost(ids, nodes);
  const scopes = new Set(chosen.map(({ parent }) => parent));
  if (scopes.size > 1) return refuse('selection-of-several-scopes');
  const inner = movable(chosen, ground);
  if (!type || inner.length === 0) return refuse('selection-not-wrappable');
  const id = nodeIdFor(type.type, flow);
  const command = wrapNodes({ id, type: type.type, version: type.version }, inner, places);
  const error = errorBroughtBy(flow, descriptors, command);
  if (error) return refuse(error.code, error.params);
  return { id, inner, command };
}

/** A refusal by its code. */
export function refuse(code: string, params: Refusal['params'] = {}): Refused {
  return { refused: { isAllowed: false, code, params } };
}

/** What isn't inside of another chosen node, in the order of the file. */
export function outermost(ids: readonly string[], nodes: ReadonlyMap<string, PlacedNode>): PlacedNode[] {
  const chosen = new Set(ids);
  const isInside = (id: string): boolean => {
    for (let at = nodes.get(id)?.parent; at !== undefined; at = nodes.get(at)?.parent) if (chosen.has(at)) return true;
    return false;
  };
  return [...nodes.values()].filter(({ id }) => chosen.has(id) && !isInside(id));
}

/** Goes round until no component is left inside that something outside uses: one can hang on another. */
function movable(chosen: readonly PlacedNode[], { flow, descriptors, ports }: SubFlowGround): string[] {
  const roleOf = ({ node }: PlacedNode): NodeRole | undefined => descriptors.get(node.type)?.role;
  const nodes = nodesById(flow);
  let inner = new Set(chosen.filter((one) => !isInterfaceRole(roleOf(one))).map(({ id }) => id));
  for (;;) {
    const usedOutside = new Set<string>();
    for (const placed of nodes.values()) {
      if (isWithin(placed.id, inner, nodes)) continue;
      for (const address of addressesOf(placed)) {
        const { node, port } = parseAddress(address);
        const kind = ownValue(ports.get(node)?.outputs, port)?.kind;
        if (inner.has(node) && kind && isComponentKind(kind)) usedOutside.add(node);
      }
    }
    if (usedOutside.size === 0) return [...inner];
    inner = new Set([...inner].filter((id) => !usedOutside.has(id)));
  }
}

function isWithin(id: string, inner: ReadonlySet<string>, nodes: ReadonlyMap<string, PlacedNode>): boolean {
  for (let at: string | undefined = id; at !== undefined; at = nodes.get(at)?.parent) if (inner.has(at)) return true;
  return false;
}

function addressesOf({ node }: PlacedNode): string[] {
  const inputs = nodeInputs(node).flatMap(({ input }) => sourcesOf(input));
  return [...inputs, ...Object.values(node.outputs ?? {}).map(({ from }) => from)];
}
