import type { Problem } from '@jacquard/flow';
import type { FlowTestSources } from './flow-test-sources.ts';
import type { CaseRunner } from './run-case.ts';

/** What a case runs with in a space. @param unable Why its inputs can't be had: then no run begins. */
export function caseRunnerOf(
  { runs, models, embeddings }: Pick<FlowTestSources, 'runs' | 'models' | 'embeddings'>,
  unable?: Problem,
): CaseRunner {
  return {
    start: (request) => (unable === undefined ? runs.start(request) : Promise.reject(unable)),
    events: (runId) => runs.events(runId, 0),
    judges: (signal) => ({
      model: (_step, name) => models.chat(name, { temperature: 0 }, signal),
      embeddings: () => embeddings.open('default', signal),
    }),
    now: Date.now,
  };
}
