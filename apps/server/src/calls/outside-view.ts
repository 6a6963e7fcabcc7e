import type { Descriptors, ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { mayDo, type Principal, type RunSink, type Runtime, type RunWatch } from '@jacquard/runtime';
import { outputSources } from './output-sources.ts';

type OfEvent<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/**
 * A run as it is told to those who may call a flow and not read it: which steps run, how they end, what the flow takes and gives. Its
 * document, those of its sub-flows, and what goes on between its steps (prompts, code, passages) stay inside.
 */
class OutsideView {
  readonly #descriptors: Descriptors;
  #shown: ReadonlySet<string> = new Set();

  constructor(descriptors: Descriptors) {
    this.#descriptors = descriptors;
  }

  /** The event without what is inside. A run's first event must have come before the others. */
  event(event: RunEvent): RunEvent {
    switch (event.type) {
      case 'run-start':
        return this.#begin(event);
      case 'step-start':
        return without(event, 'inputs');
      case 'step-trace':
        return { ...event, item: { form: event.item.form, data: null } };
      case 'step-end':
        return this.#end(event);
      case 'step-error':
        return { ...event, error: withoutDetails(event.error) };
      case 'run-pause':
        return without(event, 'state');
      default:
        return event;
    }
  }

  /** Whether a piece of a text is one of an output of the flow. */
  isShown(event: TransientEvent): boolean {
    return event.type !== 'delta' || (event.step === event.node && this.#shown.has(`${event.node}.${event.port}`));
  }

  #begin(event: OfEvent<'run-start'>): RunEvent {
    const { flow, flows: _flows, given: _given, unusedPins: _unusedPins, defaultModel: _model, ...rest } = event;
    this.#shown = new Set(outputSources(flow, this.#descriptors).keys());
    return { ...rest, flow: { jacquard: flow.jacquard, name: flow.name, nodes: {} } };
  }

  #end(event: OfEvent<'step-end'>): RunEvent {
    const { node, step, outputs, handled } = event;
    const isShown = (port: string): boolean => step === node && this.#shown.has(`${node}.${port}`);
    const shown = Object.fromEntries(Object.entries(outputs).filter(([port]) => isShown(port)));
    return { ...event, outputs: shown, ...(handled !== undefined && { handled: withoutDetails(handled) }) };
  }
}

/** Whether a principal is told all of a flow's runs. */
export function seesInsides(principal: Principal, flowId: string): boolean {
  return mayDo(principal, 'read', flowId);
}

/** Events of a run as a principal may see them. */
export async function visibleEvents(
  { main: { runs }, descriptors }: Runtime,
  principal: Principal,
  { runId, flowId }: { readonly runId: string; readonly flowId: string },
  events: readonly RunEvent[],
): Promise<readonly RunEvent[]> {
  if (seesInsides(principal, flowId)) return events;
  const view = new OutsideView(descriptors);
  for (const first of await runs.events(runId, 0, 1)) view.event(first);
  return events.map((event) => view.event(event));
}

/** Hands a sink what may be seen from outside. It must be told from a run's first event on; the sink hears what comes after `after`. */
export function sinkFromOutside(sink: RunSink, descriptors: Descriptors, after = 0): RunSink {
  const view = new OutsideView(descriptors);
  return {
    events(events) {
      const seen = events.map((event) => view.event(event)).filter(({ seq }) => seq > after);
      if (seen.length > 0) sink.events(seen);
    },
    transients(events) {
      const seen = events.filter((event) => view.isShown(event));
      if (seen.length > 0) sink.transients(seen);
    },
    isFull: () => sink.isFull(),
    stalled: (problem) => sink.stalled(problem),
    end: () => sink.end(),
  };
}

/** Hands a sink what a principal may see of a run, from the event behind `after` on. */
export function watchAs(
  { main: { runs }, descriptors }: Runtime,
  principal: Principal,
  { runId, flowId, after }: { readonly runId: string; readonly flowId: string; readonly after: number },
  sink: RunSink,
): RunWatch {
  if (seesInsides(principal, flowId)) return runs.watch(runId, after, sink);
  return runs.watch(runId, 0, sinkFromOutside(sink, descriptors, after));
}

/** What went wrong between the steps may quote what stands in the flow. */
function withoutDetails({ code, kind, node }: ProblemData): ProblemData {
  return { code, params: {}, kind, node };
}

function without<E extends RunEvent, K extends keyof E>(event: E, name: K): Omit<E, K> {
  const { [name]: _inside, ...rest } = event;
  return rest;
}
