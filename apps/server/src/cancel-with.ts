import type { RunHandle } from '@jacquard/runtime';

/** Ends a run once a signal is aborted, and lets go of the signal when the run has ended. */
export function cancelWith(handle: RunHandle, signal: AbortSignal): void {
  const cancel = (): void => handle.cancel();
  if (signal.aborted) return cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const release = (): void => signal.removeEventListener('abort', cancel);
  handle.result.then(release, release);
}
