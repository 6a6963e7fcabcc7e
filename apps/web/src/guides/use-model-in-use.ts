import { useModels } from '../models/use-models.ts';

/** The model that “default” stands for, as far as guides must know it. */
export interface ModelInUse {
  readonly name: string;
  /** The very small one that comes along. */
  readonly isStarter: boolean;
  readonly languages: readonly string[];
}

const starter = 'smollm2-135m';

/** See {@link ModelInUse}; until it is known, the starter model. */
export function useModelInUse(): ModelInUse {
  const { data } = useModels();
  const model = data?.models.find(({ isDefault }) => isDefault);
  if (!model) return { name: data?.defaultModel ?? '', isStarter: data === undefined, languages: [] };
  return { name: model.name, isStarter: model.id === starter, languages: model.languages };
}
