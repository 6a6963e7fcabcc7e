import { Problem } from '@jacquard/flow';
import type { FlowCall, RunHandle, SpaceRuntime } from '@jacquard/runtime';

/** Starts a run that ends when its caller leaves: nobody else could learn of its outcome. Throws as `CallDesk.start`. */
export async function startForConnection(
  { calls }: Pick<SpaceRuntime, 'calls'>,
  call: FlowCall,
  gone: AbortSignal,
): Promise<RunHandle> {
  if (gone.aborted) throw new Problem('cancelled');
  const handle = await calls.start({ ...call, signal: gone });
  const cancel = (): void => handle.cancel();
  if (gone.aborted) cancel();
  gone.addEventListener('abort', cancel, { once: true });
  const release = (): void => gone.removeEventListener('abort', cancel);
  handle.result.then(release, release);
  return handle;
}
