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
  const isLost = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = merged.get(id)?.get('scope'); typeof at === 'string' && !seen.has(at);) {
      if (!merged.has(at)) return true;
      // It was there before, so it stays, at the top if need be.
      if (items.base.has(at)) return false;
      seen.add(at);
      at = merged.get(at)?.get('scope');
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
  const [used, own, other] = [nodes, mine.nodes, theirs.nodes].map(typesOf);
  const isUsed = (types: ReadonlySet<unknown> | undefined, type: string): boolean => types?.has(type) === true;
  for (const type of merged.keys()) {
    // What one side lists without a node of it was so before the merge, and stays.
    const isListed = (mine.types.has(type) && !isUsed(own, type)) || (theirs.types.has(type) && !isUsed(other, type));
    if (!isListed && !isUsed(used, type)) merged.delete(type);
  }
  // A type that one side needs no more, and the other still has.
  const add = (from: Parts, without: ReadonlySet<unknown> | undefined): void => {
    for (const [type, version] of from) {
      if (isUsed(used, type) && !merged.has(type) && !isUsed(without, type)) merged.set(type, version);
    }
  };
  add(theirs.types, own);
  add(mine.types, other);
  return merged;
}

function typesOf(nodes: Items): ReadonlySet<unknown> {
  return new Set([...nodes.values()].map((node) => node.get('type')));
}
