import type { FlowParts, Parts } from '../difference/flow-parts.ts';
import type { CollisionLog } from './collisions.ts';
import { mergeItems, type Items } from './merge-items.ts';
import { mergeParts } from './merge-parts.ts';
import { deletionsOf } from './scope-deletions.ts';

/** Three states of a flow, taken apart. */
export interface ThreeParts {
  readonly base: FlowParts;
  readonly mine: FlowParts;
  readonly theirs: FlowParts;
}

/** Merges the nodes of all scopes. A scope that was deleted collides as one thing with all that it held. */
export function mergeNodes({ base, mine, theirs }: ThreeParts, log: CollisionLog): Items {
  const items = { base: base.nodes, mine: mine.nodes, theirs: theirs.nodes };
  const deletions = deletionsOf(items);
  const merged = mergeItems(items, {
    part: (id, collision) => log.part('node', id, collision),
    deletion: (id, by) => {
      const { root, isTouched } = deletions(id, by);
      return isTouched ? log.deletion('node', root, by) : by;
    },
  });
  const scopeOf = (id: string): unknown => (items.mine.get(id) ?? items.theirs.get(id))?.get('scope');
  const isLost = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = scopeOf(id); typeof at === 'string' && !seen.has(at); at = scopeOf(at)) {
      if (!merged.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  // What one side has put into a scope that goes, goes with it.
  const lost = [...merged.keys()].filter((id) => !items.base.has(id) && isLost(id));
  for (const id of lost) merged.delete(id);
  return merged;
}

/** The versions of the types that the merged nodes have. */
export function mergeTypes({ base, mine, theirs }: ThreeParts, nodes: Items): Parts {
  const merged = mergeParts(base.types, mine.types, theirs.types, () => 'theirs');
  const used = typesOf(nodes);
  const usedBefore = new Set([...typesOf(mine.nodes), ...typesOf(theirs.nodes)]);
  for (const type of merged.keys()) if (usedBefore.has(type) && !used.has(type)) merged.delete(type);
  for (const [type, version] of [...theirs.types, ...mine.types]) {
    if (used.has(type) && !merged.has(type)) merged.set(type, version);
  }
  return merged;
}

function typesOf(nodes: Items): ReadonlySet<unknown> {
  return new Set([...nodes.values()].map((node) => node.get('type')));
}
