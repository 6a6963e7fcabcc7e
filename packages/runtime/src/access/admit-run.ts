import type { RunHandle, RunService } from '../run-service.ts';
import type { KeyLedger } from './key-ledger.ts';
import type { Principal } from './principal.ts';

/** Starts a run within the limits of whoever asks, and counts it until it ends. Throws `limit-reached`, and what `start` throws. */
export async function admitRun(
  { ledger, runs }: { readonly ledger: KeyLedger; readonly runs: Pick<RunService, 'begun'> },
  principal: Principal,
  start: () => Promise<RunHandle>,
): Promise<RunHandle> {
  if (principal.kind !== 'key') return start();
  const { begun, end } = await ledger.admit(principal);
  try {
    const handle = await start();
    runs.begun(handle).then(begun, begun);
    const over = (): void => end();
    handle.result.then(over, over);
    return handle;
  } catch (error) {
    end();
    throw error;
  }
}
