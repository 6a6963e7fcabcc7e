import {
  toRetriever,
  type ChatUsage,
  type EmbeddingsModel,
  type HearUsage,
  type KnowledgeBase,
} from '@jacquard/node-kit';
import type { Run } from './run.ts';
import type { StepRun, UsageMeter } from './step-run.ts';

/** Adds what a call took of energy. A sum that holds an estimate is one. */
export function addEnergy(sum: UsageMeter, { energy, energyEstimated }: ChatUsage): void {
  if (energy === undefined) return;
  sum.energy = (sum.energy ?? 0) + energy;
  if (energyEstimated === true) sum.energyEstimated = true;
}

/** A step's own view of shared embeddings: what its calls take of energy goes on its meter. */
export function bindEmbeddings(run: Run, step: StepRun, model: EmbeddingsModel): EmbeddingsModel {
  const hear = hearerOf(run, step);
  return {
    identity: model.identity,
    name: model.name,
    location: model.location,
    languages: model.languages,
    embedDocuments: (texts, signal, onUsage) => model.embedDocuments(texts, signal, hear(onUsage)),
    embedQuery: (text, signal, onUsage) => model.embedQuery(text, signal, hear(onUsage)),
  };
}

/** A step's own view of a shared knowledge base: what it takes to embed a question goes on the step's meter. */
export function bindKnowledge(run: Run, step: StepRun, base: KnowledgeBase): KnowledgeBase {
  const hear = hearerOf(run, step);
  const own: KnowledgeBase = {
    identity: base.identity,
    id: base.id,
    name: base.name,
    search: (query, options) => base.search(query, { ...options, onUsage: hear(options?.onUsage) }),
    toRetriever: (options) => toRetriever(own, options),
  };
  return own;
}

function hearerOf(run: Run, step: StepRun): (onUsage: HearUsage | undefined) => HearUsage {
  return (onUsage) => (usage) => {
    onUsage?.(usage);
    if (!step.isOver) addEnergy((step.usage ??= {}), usage);
    addEnergy(run.usage, usage);
  };
}
