import { Problem } from '@jacquard/flow';
import { modelCallForm, modelScoresForm, type RunEvent } from '@jacquard/protocol';
import type { FlowTestSources } from './flow-test-sources.ts';
import { loadDeeply } from './record-case.ts';

type StepEnd = Extract<RunEvent, { type: 'step-end' }>;
type StepTrace = Extract<RunEvent, { type: 'step-trace' }>;

/** A value can be kept from a run that kept it itself; further back nobody looks. */
const mostRuns = 20;

/**
 * A run's events with the calls of models behind what it kept from earlier runs, as if it had made them: a test of it then notices a
 * changed prompt. Calls of runs that are gone stay out.
 */
export async function withKeptCalls(
  events: readonly RunEvent[],
  sources: Pick<FlowTestSources, 'runs' | 'load'>,
): Promise<readonly RunEvent[]> {
  const read = eventsOf(sources.runs);
  const all: RunEvent[] = [];
  for (const event of events) {
    if (event.type === 'step-end' && event.kept === true) all.push(...(await callsOf(event, read, sources.load)));
    all.push(event);
  }
  return all;
}

type ReadEvents = (runId: string) => Promise<readonly RunEvent[]>;

async function callsOf(
  { step, keptFrom }: StepEnd,
  read: ReadEvents,
  load: FlowTestSources['load'],
): Promise<readonly StepTrace[]> {
  let from = keptFrom;
  for (let count = 0; from !== undefined && count < mostRuns; count += 1) {
    const runId = from;
    const events = await read(runId);
    const end = events.findLast((event): event is StepEnd => event.type === 'step-end' && event.step === step);
    if (end?.kept === true) {
      from = end.keptFrom;
      continue;
    }
    const traces = events.filter(
      (event): event is StepTrace =>
        event.type === 'step-trace' &&
        event.step === step &&
        (event.item.form === modelCallForm || event.item.form === modelScoresForm),
    );
    return Promise.all(
      traces.map(async (event) => {
        const data = await loadDeeply(event.item.data, (values) => load(runId, values));
        return { ...event, item: { ...event.item, data } };
      }),
    );
  }
  return [];
}

/** Reads each run once; one that is gone has no events. */
function eventsOf(runs: FlowTestSources['runs']): ReadEvents {
  const known = new Map<string, Promise<readonly RunEvent[]>>();
  return (runId) => {
    const found = known.get(runId) ?? runs.events(runId, 0).catch(nothingOfGone);
    known.set(runId, found);
    return found;
  };
}

function nothingOfGone(error: unknown): readonly RunEvent[] {
  if (Problem.is(error) && error.code === 'run-not-found') return [];
  throw error;
}
