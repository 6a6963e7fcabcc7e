import type { ModelPreview as FilePreview } from '@jacquard/local-llm';
import { modelFit, neededMemory, type Machine, type ModelPreview } from '@jacquard/protocol';

/** Adds to what a file says of itself whether it has room on this machine, and which of its quantisations have. */
export function withFit(preview: FilePreview, machine: Pick<Machine, 'totalMemory' | 'freeMemory'>): ModelPreview {
  const { choices, languages, isKnown, ...rest } = preview;
  void isKnown;
  const needed = neededMemory(preview);
  // What a context takes is the same for each quantisation: only the weights differ.
  const beside = needed - preview.size;
  return {
    ...rest,
    languages: [...languages],
    fit: modelFit(needed, machine),
    choices: choices.map((choice) => ({ ...choice, fit: modelFit(Math.max(0, choice.size + beside), machine) })),
  };
}
