import type { RunRequest } from '@jacquard/executor';
import type { RunEvent } from '@jacquard/protocol';
import type { Space, StoredRun, Stores } from '@jacquard/stores';
import { readHistory } from './calls/read-history.ts';
import { loadReferences } from './load-references.ts';
import { readBasisAgain } from './run-basis.ts';

/** A run that goes on, its log, and what a person said to it. */
export interface TakenRun {
  readonly run: StoredRun;
  readonly first: Extract<RunEvent, { type: 'run-start' }>;
  readonly events: readonly RunEvent[];
  readonly parked: NonNullable<RunRequest['resume']>['parked'];
}

/** What the executor is asked to go on with: everything as it was when the run began. */
export async function resumeRequest(
  { stores, space, owner }: { readonly stores: Stores; readonly space: Space; readonly owner: string },
  { run, first, events, parked }: TakenRun,
): Promise<RunRequest> {
  const { sessionId, parentMessageId } = first;
  return {
    runId: run.id,
    flowId: run.flowId,
    document: first.flow,
    inputs: first.inputs,
    target: first.target,
    from: first.from,
    basis: await readBasisAgain(stores, space, first),
    reuse: 'pure',
    defaultModel: first.defaultModel,
    version: first.version,
    session: sessionId === undefined ? undefined : { sessionId, parentMessageId },
    history: await readHistory(first, (values) =>
      loadReferences({ values: stores.values, space }, first.runId, values),
    ),
    resume: { events, owner, count: run.resumes, parked },
  };
}
