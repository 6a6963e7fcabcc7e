import { neededMemory, type Machine, type ModelState } from '@jacquard/protocol';

/** Whether a model does its work here: in words by `models.*`, with bytes and tokens a second. */
export type Verdict =
  | { readonly kind: 'too-large' | 'fits-tightly'; readonly need: number }
  | { readonly kind: 'runs-slowly'; readonly speed: number; readonly isEstimate: boolean }
  | { readonly kind: 'runs-well'; readonly isEstimate: boolean }
  | { readonly kind: 'fits' };

/** Tokens a second below which people wait for an answer: about as fast as they read. */
const readable = 7;
/** Vectors are read in bulk: a model that reads slower makes a knowledge base take hours. */
const readableInBulk = 100;

/** What a person should know before they choose a model. What it is measured or estimated to write counts last. */
export function verdictOf(
  model: ModelState,
  machine: Pick<Machine, 'totalMemory' | 'freeMemory'>,
  estimate: number | undefined,
): Verdict {
  const need = neededMemory(model);
  if (need > machine.totalMemory) return { kind: 'too-large', need };
  const speed = speedOf(model) ?? estimate;
  const isEstimate = speedOf(model) === undefined;
  // One that was measured has shown that it fits.
  if (isEstimate && need > machine.freeMemory) return { kind: 'fits-tightly', need };
  if (speed === undefined) return { kind: 'fits' };
  const least = model.isForEmbeddings ? readableInBulk : readable;
  return speed < least ? { kind: 'runs-slowly', speed, isEstimate } : { kind: 'runs-well', isEstimate };
}

function speedOf({ speed, isForEmbeddings }: ModelState): number | undefined {
  return isForEmbeddings ? speed?.reading : speed?.writing;
}

/** A speed that was not measured, and the model that it was reckoned from. */
export interface SpeedEstimate {
  readonly writing: number;
  readonly from: string;
}

/**
 * How fast a model will write, from the largest one that was measured here: writing a token reads all weights once, so
 * the memory's bandwidth decides, and speed goes with size. Undefined where none was measured, or it is for vectors.
 */
export function estimateSpeed(model: ModelState, models: readonly ModelState[]): SpeedEstimate | undefined {
  if (model.kind !== 'chat' || model.speed) return undefined;
  const measured = models
    .filter(({ speed, size }) => speed?.writing !== undefined && size > 0)
    .toSorted((a, b) => b.size - a.size)[0];
  const writing = measured?.speed?.writing;
  if (!measured || writing === undefined || model.size === 0) return undefined;
  return { writing: (writing * measured.size) / model.size, from: measured.name };
}
