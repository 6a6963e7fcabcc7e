import { modelFit, neededMemory, type Machine, type ModelFit, type ModelState } from '@jacquard/protocol';

/** Models that can be fetched for one purpose, by whether the machine has room for them. */
export interface ModelGroup {
  readonly kind: ModelState['kind'];
  readonly fits: readonly { readonly fit: ModelFit; readonly models: readonly ModelState[] }[];
}

/** Whether it belongs to those of this machine: it is here, on its way, was begun or added, or flows need it. */
export function isHere({ state, partial = 0, isDefault, addedFrom }: ModelState): boolean {
  return state !== 'absent' || partial > 0 || isDefault || addedFrom !== undefined;
}

const kinds: readonly ModelState['kind'][] = ['chat', 'embeddings', 'reranking'];
const fits: readonly ModelFit[] = ['well', 'tight', 'too-large'];

/** Sorts models by purpose, then by what the machine has room for; each as the catalog has it, from small to large. Empty parts are left out. */
export function groupModels(
  models: readonly ModelState[],
  machine: Pick<Machine, 'totalMemory' | 'freeMemory'>,
): ModelGroup[] {
  const fitOf = (model: ModelState): ModelFit => modelFit(neededMemory(model), machine);
  const groupOf = (kind: ModelState['kind']): ModelGroup => {
    const ofKind = models.filter((model) => model.kind === kind);
    const byFit = fits.map((fit) => ({ fit, models: ofKind.filter((model) => fitOf(model) === fit) }));
    return { kind, fits: byFit.filter((part) => part.models.length > 0) };
  };
  return kinds.map(groupOf).filter((group) => group.fits.length > 0);
}

/** Whether all words that were typed stand in what is said of the model, its languages and licence included. */
export function matchesWords(texts: readonly string[], typed: string): boolean {
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const all = plain(texts.join(' '));
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
