import type { Machine, ModelFit } from './model-api.ts';

/** Bytes that a model needs in memory: as its file says, else a little more than its size. */
export function neededMemory({
  memory,
  size,
}: {
  readonly memory?: number | null | undefined;
  readonly size: number;
}): number {
  return memory ?? Math.round(size * 1.2);
}

/** Whether so many bytes have room on a machine: `tight` is where other programs would have to be closed. */
export function modelFit(
  needed: number,
  { totalMemory, freeMemory }: Pick<Machine, 'totalMemory' | 'freeMemory'>,
): ModelFit {
  if (needed > totalMemory) return 'too-large';
  return needed > freeMemory ? 'tight' : 'well';
}
