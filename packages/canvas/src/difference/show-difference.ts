import type { FlowDocument } from '@jacquard/flow';
import type { FlowDifference } from './diff-flows.ts';
import { flowOfParts, partsOfFlow, type Parts } from './flow-parts.ts';

/** How a node is marked when two states are shown in one picture. */
export type DifferenceMark = 'added' | 'removed' | 'changed' | 'moved';

/** The later state with what was removed put back where it stood, so that both can be seen; and what each node is. */
export interface ShownDifference {
  readonly document: FlowDocument;
  readonly marks: Readonly<Record<string, DifferenceMark>>;
}

/** One picture of two states. It is for looking at alone: what was removed may read what isn't there any more. */
export function showDifference(before: FlowDocument, after: FlowDocument, difference: FlowDifference): ShownDifference {
  const [old, now] = [partsOfFlow(before), partsOfFlow(after)];
  const removed = new Set(difference.nodes.filter(({ change }) => change === 'removed').map(({ id }) => id));
  const pick = (items: ReadonlyMap<string, Parts>): (readonly [string, Parts])[] =>
    [...items].filter(([id]) => removed.has(id));
  const document = flowOfParts({
    ...now,
    types: new Map([...old.types, ...now.types]),
    nodes: new Map([...now.nodes, ...pick(old.nodes)]),
    places: new Map([...now.places, ...pick(old.places)]),
    notes: new Map([...old.notes, ...now.notes]),
  });
  const marks = difference.nodes.map(({ id, change, changes }): [string, DifferenceMark] => [
    id,
    change === 'changed' && changes.length === 0 ? 'moved' : change,
  ]);
  return { document, marks: Object.fromEntries(marks) };
}
