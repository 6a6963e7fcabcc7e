import type { RunRequest } from '@jacquard/executor';
import { Problem, type FlowDocument, type JsonValue } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';
import { loadReferences } from './load-references.ts';

type Outputs = Readonly<Record<string, JsonValue>>;

/** A past run that another one goes on from. */
export interface RunBasis {
  readonly basis: NonNullable<RunRequest['basis']>;
  /** What it was started with, of the inputs that the flow still has. */
  readonly inputs: Outputs;
  /** What it was given, by node or step. */
  readonly given: Readonly<Record<string, Outputs>>;
}

/** Reads an ended run of a flow with its large values. Throws `run-not-found`, `basis-still-running`, `value-not-found`. */
export async function readRunBasis(
  stores: Pick<Stores, 'runs' | 'values'>,
  space: Space,
  { runId, flowId, document }: { readonly runId: string; readonly flowId: string; readonly document: FlowDocument },
): Promise<RunBasis> {
  const run = await stores.runs.get(space, runId);
  if (run?.flowId !== flowId) throw new Problem('run-not-found', { id: runId });
  if (run.status === 'running') throw new Problem('basis-still-running', { id: runId });
  const events = await stores.runs.events(space, runId, 0);
  const begin = events.find((event) => event.type === 'run-start');
  if (begin === undefined) throw new Problem('run-not-found', { id: runId });
  const load = (outputs: Outputs): Promise<Outputs> => loadReferences({ values: stores.values, space }, runId, outputs);
  const inputs = await load(begin.inputs);
  const given = Object.entries(begin.given ?? {}).map(async ([key, outputs]) => [key, await load(outputs)] as const);
  return {
    basis: { runId, events },
    inputs: Object.fromEntries(Object.entries(inputs).filter(([id]) => Object.hasOwn(document.nodes, id))),
    given: Object.fromEntries(await Promise.all(given)),
  };
}

/** The run that one which is taken up went on from; undefined when it is gone: its values are then made anew. */
export async function readBasisAgain(
  stores: Pick<Stores, 'runs'>,
  space: Space,
  begin: Extract<RunEvent, { type: 'run-start' }>,
): Promise<RunRequest['basis']> {
  const { basedOn } = begin;
  if (basedOn === undefined) return undefined;
  const events = await stores.runs.events(space, basedOn, 0);
  return events.length === 0 ? undefined : { runId: basedOn, events };
}
