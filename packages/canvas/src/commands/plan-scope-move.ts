import {
  isComponentKind,
  isInterfaceRole,
  nodesById,
  ownValue,
  parseAddress,
  type FlowDocument,
  type PlacedNode,
} from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';
import { errorKeys } from '../connection/error-brought-by.ts';
import { moveToScope, type ScopeMove } from './move-to-scope.ts';
import { outermost, refuse, type Refused, type SubFlowGround } from './plan-sub-flow.ts';
import type { CutWire } from './wire-trace.ts';

/** What moving nodes to another graph of the flow does. */
export interface ScopeMovePlan {
  readonly command: Command;
  /** The nodes that go; what stands in them goes along. */
  readonly moved: readonly string[];
  /** Wires that there can't be any more. */
  readonly cut: readonly CutWire[];
}

/** Where nodes go: into `scope`, or with undefined to the top. The places of the ground are those that they get there. */
export type ScopeMoveGround = SubFlowGround;

/**
 * Moves nodes into a scope, out of one, or from one to another. Wires stay as long as there is a way: what leaves a scope goes by an
 * output of it, what comes in is read there. Those end which would make a circle, or whose kind doesn't fit any more: a list is made
 * of what a loop gives, and models leave none. Refused when none of the nodes can go: inputs and outputs of the flow stand at the top
 * only, a scope doesn't go into itself, and what is there already doesn't move.
 */
export function planScopeMove(
  ground: ScopeMoveGround,
  ids: readonly string[],
  scope: string | undefined,
): ScopeMovePlan | Refused {
  const { flow, descriptors, ports, places } = ground;
  const nodes = nodesById(flow);
  if (scope !== undefined && !nodes.get(scope)?.node.nodes) return refuse('selection-of-several-scopes');
  const outer = outermost(ids, nodes).filter(({ id, parent }) => parent !== scope && !isAround(id, scope, nodes));
  const chosen = outer.filter(({ node }) => scope === undefined || !isInterfaceRole(descriptors.get(node.type)?.role));
  if (outer.length > 0 && chosen.length === 0) return refuse('interface-in-scope', { scope: scope ?? '' });
  const moved = chosen.map(({ id }) => id);
  const move: Omit<ScopeMove, 'cut'> = {
    ids: moved,
    scope,
    places: Object.fromEntries(moved.flatMap((id) => (places[id] ? [[id, places[id]]] : []))),
    isValue: (address) => {
      const { node, port } = parseAddress(address);
      const kind = ownValue(ports.get(node)?.outputs, port)?.kind;
      return kind === undefined || !isComponentKind(kind);
    },
    reserved: (id) => [...Object.keys(ports.get(id)?.inner ?? {}), ...Object.keys(ports.get(id)?.outputs ?? {})],
  };
  const { cut, lost } = findCut(ground, move);
  return { command: (draft) => void moveToScope(draft, { ...move, cut }), moved, cut: lost };
}

interface FoundCut {
  readonly cut: ReadonlySet<string>;
  readonly lost: readonly CutWire[];
}

/** Which wires have to end, so that the flow gets no error but those of what is missing then: none, or as few as there are. */
function findCut({ flow, descriptors }: ScopeMoveGround, move: Omit<ScopeMove, 'cut'>): FoundCut {
  const known = errorKeys(flow, descriptors);
  const attempt = (cut: ReadonlySet<string>): Attempt => moveWithout(flow, { ...move, cut });
  const whole = attempt(new Set());
  const bare = attempt(new Set(whole.touched));
  const missing = errorKeys(bare.flow, descriptors);
  const isSound = ({ flow: after }: Attempt): boolean =>
    [...errorKeys(after, descriptors)].every((error) => known.has(error) || missing.has(error));
  if (isSound(whole)) return { cut: new Set(), lost: whole.lost };
  let cut: ReadonlySet<string> = new Set(whole.touched);
  for (const key of whole.touched) {
    const fewer = new Set([...cut].filter((one) => one !== key));
    if (isSound(attempt(fewer))) cut = fewer;
  }
  return { cut, lost: attempt(cut).lost };
}

interface Attempt {
  readonly flow: FlowDocument;
  readonly touched: readonly string[];
  readonly lost: readonly CutWire[];
}

function moveWithout(flow: FlowDocument, move: ScopeMove): Attempt {
  let touched: readonly string[] = [];
  let lost: readonly CutWire[] = [];
  const after = applyCommand(flow, (draft) => {
    const trace = moveToScope(draft, move);
    touched = trace.touched;
    lost = trace.cut;
  });
  return { flow: after, touched, lost };
}

/** Whether a scope is a node or stands in it. */
function isAround(id: string, scope: string | undefined, nodes: ReadonlyMap<string, PlacedNode>): boolean {
  for (let at = scope; at !== undefined; at = nodes.get(at)?.parent) if (at === id) return true;
  return false;
}
