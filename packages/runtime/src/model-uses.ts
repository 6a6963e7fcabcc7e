import { flowReach, type Descriptors, type FlowReach } from '@jacquard/flow';
import type { ModelsElsewhere, ModelUses } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';

export interface UsesSources {
  readonly stores: Pick<Stores, 'flows' | 'knowledge'>;
  readonly space: Space;
  readonly descriptors: Descriptors;
}

/** The flows and knowledge bases that name a model. Those set to "default" name none: they take whichever is chosen. */
export async function modelUses(sources: UsesSources, model: string): Promise<ModelUses> {
  const { stores, space } = sources;
  const flows = await flowsReaching(sources, ({ kind, name }) => kind === 'model' && name === model);
  const bases = await stores.knowledge.list(space);
  return {
    flows: flows.map(({ id, name }) => ({ id, name })),
    bases: bases
      .filter(({ document }) => document.embeddings === model)
      .map(({ id, document }) => ({ id, name: document.name ?? id })),
  };
}

/** The addresses that flows send to, each with those flows. What a run decides (`*`) or the configuration has no address. */
export async function addressesOfFlows(sources: UsesSources): Promise<ModelsElsewhere['addresses']> {
  const found = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, reached } of await flowsReaching(sources, isAddress)) {
    for (const { name: origin } of reached) found.set(origin, [...(found.get(origin) ?? []), { id, name }]);
  }
  return [...found].map(([origin, flows]) => ({ origin, flows })).sort((a, b) => a.origin.localeCompare(b.origin));
}

function isAddress({ kind, name }: FlowReach): boolean {
  return kind === 'address' && URL.canParse(name);
}

interface ReachingFlow {
  readonly id: string;
  readonly name: string;
  readonly reached: readonly FlowReach[];
}

async function flowsReaching(
  { stores, space, descriptors }: UsesSources,
  isWanted: (reach: FlowReach) => boolean,
): Promise<readonly ReachingFlow[]> {
  const found: ReachingFlow[] = [];
  for (const { id } of await stores.flows.list(space)) {
    const flow = await stores.flows.get(space, id);
    const reached = flow ? flowReach(flow.document, descriptors).filter(isWanted) : [];
    if (flow && reached.length > 0) found.push({ id, name: flow.document.name, reached });
  }
  return found;
}
