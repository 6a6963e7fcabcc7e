import {
  forecastRun,
  pastRunOf,
  staleNodes,
  type EndedRun,
  type NextRun,
  type PortValues,
  type RunForecast,
  type RunWish,
} from '@jacquard/canvas';
import { ownValue, type FlowDocument } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { create } from 'zustand';
import { queryClient, queryKeys } from '../api/queries.ts';
import { usePins } from '../pins/pins-store.ts';
import { useEditor } from './editor-store.ts';
import { useFlowInputs } from './flow-inputs-store.ts';
import { nextRun } from './next-run.ts';
import { useRun } from './run-store.ts';

interface StaleState {
  /** Nodes whose shown value no longer follows from the flow. */
  readonly stale: ReadonlySet<string>;
  /** What Run would do; undefined while a run goes on. */
  readonly forecast: RunForecast | undefined;
  /** What running afresh would ask anew. */
  readonly afresh: RunForecast | undefined;
}

const nothing: ReadonlySet<string> = new Set();

/** What of the canvas is out of date, and what the next run would do: computed a moment after each change, for all nodes at once. */
export const useStale = create<StaleState>()(() => ({ stale: nothing, forecast: undefined, afresh: undefined }));

/** Whether the value that a node shows is out of date. */
export function useIsStale(node: string): boolean {
  return useStale(({ stale }) => stale.has(node));
}

/** What a run that a person wishes would do, as things are now. */
export function foretell(wish: RunWish): RunForecast | undefined {
  const { view } = useRun.getState();
  const next = nextRun(view);
  const past = view && view.status !== 'running' ? pastRunOf(view) : undefined;
  return next && forecastRun(past, next, useEditor.getState().descriptors, wish);
}

/** What a run would do that goes on from the one shown with other outputs of one step. */
export function foretellFrom(step: string, outputs: PortValues): RunForecast | undefined {
  const { view } = useRun.getState();
  const next = nextRun(view);
  const past = view && view.status !== 'running' ? pastRunOf(view) : undefined;
  if (!next || !past || step.includes('/')) return undefined;
  const given = new Map([...Object.entries(past.given), ...next.pins, [step, outputs] as const]);
  const going = { ...next, inputs: past.inputs, pins: given };
  return forecastRun(past, going, useEditor.getState().descriptors);
}

function compute(): StaleState {
  const { view } = useRun.getState();
  const { descriptors } = useEditor.getState();
  const past = view && pastRunOf(view);
  const next = nextRun(view);
  if (!next) return { stale: nothing, forecast: undefined, afresh: undefined };
  const stale = view && past ? staleNodes(withoutHand(past, view.basedOn), asAsked(next, view), descriptors) : nothing;
  if (view?.status === 'running') return { stale, forecast: undefined, afresh: undefined };
  return {
    stale,
    forecast: forecastRun(past, next, descriptors),
    afresh: forecastRun(past, next, descriptors, { afresh: true }),
  };
}

/**
 * A question that was asked in the chat is what the answer follows from, though Run would ask the default one: only an input
 * that was filled in anew, or whose default was changed, makes anything out of date.
 */
function asAsked(next: NextRun, view: RunView): NextRun {
  const { values } = useFlowInputs.getState();
  const [before, now] = [view.flow?.nodes ?? {}, next.document.nodes];
  const asked = Object.entries(view.inputs).filter(
    ([id]) => !Object.hasOwn(values, id) && defaultOf(before, id) === defaultOf(now, id),
  );
  return { ...next, inputs: { ...next.inputs, ...Object.fromEntries(asked) } };
}

function defaultOf(nodes: FlowDocument['nodes'], id: string): string | undefined {
  const node = ownValue(nodes, id);
  return node && JSON.stringify(ownValue(node.inputs, 'default'));
}

/** A value that a person has edited to go on from is what that run shows: nothing there is out of date because of it. */
function withoutHand(past: EndedRun, basedOn: string | undefined): EndedRun {
  return basedOn === undefined ? past : { ...past, given: {} };
}

const pause = 60;
let timer: ReturnType<typeof setTimeout> | undefined;

function schedule(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    const found = compute();
    const before = useStale.getState().stale;
    const isSame = before.size === found.stale.size && [...before].every((id) => found.stale.has(id));
    useStale.setState(isSame ? { ...found, stale: before } : found);
  }, pause);
}

useEditor.subscribe((state, before) => {
  const isSame =
    state.history?.document.nodes === before.history?.document.nodes &&
    state.peek === before.peek &&
    state.descriptors === before.descriptors;
  if (!isSame) schedule();
});
useRun.subscribe(({ view }, { view: before }) => {
  if (view?.runId !== before?.runId || view?.status !== before?.status || view?.flow !== before?.flow) schedule();
});
useFlowInputs.subscribe(({ values }, before) => {
  if (values !== before.values) schedule();
});
usePins.subscribe(schedule);
const watched: ReadonlySet<unknown> = new Set([queryKeys.models[0], queryKeys.knowledgeBases[0]]);
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.state.status === 'success' && watched.has(query.queryKey[0])) schedule();
});
