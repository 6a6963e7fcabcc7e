import { ownValue, parseAddress, type Layout } from '@jacquard/flow';
import type { Command, FlowDraft, NodeDraft } from '../command.ts';
import { eachNode, findNode, type NodesDraft } from '../find-node.ts';
import { placeNode, type Position } from './add-node.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import { forgetNodes } from './forget-nodes.ts';
import { rewireNode } from './rewire-node.ts';
import { setOwn } from './set-own.ts';

/** Where the inner graph begins in a scope's frame: right of its own ports, below its head. In pixels at a zoom of 1. */
export const scopeOrigin: Position = { x: 200, y: 96 };

/** Folds a scope to a card, or opens it. `position`: where it stands, for a document without a place for it. */
export function setCollapsed(id: string, isCollapsed: boolean, position: Position): Command {
  return (draft) => {
    if (!findNode(draft, id)?.node.nodes) return;
    if (!ownValue(draft.layout?.nodes, id)) placeNode(id, position)(draft);
    const place = ownValue(draft.layout?.nodes, id);
    if (place) setOwn<keyof typeof place>(place, 'collapsed', isCollapsed || undefined);
  };
}

/** What a scope that is put around nodes is. */
export interface NewScope {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly title?: string | undefined;
}

/**
 * Puts a scope around nodes of one scope. What is read of them from outside becomes an output of the new scope, named
 * after its port; what they read outside they go on reading there.
 */
export function wrapNodes(
  scope: NewScope,
  ids: readonly string[],
  places: Readonly<Record<string, Position>>,
): Command {
  return (draft) => {
    const siblings = ids[0] === undefined ? undefined : findNode(draft, ids[0])?.siblings;
    const inner = ids.filter((id) => siblings && Object.hasOwn(siblings, id));
    if (!siblings || inner.length === 0) return;
    const node: NodeDraft = { type: scope.type, ...(scope.title !== undefined && { title: scope.title }), nodes: {} };
    node.outputs = moveOutputs(draft, scope.id, inner);
    for (const id of inner) moveNode(siblings, node, id);
    siblings[scope.id] = node;
    (draft.types ?? (draft.types = {}))[scope.type] = scope.version;
    placeInner(scope.id, inner, places)(draft);
    joinGroup(draft, scope.id, inner);
  };
}

function moveNode(siblings: NodesDraft, into: NodeDraft, id: string): void {
  const moved = ownValue(siblings, id);
  if (!moved || !into.nodes) return;
  into.nodes[id] = moved;
  delete siblings[id];
}

/** Lets all that reads the nodes from outside read the scope instead; the outputs that it needs for that. */
function moveOutputs(draft: FlowDraft, scope: string, inner: readonly string[]): Record<string, { from: string }> {
  const chosen = new Set(inner);
  const names = new Map<string, string>();
  const replace = (address: string): string => {
    const { node, port } = parseAddress(address);
    if (!chosen.has(node)) return address;
    const name = names.get(address) ?? outputName(node, port, [...names.values()]);
    names.set(address, name);
    return `${scope}.${name}`;
  };
  eachOutside(draft.nodes, chosen, (node) => rewireNode(node, replace));
  return Object.fromEntries([...names].map(([from, name]) => [name, { from }]));
}

/** `error` is what a scope's own failure is called. */
export function outputName(node: string, port: string, taken: readonly string[]): string {
  if (port !== 'error' && !taken.includes(port)) return port;
  let name = `${node}-${port}`;
  for (let number = 2; taken.includes(name); number += 1) name = `${node}-${port}-${number}`;
  return name;
}

function eachOutside(siblings: NodesDraft, chosen: ReadonlySet<string>, visit: (node: NodeDraft) => void): void {
  for (const [id, node] of Object.entries(siblings)) {
    if (chosen.has(id)) continue;
    visit(node);
    if (node.nodes) eachOutside(node.nodes, chosen, visit);
  }
}

/** The scope stands where its nodes stood; they keep their places to each other. */
function placeInner(scope: string, inner: readonly string[], places: Readonly<Record<string, Position>>): Command {
  const known = inner.flatMap((id) => ownValue(places, id) ?? []);
  const left = Math.min(...known.map(({ x }) => x));
  const top = Math.min(...known.map(({ y }) => y));
  return (draft) => {
    if (known.length === 0) return;
    placeNode(scope, { x: left, y: top })(draft);
    for (const id of inner) {
      const place = ownValue(places, id);
      if (place) placeNode(id, { x: place.x - left + scopeOrigin.x, y: place.y - top + scopeOrigin.y })(draft);
    }
  };
}

/**
 * A group of which all nodes went in stands inside now. Nodes leave a group that others stay in; when all of them did, the
 * scope takes their place there.
 */
function joinGroup(draft: FlowDraft, scope: string, inner: readonly string[]): void {
  const chosen = new Set(inner);
  for (const group of Object.values(draft.layout?.groups ?? {})) {
    const left = group.nodes.filter((id) => !chosen.has(id));
    if (left.length === 0 || left.length === group.nodes.length) continue;
    const isFromHere = inner.every((id) => group.nodes.includes(id));
    group.nodes = isFromHere ? [...left, scope] : left;
  }
}

/**
 * Takes a scope away and leaves its nodes where it stood; what read its outputs reads theirs. For a sub-flow alone: the
 * nodes of a loop read ports that nothing has without it.
 */
export function dissolveScope(id: string, places: Readonly<Record<string, Position>>): Command {
  return (draft) => {
    const found = findNode(draft, id);
    const { nodes, outputs = {} } = found?.node ?? {};
    if (!found || !nodes) return;
    const inner = Object.keys(nodes);
    delete found.siblings[id];
    for (const [name, node] of Object.entries(nodes)) found.siblings[name] = node;
    const replace = (address: string): string | undefined => {
      const { node, port } = parseAddress(address);
      return node === id ? ownValue(outputs, port)?.from : address;
    };
    eachNode(draft.nodes, (node) => rewireNode(node, replace));
    for (const name of inner) {
      const place = ownValue(places, name);
      if (place) placeNode(name, place)(draft);
    }
    takeGroupOf(draft, id, inner);
    forgetNodes(draft, new Set([id]));
    dropUnusedTypes(draft);
  };
}

/** The nodes take the scope's place in its group, unless they have a group of their own. */
function takeGroupOf(draft: FlowDraft, id: string, inner: readonly string[]): void {
  const groups: NonNullable<Layout['groups']> = draft.layout?.groups ?? {};
  const grouped = new Set(Object.values(groups).flatMap(({ nodes }) => nodes));
  for (const group of Object.values(groups)) {
    if (group.nodes.includes(id)) group.nodes = [...group.nodes, ...inner.filter((name) => !grouped.has(name))];
  }
}
