import { ownValue, type FlowNode } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { findNode } from '../find-node.ts';

/** Whole pixels at a zoom of 1, relative to the scope around. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Adds a node at a place, at the top or in a scope. */
export function addNode(id: string, node: FlowNode, version: number, position: Position, scope?: string): Command {
  return (draft) => {
    const around = scope === undefined ? undefined : findNode(draft, scope)?.node;
    if (scope !== undefined && !around) return;
    const siblings = around ? (around.nodes ?? (around.nodes = {})) : draft.nodes;
    siblings[id] = node;
    (draft.types ?? (draft.types = {}))[node.type] = version;
    placeNode(id, position)(draft);
  };
}

/** Moves one node. */
export function placeNode(id: string, position: Position): Command {
  return (draft) => {
    const layout = draft.layout ?? (draft.layout = {});
    const places = layout.nodes ?? (layout.nodes = {});
    places[id] = { ...ownValue(places, id), x: Math.round(position.x), y: Math.round(position.y) };
  };
}

/** Moves nodes. */
export function moveNodes(positions: Readonly<Record<string, Position>>): Command {
  return (draft) => Object.entries(positions).forEach(([id, position]) => placeNode(id, position)(draft));
}

/** Sets the size of a node, in whole pixels. */
export function resizeNode(id: string, size: { readonly width: number; readonly height: number }): Command {
  return (draft) => {
    const place = ownValue(draft.layout?.nodes, id);
    if (!place) return;
    place.width = Math.round(size.width);
    place.height = Math.round(size.height);
  };
}
