import type { Machine, ModelsElsewhere, ModelUses, TryEvent } from '@jacquard/protocol';
import { readGpuMemory, type Engines, type GpuMemory } from '@jacquard/local-llm';
import type { Fetch } from '@jacquard/node-kit';
import { describeMachine } from './machine.ts';
import { createModelInsides, type ModelInsides } from './model-insides.ts';
import { addressesOfFlows, modelUses } from './model-uses.ts';
import { providersElsewhere } from './models-elsewhere.ts';
import type { SecretBook } from './secret-book.ts';
import type { SpaceSources } from './space.ts';
import { tryModel } from './try-model.ts';

/** What a person wants to know of models before choosing one. */
export interface ModelDesk {
  machine(): Machine;
  /** What models run on here, and could. */
  readonly engines: Engines;
  readonly insides: ModelInsides;
  uses(model: string): Promise<ModelUses>;
  elsewhere(): Promise<ModelsElsewhere>;
  /** See `tryModel`. */
  try(model: string, prompt: string, signal: AbortSignal): AsyncGenerator<TryEvent, void, void>;
}

/** See {@link ModelDesk}. Nothing is asked or loaded before it is wanted. */
export function createModelDesk(sources: SpaceSources, secrets: SecretBook, fetch: Fetch): ModelDesk {
  const { stores, space, registry, configuration, local } = sources;
  const uses = { stores, space, descriptors: registry.descriptors };
  const hasSecret = (name: string): boolean => secrets.has(name);
  let gpu: GpuMemory | undefined;
  let askedOf: string | undefined;
  return {
    engines: local.engines,
    insides: createModelInsides(local),
    machine: () => {
      // Asked once of an engine, when somebody first looks; a driver may take its time, so that the next look tells it.
      const choice = local.engines.choose();
      if (askedOf !== choice.engine) void readGpuMemory({ choice }).then((found) => (gpu = found));
      askedOf = choice.engine;
      return { ...describeMachine(), gpu };
    },
    uses: (model) => modelUses(uses, model),
    async elsewhere() {
      const asked = [providersElsewhere({ configuration, hasSecret, fetch }), addressesOfFlows(uses)] as const;
      const [providers, addresses] = await Promise.all(asked);
      return { providers: [...providers], addresses };
    },
    try: (model, prompt, signal) => tryModel(local, model, prompt, signal),
  };
}
