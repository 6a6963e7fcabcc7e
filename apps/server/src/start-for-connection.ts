import { Problem } from '@jacquard/flow';
import type { FlowCall, RunHandle, SpaceRuntime } from '@jacquard/runtime';
import { cancelWith } from './cancel-with.ts';

/** Starts a run that ends when its caller leaves: nobody else could learn of its outcome. Throws as `CallDesk.start`. */
export async function startForConnection(
  { calls }: Pick<SpaceRuntime, 'calls'>,
  call: FlowCall,
  gone: AbortSignal,
): Promise<RunHandle> {
  if (gone.aborted) throw new Problem('cancelled');
  const handle = await calls.start({ ...call, signal: gone });
  cancelWith(handle, gone);
  return handle;
}
