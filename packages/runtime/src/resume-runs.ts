import { Problem } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { Space, StoredRun, Stores } from '@jacquard/stores';
import type { LogLine } from './log-line.ts';
import { leaseTime } from './run-log.ts';
import type { RunService } from './run-service.ts';

/** How often a run may be taken up again after its process died. */
const mostResumes = 3;

export interface ResumeSources {
  readonly space: Space;
  readonly stores: Stores;
  readonly runs: RunService;
  readonly owner: string;
  readonly log: LogLine;
}

/**
 * Takes up the runs whose process died. `alone`: no other process has this home, so that leases needn't run out first. A run
 * that was taken up too often stops as interrupted. Resolves when all have been taken up, not when they have ended.
 */
export async function resumeRuns(sources: ResumeSources, alone: boolean): Promise<number> {
  const { space, stores, owner, log } = sources;
  const now = alone ? Number.MAX_SAFE_INTEGER : Date.now();
  const abandoned = await stores.runs.abandoned(space, now);
  let count = 0;
  for (const { id } of abandoned) {
    const run = await stores.runs.acquire(space, id, owner, Date.now() + leaseTime, now);
    if (run === undefined) continue;
    try {
      await takeUp(sources, run);
      count += 1;
    } catch (error) {
      log('error', 'run could not be resumed', { runId: id, error });
      await interrupt(sources, run, Problem.is(error) ? error : new Problem('run-not-resumable', {}, { kind: 'bug' }));
    }
  }
  return count;
}

async function takeUp(sources: ResumeSources, run: StoredRun): Promise<void> {
  if (run.resumes > mostResumes)
    return interrupt(
      sources,
      run,
      new Problem('run-resumed-too-often', { count: mostResumes }, { kind: 'operational' }),
    );
  const events = await sources.stores.runs.events(sources.space, run.id, 0);
  if (events.length === 0) return sources.stores.runs.delete(sources.space, run.id);
  // What stood in for its models went with its process: a test that goes on would ask real ones.
  const [begun] = events;
  if (begun?.type === 'run-start' && begun.by === 'test')
    return interrupt(sources, run, new Problem('test-run-lost', {}, { kind: 'operational' }));
  await sources.runs.resume(run, events);
}

async function interrupt({ stores, space, owner }: ResumeSources, run: StoredRun, problem: Problem): Promise<void> {
  const at = Date.now();
  const current = (await stores.runs.get(space, run.id)) ?? run;
  if (current.status !== 'running') return;
  const event: RunEvent = {
    seq: current.lastSeq + 1,
    at,
    type: 'run-end',
    status: 'interrupted',
    outputs: {},
    error: problem.toData(),
    duration: Math.max(0, at - run.startedAt),
  };
  await stores.runs.append(space, { runId: run.id, events: [event], owner });
}
