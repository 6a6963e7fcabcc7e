import type { RunAnswer, RunHandle, RunRequest } from '@jacquard/executor';
import { jsonFits, Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { RunStore, Space, StoredRun } from '@jacquard/stores';
import { leaseTime } from './run-log.ts';
import type { SessionQueue } from './session-queue.ts';

type Parked = NonNullable<NonNullable<RunRequest['resume']>['parked']>;
type Pause = Extract<RunEvent, { type: 'run-pause' }>;

/** Runs that wait for a person, and how they are taken up. */
export interface ParkedRuns {
  readonly runs: RunStore;
  readonly space: Space;
  readonly owner: string;
  /** Of the answers to one run, one after the other. */
  readonly turns: SessionQueue;
  /** The run, while this process has it. */
  active(runId: string): RunHandle | undefined;
  /** Goes on with a run that this process has taken. Throws where there is no room for it. */
  resume(run: StoredRun, events: readonly RunEvent[], parked: Parked): Promise<RunHandle | undefined>;
}

/**
 * Answers a step that waits for a person, whichever process asked, and however long ago. Throws `run-not-found`, `run-not-waiting` (also
 * for the second of two answers), `answer-not-valid`; the run waits on then.
 */
export async function answerRun(parked: ParkedRuns, runId: string, answer: RunAnswer): Promise<void> {
  const leave = await parked.turns.enter(runId, undefined);
  try {
    const handle = parked.active(runId);
    if (handle?.answer(answer) === true) return;
    await handle?.result;
    const events = await eventsOf(parked, runId);
    requireFitting(runId, events, answer);
    await takeParked(parked, runId, events, { answer });
  } finally {
    leave();
  }
}

/** Ends a run that waits for a person. One that has ended stays as it is. Throws `run-elsewhere` for another process's. */
export async function cancelParked(parked: ParkedRuns, runId: string): Promise<void> {
  const run = await parked.runs.get(parked.space, runId);
  if (run === undefined) throw new Problem('run-not-found', { id: runId });
  if (run.status === 'running') throw new Problem('run-elsewhere', { run: runId });
  if (run.status !== 'paused') return;
  const handle = await takeParked(parked, runId, await eventsOf(parked, runId), {});
  handle?.cancel();
}

async function takeParked(
  { runs, space, owner, resume }: ParkedRuns,
  runId: string,
  events: readonly RunEvent[],
  how: Parked,
): Promise<RunHandle | undefined> {
  const run = await runs.takeParked(space, runId, owner, Date.now() + leaseTime);
  if (run === undefined) throw new Problem('run-not-waiting', { run: runId });
  try {
    return await resume(run, events, how);
  } catch (error) {
    await runs.park(space, runId, owner).catch(() => undefined); // it ended meanwhile: then it needn't wait
    throw error;
  }
}

async function eventsOf({ runs, space }: ParkedRuns, runId: string): Promise<readonly RunEvent[]> {
  if ((await runs.get(space, runId)) === undefined) throw new Problem('run-not-found', { id: runId });
  return runs.events(space, runId, 0);
}

/** The steps of a log that wait for a person, by path. */
export function openPauses(events: readonly RunEvent[]): ReadonlyMap<string, Pause> {
  const open = new Map<string, Pause>();
  for (const event of events) {
    if (event.type === 'run-pause') open.set(event.step, event);
    else if ('step' in event && event.type !== 'step-trace') open.delete(event.step);
    else if (event.type === 'run-end') open.clear();
  }
  return open;
}

function requireFitting(runId: string, events: readonly RunEvent[], { step, answer }: RunAnswer): void {
  const open = openPauses(events);
  const pause = step === undefined && open.size === 1 ? [...open.values()][0] : open.get(step ?? '');
  if (pause === undefined) throw new Problem('run-not-waiting', { run: runId, ...(step !== undefined && { step }) });
  const mismatch = jsonFits(answer, pause.form.schema);
  if (mismatch !== undefined) throw new Problem('answer-not-valid', { ...mismatch, step: pause.step });
}
