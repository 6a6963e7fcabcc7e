export { catalog } from './catalog/catalog.ts';
export type { ModelPreview } from './own-models/model-preview.ts';
export type { NamedModelOptions } from './own-models/own-models.ts';
export { readGpuMemory, type GpuMemory } from './gpu-memory.ts';
export { createLocalModels, type LocalModels, type LocalModelsOptions } from './local-models.ts';
export type { LocalLog } from './local-log.ts';
export type { ModelSpeed } from './measure-speed.ts';
export type { LocalModelState } from './local-model-state.ts';
