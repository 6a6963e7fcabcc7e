import type { Items, ThreeItems } from './merge-items.ts';
import { isChanged } from './merge-items.ts';
import type { Side } from './merge-parts.ts';

/** A deletion as a person sees it: of the outermost scope that went, with all that it held. */
export interface Deletion {
  readonly root: string;
  /** The other side has changed it, or something in it. */
  readonly isTouched: boolean;
}

/** Finds out what each deletion of one side took along, and whether the other side has worked on that. */
export function deletionsOf({ base, mine, theirs }: ThreeItems): (id: string, by: Side) => Deletion {
  const lookUp = {
    mine: findTouched(base, mine, theirs),
    theirs: findTouched(base, theirs, mine),
  };
  return (id, by) => {
    const { rootOf, touched } = lookUp[by];
    const root = rootOf(id) ?? id;
    return { root, isTouched: touched.has(root) };
  };
}

/** `deleting` is the state of the side that deletes, `left` that of the other one. */
function findTouched(base: Items, deleting: Items, left: Items) {
  const rootOf = (id: string): string | undefined => {
    let root: string | undefined;
    const seen = new Set<string>();
    for (let at: unknown = id; typeof at === 'string' && !seen.has(at); at = left.get(at)?.get('scope')) {
      seen.add(at);
      if (base.has(at) && !deleting.has(at)) root = at;
    }
    return root;
  };
  const touched = new Set<string>();
  for (const [id, parts] of left) {
    const root = rootOf(id);
    if (root !== undefined && isChanged(base.get(id), parts)) touched.add(root);
  }
  return { rootOf, touched };
}
