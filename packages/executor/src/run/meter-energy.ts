import {
  toRetriever,
  type ChatUsage,
  type EmbeddingsModel,
  type HearUsage,
  type ModelService,
  type Reranker,
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

/** Hears what calls use of energy, beside whoever else hears it, and puts it on the meters of step and run. */
export function hearerOf(run: Run, step: StepRun): (onUsage: HearUsage | undefined) => HearUsage {
  return (onUsage) => (usage) => {
    onUsage?.(usage);
    if (!step.isOver) addEnergy((step.usage ??= {}), usage);
    addEnergy(run.usage, usage);
  };
}

/** Models by name as a step asks for them: what ranking passages takes of energy goes on its meter. Rankers take turns as its run. */
export function bindModels(run: Run, step: StepRun, models: ModelService): ModelService {
  return {
    chat: (name, settings, signal) => models.chat(name, settings, signal),
    identify: (name) => models.identify(name),
    reranker: async (name, signal) => bindReranker(run, step, await models.reranker(name, signal)),
  };
}

function bindReranker(run: Run, step: StepRun, model: Reranker): Reranker {
  const hear = hearerOf(run, step);
  const { identity, name, location, languages } = model;
  const of = { run: run.request.runId };
  return {
    identity,
    name,
    location,
    languages,
    rank: (query, passages, options = {}) =>
      model.rank(query, passages, { ...options, ...of, onUsage: hear(options.onUsage) }),
  };
}
