import type { ELK, ElkExtendedEdge } from 'elkjs/lib/elk-api.js';
import type { Position } from './commands/add-node.ts';
import { scopeOrigin } from './commands/edit-scope.ts';
import { freePlace, type Box } from './free-place.ts';
import { growFrames } from './layout-growth.ts';
import { cornerOf, layoutTree, type LayoutItem, type NodeSizes } from './layout-tree.ts';
import { moveHidden } from './move-hidden.ts';
import type { CanvasNode } from './projection/project-flow.ts';
import type { CanvasWire } from './projection/project-wires.ts';
import { groupPadding, type ViewGroup } from './projection/view-groups.ts';

/** What is laid out: what is in sight of a flow. */
export interface LayoutGround {
  readonly nodes: readonly CanvasNode[];
  readonly wires: readonly Pick<CanvasWire, 'id' | 'source' | 'target'>[];
  readonly groups?: readonly ViewGroup[];
}

/** Where each node goes so that nothing overlaps and wires run to the right, and how large each scope becomes. */
export interface TidyLayout {
  readonly positions: Readonly<Record<string, Position>>;
  readonly sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>>;
}

export interface LayoutOptions {
  /**
   * These nodes alone; the others stay where they are, but for those that a loop around the chosen would cover as it grows. A group
   * of which one is chosen goes whole.
   */
  readonly only?: ReadonlySet<string> | undefined;
  /** Where the upper left corner of everything goes; a selection stays where it is. */
  readonly origin?: Position | undefined;
  /** What else stands at the top and is not to be covered by a selection: notes. */
  readonly obstacles?: readonly Box[] | undefined;
}

/** Boxes of one scope that are laid out together, and those beside them that stay. */
interface Part {
  readonly items: readonly LayoutItem[];
  readonly others: readonly Box[];
  readonly origin: Position;
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '88',
  'elk.spacing.nodeNode': '36',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

/** Room between a scope's frame and its nodes: its ports stand at its sides. */
const scopePadding = { top: scopeOrigin.y, left: scopeOrigin.x, bottom: 60, right: 170 };
const leastScope = { width: 560, height: 300 };

/**
 * Tidies a flow up with ELK's layered layout (Sugiyama et al. 1981). `elk` is handed in, since it belongs in a worker.
 * Groups keep together: an open one is a box around its nodes, a folded one moves its hidden nodes along. Each box is
 * laid out by itself, from inside outwards: ELK's own way with boxes in boxes fails where nothing in one is wired.
 */
export async function layoutFlow(
  elk: ELK,
  ground: LayoutGround,
  sizes: NodeSizes,
  layout: LayoutOptions = {},
): Promise<TidyLayout> {
  const tree = layoutTree(ground.nodes, ground.groups ?? [], sizes);
  const whole = { items: tree, others: [], origin: layout.origin ?? { x: 40, y: 80 } };
  const parts = layout.only ? chosenParts(tree, layout.only, layout.obstacles ?? []) : [whole];
  const laid = await Promise.all(parts.map(async (part) => layPart(elk, part, ground)));
  const together = {
    positions: Object.assign({}, ...laid.map(({ positions }) => positions)),
    sizes: Object.assign({}, ...laid.map((one) => one.sizes)),
  };
  return layout.only ? growFrames(tree, together) : together;
}

/** Of each scope the boxes that were chosen; what stands in one of them goes with it. */
function chosenParts(items: readonly LayoutItem[], only: ReadonlySet<string>, obstacles: readonly Box[]): Part[] {
  const isChosen = ({ id, group }: LayoutItem): boolean =>
    group ? group.nodes.some((node) => only.has(node.id)) : only.has(id);
  const chosen = items.filter(isChosen);
  const rest = items.filter((item) => !isChosen(item));
  const deeper = rest
    .flatMap((item) => (item.group ? item.children : [item]))
    .flatMap(({ children }) => chosenParts(children, only, []));
  if (chosen.length === 0) return deeper;
  return [{ items: chosen, others: [...rest, ...obstacles], origin: cornerOf(chosen) }, ...deeper];
}

async function layPart(elk: ELK, { items, others, origin }: Part, { wires }: LayoutGround): Promise<TidyLayout> {
  const laid = await layItems(elk, items, wires);
  const place = freePlace({ ...origin, ...extentOf(laid) }, others);
  const positions: Record<string, Position> = {};
  const sizes: Record<string, { width: number; height: number }> = {};
  readLayout(laid, place, { positions, sizes });
  return { positions, sizes };
}

/** A box that has its place beside the others around it, from 0/0 on. */
interface LaidItem {
  readonly item: LayoutItem;
  readonly box: Box;
  readonly children: readonly LaidItem[];
}

async function layItems(elk: ELK, items: readonly LayoutItem[], wires: LayoutGround['wires']): Promise<LaidItem[]> {
  const inside = await Promise.all(items.map(async ({ children }) => layItems(elk, children, wires)));
  const sized = items.map((item, index) => ({
    item,
    children: inside[index] ?? [],
    ...sizeOf(item, inside[index] ?? []),
  }));
  const holder = new Map(items.flatMap((item) => idsIn(item).map((id) => [id, item.id] as const)));
  const edges = new Map<string, ElkExtendedEdge>();
  for (const { source, target } of wires) {
    const [from, to] = [holder.get(source), holder.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from}>${to}`;
    edges.set(id, { id, sources: [from], targets: [to] });
  }
  const children = sized.map(({ item, width, height }) => ({ id: item.id, width, height }));
  const laid = await elk.layout({ id: '', layoutOptions: options, children, edges: [...edges.values()] });
  const places = new Map(laid.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  const corner = cornerOf([...places.values()]);
  return sized.map(({ item, width, height, children: inner }) => {
    const { x, y } = places.get(item.id) ?? corner;
    return { item, children: inner, box: { x: Math.round(x - corner.x), y: Math.round(y - corner.y), width, height } };
  });
}

/** A box is as large as what was laid out in it asks for. */
function sizeOf({ width, height, group }: LayoutItem, inside: readonly LaidItem[]): { width: number; height: number } {
  if (inside.length === 0) return { width: Math.ceil(width), height: Math.ceil(height) };
  const extent = extentOf(inside);
  const { top, right, bottom, left } = group ? groupPadding : scopePadding;
  const asked = { width: extent.width + left + right, height: extent.height + top + bottom };
  if (group) return asked;
  return { width: Math.max(leastScope.width, asked.width), height: Math.max(leastScope.height, asked.height) };
}

function idsIn({ id, children }: LayoutItem): string[] {
  return [id, ...children.flatMap(idsIn)];
}

function extentOf(laid: readonly LaidItem[]): { width: number; height: number } {
  return {
    width: Math.max(0, ...laid.map(({ box }) => box.x + box.width)),
    height: Math.max(0, ...laid.map(({ box }) => box.y + box.height)),
  };
}

interface Read {
  readonly positions: Record<string, Position>;
  readonly sizes: Record<string, { width: number; height: number }>;
}

function readLayout(laid: readonly LaidItem[], shift: Position, into: Read): void {
  for (const { item, box, children } of laid) {
    const at = { x: box.x + shift.x, y: box.y + shift.y };
    if (item.group) {
      if (item.group.isCollapsed) Object.assign(into.positions, moveHidden(item.group, at));
      else readLayout(children, { x: at.x + groupPadding.left, y: at.y + groupPadding.top }, into);
      continue;
    }
    into.positions[item.id] = at;
    if (children.length === 0) continue;
    into.sizes[item.id] = { width: box.width, height: box.height };
    readLayout(children, { x: scopePadding.left, y: scopePadding.top }, into);
  }
}
