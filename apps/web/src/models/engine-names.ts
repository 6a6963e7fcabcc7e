import type { EngineItem } from '@jacquard/protocol';

/** Proper names, the same in every language. */
export const engineNames: Readonly<Record<EngineItem['name'], string>> = {
  cuda: 'CUDA',
  vulkan: 'Vulkan',
  metal: 'Metal',
};
