import type { Kind, Layout, Words } from '@jacquard/flow';
import { parseHandle } from './handle-id.ts';
import { crossingIn, crossingOut } from './crossing-port.ts';
import type { CanvasFlow, CanvasNode } from './project-flow.ts';
import type { CanvasWire } from './project-wires.ts';
import { boxedNodes, viewGroups, type ViewGroup } from './view-groups.ts';

/** An end at the edge of something folded or opened: it stands for a port that isn't in sight. */
export interface CrossingPort {
  readonly handle: string;
  /** Whose port it is, and what it is called: "Summary · Text". */
  readonly label: Words;
  readonly kind: Kind | undefined;
}

/** The ends at the edge of a box, by side. */
export interface Crossings {
  readonly inputs: readonly CrossingPort[];
  readonly outputs: readonly CrossingPort[];
}

/** A wire with its ends where they are drawn. `real`: the wire itself, when one of its ends is out of sight. */
export interface ViewWire extends CanvasWire {
  readonly real?: CanvasWire;
}

/** What is in sight of a flow: what is folded is a box, and of a scope that a person has entered the inside alone. */
export interface CanvasView {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly ViewWire[];
  readonly groups: readonly ViewGroup[];
  /** The scope that was entered: the edges of the canvas. */
  readonly stage: CanvasNode | undefined;
  /** Ends that stand for others, by element: a folded scope or the stage by id, a folded group as `group:ID`. */
  readonly crossings: ReadonlyMap<string, Crossings>;
}

type Groups = NonNullable<Layout['groups']>;

/** The id under which a group stands among the elements of the canvas. */
export function groupElementId(id: string): string {
  return `group:${id}`;
}

const noCrossings: ReadonlyMap<string, Crossings> = new Map();

/**
 * What is in sight of a projected flow. Takes linear time, and none where nothing is folded, grouped or entered: then
 * nodes and wires are the flow's own objects.
 */
export function viewFlow(canvas: CanvasFlow, groups: Groups = {}, entered?: string): CanvasView {
  const byId = new Map(canvas.nodes.map((node) => [node.id, node]));
  const stage = entered === undefined ? undefined : byId.get(entered);
  const scope = stage?.node.nodes ? stage : undefined;
  const isPlain = !scope && Object.keys(groups).length === 0 && !canvas.nodes.some(({ isCollapsed }) => isCollapsed);
  if (isPlain) return { ...canvas, groups: [], stage: undefined, crossings: noCrossings };
  const known = viewGroups(groups, byId);
  const standIns = findStandIns(canvas, byId, boxedNodes(known), scope?.id);
  const nodes = canvas.nodes.flatMap((node) => {
    if (standIns.get(node.id) !== node.id) return [];
    return [node.parent !== undefined && node.parent === scope?.id ? onStage(node) : node];
  });
  const { wires, crossings } = placeWires(canvas.wires, byId, standIns, scope);
  const isShown = (group: ViewGroup): boolean => group.nodes.some(({ id }) => isDrawn(id, group, standIns));
  const shown = known
    .filter(isShown)
    .map((group) => (group.scope === scope?.id ? { ...group, scope: undefined } : group));
  return { nodes, wires, groups: shown, stage: scope, crossings };
}

const staged = new WeakMap<CanvasNode, CanvasNode>();

/** A node of the entered scope stands at the top; the same node gives the same object, so that it isn't drawn anew. */
function onStage(node: CanvasNode): CanvasNode {
  const known = staged.get(node) ?? { ...node, parent: undefined };
  staged.set(node, known);
  return known;
}

function isDrawn(id: string, group: ViewGroup, standIns: ReadonlyMap<string, string>): boolean {
  return standIns.get(id) === (group.isCollapsed ? groupElementId(group.id) : id);
}

type ById = ReadonlyMap<string, CanvasNode>;

/** For each node in sight what stands for it: itself, or the outermost box around it. */
function findStandIns(
  { nodes }: CanvasFlow,
  byId: ById,
  boxed: ReadonlyMap<string, string>,
  entered: string | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id } of nodes) {
    const chain = chainTo(id, byId, entered);
    const box = chain?.find((at) => boxed.has(at) || (at !== id && byId.get(at)?.isCollapsed === true));
    if (chain) found.set(id, box === undefined ? id : groupOf(box, boxed));
  }
  return found;
}

function groupOf(id: string, boxed: ReadonlyMap<string, string>): string {
  const group = boxed.get(id);
  return group === undefined ? id : groupElementId(group);
}

/** The scopes around a node and itself, from outside inwards; undefined for what stands outside of the entered scope. */
function chainTo(id: string, byId: ById, entered: string | undefined): string[] | undefined {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.parent) {
    if (at === entered) return chain.length > 0 ? chain : undefined;
    chain.unshift(at);
  }
  return entered === undefined ? chain : undefined;
}

interface PlacedWires {
  readonly wires: readonly ViewWire[];
  readonly crossings: ReadonlyMap<string, Crossings>;
}

const insideEnds: ReadonlySet<string> = new Set(['inner', 'result', 'next', 'until']);

function placeWires(
  all: readonly CanvasWire[],
  byId: ById,
  standIns: ReadonlyMap<string, string>,
  stage: CanvasNode | undefined,
): PlacedWires {
  const edges = new Map<string, { inputs: Map<string, CrossingPort>; outputs: Map<string, CrossingPort> }>();
  const note = (element: string, side: 'inputs' | 'outputs', port: CrossingPort): string => {
    const edge = edges.get(element) ?? { inputs: new Map(), outputs: new Map() };
    edges.set(element, edge);
    edge[side].set(port.handle, port);
    return port.handle;
  };
  const isStageEnd = (node: string, handle: string): boolean =>
    node === stage?.id && insideEnds.has(parseHandle(handle).side);
  const wires = all.flatMap((wire): ViewWire[] => {
    const target = isStageEnd(wire.target, wire.targetHandle) ? wire.target : standIns.get(wire.target);
    if (target === undefined) return [];
    const ownSource = isStageEnd(wire.source, wire.sourceHandle) ? wire.source : standIns.get(wire.source);
    const source = ownSource ?? stage?.id;
    if (source === undefined) return [];
    const isSourceAway = source !== wire.source || (ownSource === undefined && stage !== undefined);
    const isTargetAway = target !== wire.target;
    if (!isSourceAway && !isTargetAway) return [wire];
    if (source === target && (isTargetAway || source !== stage?.id)) return [];
    const from = byId.get(wire.source);
    const to = byId.get(wire.target);
    const sourceHandle = isSourceAway ? note(source, 'outputs', crossingOut(wire, from)) : wire.sourceHandle;
    const targetHandle = isTargetAway ? note(target, 'inputs', crossingIn(wire, to)) : wire.targetHandle;
    return [{ ...wire, source, sourceHandle, target, targetHandle, real: wire }];
  });
  const crossings = new Map(
    [...edges].map(([id, { inputs, outputs }]) => [
      id,
      { inputs: [...inputs.values()], outputs: [...outputs.values()] },
    ]),
  );
  return { wires, crossings };
}
