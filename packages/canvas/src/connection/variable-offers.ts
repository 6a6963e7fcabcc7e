import type { CanvasFlow, CanvasNode } from '../projection/project-flow.ts';
import { isComponentKind, kindFits, type Kind, type Language } from '@jacquard/flow';

/** A value that a template could take: the name that its variable would have, and where it comes from. */
export interface VariableOffer {
  readonly name: string;
  /** The output's address; undefined for an input that the node has already. */
  readonly from: string | undefined;
  /** Title of the node and label of the output, for people. */
  readonly place: string;
}

const mostOffers = 60;

/**
 * What a variable of a node may stand for, likeliest first: the inner values of the loops around it (an item), then the
 * outputs of nodes near it that fit. Nodes that read this one, and those inside other loops, are left out: they can't be
 * wired here.
 */
export function variableOffers(canvas: CanvasFlow, id: string, kind: Kind, language: Language): VariableOffer[] {
  const nodes = new Map(canvas.nodes.map((node) => [node.id, node]));
  const own = nodes.get(id);
  if (!own) return [];
  const around = scopesAround(nodes, own);
  const later = readers(canvas, nodes, id);
  const inner = around.flatMap((scope) => offersOf(scope, 'inner', kind, language));
  const outer = canvas.nodes
    .filter((node) => !later.has(node.id) && isInReach(node, around))
    .toSorted((one, other) => distance(nodes, own, one) - distance(nodes, own, other))
    .flatMap((node) => offersOf(node, 'outputs', kind, language));
  return withOwnNames([...inner, ...outer].slice(0, mostOffers));
}

function scopesAround(nodes: ReadonlyMap<string, CanvasNode>, node: CanvasNode): CanvasNode[] {
  const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
  return parent ? [parent, ...scopesAround(nodes, parent)] : [];
}

/** A node sees the nodes of its own scope and of those around it. */
function isInReach({ parent }: CanvasNode, around: readonly CanvasNode[]): boolean {
  return parent === undefined || around.some((scope) => scope.id === parent);
}

/** The node itself, the scopes around it, and all that reads one of these. */
function readers(canvas: CanvasFlow, nodes: ReadonlyMap<string, CanvasNode>, id: string): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of canvas.wires) next.set(source, [...(next.get(source) ?? []), target]);
  const found = new Set([id]);
  for (const at of found) {
    for (const reader of next.get(at) ?? []) found.add(reader);
    const parent = nodes.get(at)?.parent;
    if (parent !== undefined) found.add(parent);
  }
  return found;
}

function offersOf(node: CanvasNode, side: 'inner' | 'outputs', kind: Kind, language: Language): VariableOffer[] {
  const ports = Object.entries(node.ports[side]).filter(([name]) => name !== 'error');
  const fitting = ports.filter(
    ([, port]) => !isComponentKind(port.kind) && kindFits(port.kind, kind).fit !== 'refused',
  );
  const title = node.node.title ?? node.descriptor?.title[language] ?? node.id;
  return fitting.map(([name, port]) => ({
    name: side === 'outputs' && ports.length === 1 ? node.id : name,
    from: `${node.id}.${name}`,
    place: `${title} · ${port.label[language]}`,
  }));
}

/** Outputs of the same name get that of their node in front. */
function withOwnNames(offers: readonly VariableOffer[]): VariableOffer[] {
  const taken = new Set<string>();
  return offers.map((offer) => {
    const name = taken.has(offer.name) ? (offer.from ?? offer.name).replace('.', '-') : offer.name;
    taken.add(name);
    return { ...offer, name };
  });
}

function distance(nodes: ReadonlyMap<string, CanvasNode>, one: CanvasNode, other: CanvasNode): number {
  const [from, to] = [placeOf(nodes, one), placeOf(nodes, other)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

/** Where a node stands on the canvas; in a scope it is placed relative to it. */
function placeOf(
  nodes: ReadonlyMap<string, CanvasNode>,
  { position, parent }: CanvasNode,
): { readonly x: number; readonly y: number } {
  const scope = parent === undefined ? undefined : nodes.get(parent);
  if (!scope) return position;
  const around = placeOf(nodes, scope);
  return { x: around.x + position.x, y: around.y + position.y };
}
