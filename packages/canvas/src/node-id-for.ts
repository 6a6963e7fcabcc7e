import { nodesById, type FlowDocument } from '@jacquard/flow';

/** An id for a new node: the last part of its type, numbered when the document has one already. */
export function nodeIdFor(
  type: string,
  flow: Pick<FlowDocument, 'nodes'>,
  taken: ReadonlySet<string> = new Set(),
): string {
  const ids = nodesById(flow);
  const base = type.split('.').at(-1) ?? 'node';
  let id = base;
  for (let number = 2; ids.has(id) || taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
