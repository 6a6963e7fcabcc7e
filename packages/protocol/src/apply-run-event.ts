import type { JsonValue } from '@jacquard/flow';
import { applyTransientEvent } from './apply-transient-event.ts';
import type { RunEvent, TransientEvent } from './run-event.ts';
import { emptyStep, emptyView, stepOf, withStep, type RunView, type StepView, type TraceItem } from './run-view.ts';

type Of<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;
type StepEvent = Of<'step-start' | 'step-trace' | 'step-end' | 'step-error' | 'run-pause' | 'run-answer' | 'step-skip'>;

/**
 * The one reducer of web app, server snapshots and tests: a view and what happened give the next view. Durable events
 * that were seen already (a reconnect's overlap) change nothing; `seq` orders them. Text frames may overlap or come
 * late: see {@link applyTransientEvent}. Takes over `view` (its maps are updated in place): read the result alone.
 */
export function applyRunEvent(view: RunView | undefined, event: RunEvent | TransientEvent): RunView {
  return apply(view, event, new WeakSet());
}

/**
 * The same for events that came together. A step's insides are copied once for all of them, not for each: a search of ten thousand
 * thoughts is drawn at once.
 */
export function applyRunEvents(
  view: RunView | undefined,
  events: readonly (RunEvent | TransientEvent)[],
): RunView | undefined {
  const own: Own = new WeakSet();
  let next = view;
  for (const event of events) next = apply(next, event, own);
  return next;
}

/** Lists of insides that were made for this very result, which nobody has seen yet. */
type Own = WeakSet<readonly TraceItem[]>;

function apply(view: RunView | undefined, event: RunEvent | TransientEvent, own: Own): RunView {
  if (event.type === 'delta' || event.type === 'step-progress')
    return applyTransientEvent(view ?? emptyView(event.runId), event);
  const known = view ?? emptyView(event.type === 'run-start' ? event.runId : '');
  if (event.seq <= known.seq) return known;
  switch (event.type) {
    case 'run-start':
      return applyStart(known, event);
    case 'run-resume':
      return { ...known, seq: event.seq, resumes: event.count };
    case 'run-cancel':
      return { ...known, seq: event.seq, isCancelling: true };
    case 'run-end':
      return applyEnd(known, event);
    default:
      return applyStep(known, event, own);
  }
}

function applyStart(view: RunView, event: Of<'run-start'>): RunView {
  const { type: _type, at, ...rest } = event;
  return { ...view, ...rest, startedAt: at };
}

function applyEnd(view: RunView, event: Of<'run-end'>): RunView {
  let ended = view;
  for (const step of view.steps.values()) {
    if (step.status === 'running' || step.status === 'waiting' || step.status === 'paused') {
      const { at: endedAt } = event;
      const open = { retryAt: undefined, wait: undefined, pause: undefined };
      ended = withStep(ended, { ...step, ...open, status: 'cancelled', endedAt });
    }
  }
  return {
    ...ended,
    seq: event.seq,
    status: event.status,
    isCancelling: false,
    outputs: event.outputs,
    skipped: event.skipped ?? [],
    error: event.error,
    endedAt: event.at,
    duration: event.duration,
    usage: event.usage,
  };
}

function applyStep(view: RunView, event: StepEvent, own: Own): RunView {
  const step = stepOf(view, event);
  const next =
    event.type === 'step-trace' ? { ...step, trace: withItem(step.trace, event, own) } : nextStep(step, event);
  return { ...withStep(view, next), seq: event.seq };
}

function withItem(
  trace: readonly TraceItem[],
  { item, at, attempt }: Of<'step-trace'>,
  own: Own,
): readonly TraceItem[] {
  const grown = own.has(trace) ? (trace as TraceItem[]) : [...trace]; // boundary: made below, and seen by nobody yet
  own.add(grown);
  grown.push({ ...item, at, attempt });
  return grown;
}

function nextStep(step: StepView, event: Exclude<StepEvent, Of<'step-trace'>>): StepView {
  switch (event.type) {
    case 'step-start':
      return {
        ...emptyStep(step),
        attempt: event.attempt,
        startedAt: step.startedAt ?? event.at,
        attemptAt: event.at,
        earlier: earlierAttempts(step, event),
        inputs: event.inputs,
        seed: event.seed,
        trace: step.trace,
        texts: step.attempt === event.attempt ? step.texts : {},
      };
    case 'step-end':
      return {
        ...step,
        attempt: event.attempt,
        status: 'done',
        startedAt: step.startedAt ?? event.at,
        endedAt: event.at,
        duration: event.duration,
        outputs: event.outputs,
        texts: textsOf(event.outputs),
        progress: undefined,
        wait: undefined,
        retryAt: undefined,
        usage: event.usage,
        kept: event.kept ?? false,
        keptFrom: event.keptFrom,
        pinned: event.pinned ?? false,
        error: event.handled,
        isHandled: event.handled !== undefined,
      };
    case 'step-error':
      return failedStep(step, event);
    case 'run-pause': {
      const pause = { form: event.form, at: event.at };
      return { ...step, status: 'paused', pause, usage: event.usage, progress: undefined, wait: undefined };
    }
    case 'run-answer':
      return { ...step, status: 'running', pause: undefined };
    default:
      return { ...step, status: 'skipped', endedAt: event.at, skipReason: event.reason };
  }
}

/** The attempts before one that starts: the last of them failed, or was lost with its process. */
function earlierAttempts(step: StepView, { at }: Of<'step-start'>): StepView['earlier'] {
  const { attemptAt, earlier = [], status, error, duration } = step;
  if (attemptAt === undefined) return step.earlier;
  if (status === 'waiting') return [...earlier, { startedAt: attemptAt, endedAt: attemptAt + (duration ?? 0), error }];
  return [...earlier, { startedAt: attemptAt, endedAt: step.endedAt ?? at }];
}

function failedStep(step: StepView, event: Of<'step-error'>): StepView {
  const { attempt, error, duration } = event;
  const failed = { ...step, attempt, error, duration, progress: undefined, wait: undefined };
  if (event.retryAfter === undefined) return { ...failed, status: 'failed', endedAt: event.at, retryAt: undefined };
  return { ...failed, status: 'waiting', retryAt: event.at + event.retryAfter };
}

function textsOf(outputs: Readonly<Record<string, JsonValue>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
