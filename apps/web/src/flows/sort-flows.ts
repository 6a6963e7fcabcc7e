import type { FlowSummary } from '@jacquard/protocol';

/** In which order one's flows are listed. */
export const flowOrders = ['changed', 'name'] as const;
export type FlowOrder = (typeof flowOrders)[number];

/** What was changed last comes first; or by name, as a reader of the language looks it up. */
export function sortFlows<Flow extends Pick<FlowSummary, 'name' | 'updatedAt'>>(
  flows: readonly Flow[],
  order: FlowOrder,
  language: string,
): readonly Flow[] {
  if (order === 'changed') return flows.toSorted((a, b) => b.updatedAt - a.updatedAt);
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return flows.toSorted((a, b) => compare(a.name, b.name) || b.updatedAt - a.updatedAt);
}
