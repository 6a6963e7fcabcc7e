import { shortDigest, thoughtGraphLimits, type GraphThought } from '@jacquard/node-kit';

/** How a thought comes to be. */
export interface ThoughtOrigin {
  readonly operation: GraphThought['operation'];
  readonly by?: GraphThought['by'];
  /** Empty: it is made from the problem. */
  readonly parents: readonly GraphThought[];
  readonly text: string;
  /** Its place among those that were made with it. */
  readonly place: number;
  /** Of the step that makes it, so that two nodes never make the same thought. */
  readonly seed: number;
}

/** A new thought, one step further than its parents. Its id is a digest of how it came to be, so that branches can be brought together. */
export function newThought({ operation, by = 'model', parents, text, place, seed }: ThoughtOrigin): GraphThought {
  const origin = [operation, parents.map(({ id }) => id), text, place, seed];
  return {
    id: shortDigest(origin),
    parents: parents.map(({ id }) => id),
    depth: parents.reduce((most, { depth }) => Math.max(most, depth), 0) + 1,
    text: text.slice(0, thoughtGraphLimits.text),
    operation,
    by,
  };
}
