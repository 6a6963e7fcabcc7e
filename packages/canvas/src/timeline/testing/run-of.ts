import type { FlowDocument, FlowNode, JsonValue } from '@jacquard/flow';
import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';

/** A step as a test writes it: `[from, to]` in milliseconds since the run began; without `to` it still runs. */
export interface WrittenStep {
  readonly at: readonly [from: number, to?: number];
  readonly inputs?: Readonly<Record<string, JsonValue>>;
  readonly ends?: 'failed' | 'skipped' | 'kept';
}

/** A node that reads these others; with `nodes` a loop. */
export function reads(sources: readonly string[], nodes?: Readonly<Record<string, FlowNode>>): FlowNode {
  const inputs = Object.fromEntries(sources.map((source, index) => [`in${index}`, { from: `${source}.out` }]));
  return { type: nodes ? 'control.for-each' : 'test.node', inputs, ...(nodes && { nodes }) };
}

/** The run of a flow with these steps, by their paths; ended at `end`, or going on. */
export function runOf(
  nodes: Readonly<Record<string, FlowNode>>,
  steps: Readonly<Record<string, WrittenStep>>,
  end?: { readonly at: number; readonly status?: 'completed' | 'failed' },
  flows: Readonly<Record<string, FlowDocument>> = {},
): RunView {
  const flow: FlowDocument = { jacquard: 1, name: 'Test', nodes };
  const begun = Object.entries(steps).flatMap(([step, written]) => eventsOf(step, written));
  const events: Omit<RunEvent, 'seq'>[] = [
    { type: 'run-start', at: 0, runId: 'run', flowId: 'flow', flow, flows, inputs: {} } as Omit<RunEvent, 'seq'>, // boundary: a union loses its parts under Omit
    ...begun.toSorted((a, b) => a.at - b.at),
  ];
  if (end) {
    const { at, status = 'completed' } = end;
    events.push({ type: 'run-end', at, status, outputs: {}, duration: at } as Omit<RunEvent, 'seq'>); // boundary: as above
  }
  const view = events
    .map((event, index) => ({ ...event, seq: index + 1 }) as RunEvent) // boundary: as above
    .reduce<RunView | undefined>(applyRunEvent, undefined);
  if (!view) throw new Error('no events');
  return view;
}

function eventsOf(step: string, { at: [from, to], inputs = {}, ends }: WrittenStep): Omit<RunEvent, 'seq'>[] {
  const of = { step, node: step.slice(step.lastIndexOf('/') + 1), attempt: 1 };
  const written: object[] = [];
  if (ends !== 'skipped' && ends !== 'kept') written.push({ type: 'step-start', at: from, ...of, inputs });
  if (to !== undefined) {
    const duration = to - from;
    const error = { code: 'node-failed', params: {}, kind: 'operational' };
    if (ends === 'failed') written.push({ type: 'step-error', at: to, ...of, error, duration });
    else if (ends === 'skipped') written.push({ type: 'step-skip', at: to, ...of, reason: 'disabled' });
    else
      written.push({ type: 'step-end', at: to, ...of, outputs: {}, duration, ...(ends === 'kept' && { kept: true }) });
  }
  return written as Omit<RunEvent, 'seq'>[]; // boundary: a union loses its parts under Omit
}
