import { parseAddress } from './address.ts';
import type { FlowDocument } from './flow-document.ts';
import { sourcesOf } from './input-form.ts';
import { isReadInside, nodeInputs } from './node-inputs.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';

/** Which values follow from which: nodes by id, and the inside of a scope (`each>`): the item, the state, the turn. */
export interface ValueGraph {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  /**
   * The nodes whose value follows from that of these, themselves included. Of a scope among them, what its inner nodes read
   * by its id is another, too. `stops` take nothing over: they have values of their own.
   */
  following(from: Iterable<string>, stops: ReadonlySet<string>): Set<string>;
}

/** The inside of a scope as a place of its own. */
function insideOf(scope: string): string {
  return `${scope}>`;
}

/**
 * ```
 *   a ──▶ each> ──▶ inner ──▶ each ──▶ b        each> ──▶ each
 * ```
 * What a fallback reads is left out: its value holds only for the step that failed. `isLoop`: whether a scope of this type
 * has turns. All that a loop holds follows from its inside, since there may be more turns, or fewer.
 */
export function createValueGraph(flow: Pick<FlowDocument, 'nodes'>, isLoop: (type: string) => boolean): ValueGraph {
  const nodes = nodesById(flow);
  const readers = new Map<string, string[]>();
  const follow = (source: string, reader: string): void => {
    const known = readers.get(source);
    if (known === undefined) readers.set(source, [reader]);
    else known.push(reader);
  };
  for (const { id, node } of nodes.values()) {
    const isScope = node.nodes !== undefined;
    for (const { place, input } of nodeInputs(node)) {
      if (place === 'fallback') continue;
      const reader = isScope ? insideOf(id) : id;
      for (const address of sourcesOf(input)) {
        follow(placeOf(nodes, parseAddress(address).node, id, isReadInside(place)), reader);
      }
    }
    if (!isScope) continue;
    follow(insideOf(id), id);
    if (isLoop(node.type)) {
      for (const [inner, { nodes: held }] of Object.entries(node.nodes ?? {})) {
        follow(insideOf(id), held === undefined ? inner : insideOf(inner));
      }
    }
    for (const output of Object.values(node.outputs ?? {})) {
      for (const address of sourcesOf(output)) follow(placeOf(nodes, parseAddress(address).node, id, true), id);
    }
  }
  return {
    nodes,
    following: (from, stops) => {
      const found = new Set<string>();
      for (const id of from) found.add(id).add(nodes.get(id)?.node.nodes === undefined ? id : insideOf(id));
      const open = [...found];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const reader of readers.get(next) ?? []) {
          const id = reader.endsWith('>') ? reader.slice(0, -1) : reader;
          if (found.has(reader) || stops.has(id)) continue;
          found.add(reader);
          open.push(reader);
        }
      }
      return new Set([...found].filter((place) => nodes.has(place)));
    },
  };
}

/** Read from within a scope, its id stands for its inside. */
function placeOf(nodes: ReadonlyMap<string, PlacedNode>, source: string, reader: string, isInside: boolean): string {
  let at = isInside ? reader : nodes.get(reader)?.parent;
  for (; at !== undefined; at = nodes.get(at)?.parent) if (at === source) return insideOf(source);
  return source;
}
