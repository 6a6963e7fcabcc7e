import type { RunResult, WaitingStep } from '@jacquard/executor';
import type { RunStore, Space, StoredRun } from '@jacquard/stores';
import { openPauses } from './parked-runs.ts';

/** What a run has come to: what it gave, why it failed, or what it waits for. Empty while it goes on. */
export interface RunState extends Partial<Pick<RunResult, 'stored' | 'skipped' | 'error'>> {
  readonly waiting?: readonly WaitingStep[] | undefined;
}

/** Reads it from the log of a stored run: of one that has ended, its last event alone. */
export async function readRunState(store: RunStore, space: Space, run: StoredRun): Promise<RunState> {
  if (run.status === 'running') return {};
  if (run.status === 'paused') {
    const open = openPauses(await store.events(space, run.id, 0));
    return { waiting: [...open.values()].map(({ step, node, form }) => ({ step, node, form })) };
  }
  const [last] = await store.events(space, run.id, run.lastSeq - 1, 1);
  if (last?.type !== 'run-end') return {};
  return { stored: last.outputs, skipped: last.skipped ?? [], error: last.error };
}
