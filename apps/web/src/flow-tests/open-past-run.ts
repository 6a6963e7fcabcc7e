import { api } from '../api/api.ts';
import { openRun } from '../runs/open-run.ts';
import { attempt } from './tests-store.ts';

/** Shows the run of a case on the canvas, as a past one. */
export function openPastRun(runId: string): void {
  void attempt(async () => openRun(await api.run(runId), false));
}
