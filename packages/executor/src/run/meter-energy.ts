import type { ChatUsage, EmbeddingsModel, HearUsage } from '@jacquard/node-kit';
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
  const hear =
    (onUsage: HearUsage | undefined): HearUsage =>
    (usage) => {
      onUsage?.(usage);
      if (!step.isOver) addEnergy((step.usage ??= {}), usage);
      addEnergy(run.usage, usage);
    };
  return {
    identity: model.identity,
    name: model.name,
    location: model.location,
    languages: model.languages,
    embedDocuments: (texts, signal, onUsage) => model.embedDocuments(texts, signal, hear(onUsage)),
    embedQuery: (text, signal, onUsage) => model.embedQuery(text, signal, hear(onUsage)),
  };
}
