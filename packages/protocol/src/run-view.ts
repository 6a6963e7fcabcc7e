import type { FlowDocument, JsonValue, ModelWait, PauseForm, ProblemData } from '@jacquard/flow';
import type { RunStarter, Usage } from './run-event.ts';

/**
 * How a step stands. `waiting`: it failed and another attempt follows. `paused`: a person is asked. `cancelled`: the run ended while
 * it ran.
 */
export type StepStatus = 'running' | 'waiting' | 'paused' | 'done' | 'failed' | 'skipped' | 'cancelled';

/** An item of a step's insides, in the order it happened. */
export interface TraceItem {
  readonly form: string;
  readonly data: JsonValue;
  readonly at: number;
  readonly attempt: number;
}

/** An attempt that failed, and after which another one followed. Milliseconds since the epoch. */
export interface EarlierAttempt {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Absent when its process died in the midst of it. */
  readonly error?: ProblemData | undefined;
}

/** One step of a run as a watcher sees it. A change makes a new object; the others keep theirs. */
export interface StepView {
  /** The path: `each[3]/grade`. */
  readonly step: string;
  /** The node's id in the document. */
  readonly node: string;
  /** From 1. 0 for a step that was skipped. */
  readonly attempt: number;
  readonly status: StepStatus;
  /** Milliseconds since the epoch, of the first attempt. */
  readonly startedAt?: number | undefined;
  /** The same, of the last attempt. */
  readonly attemptAt?: number | undefined;
  readonly endedAt?: number | undefined;
  /** Those before the last one, in order; absent where the first one succeeded. */
  readonly earlier?: readonly EarlierAttempt[] | undefined;
  /** Milliseconds, of the last attempt. */
  readonly duration?: number | undefined;
  readonly inputs?: Readonly<Record<string, JsonValue>> | undefined;
  readonly seed?: number | undefined;
  /** Final values; absent until the step has ended. */
  readonly outputs?: Readonly<Record<string, JsonValue>> | undefined;
  /** Text ports: what has been streamed in this attempt, then the final text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly progress?: { readonly done: number; readonly total?: number; readonly unit?: string } | undefined;
  /** What its call of a model waits for, while it waits. */
  readonly wait?: ModelWait | undefined;
  /** What a person is asked, while `paused`; `at`: since when. */
  readonly pause?: { readonly form: PauseForm; readonly at: number } | undefined;
  readonly trace: readonly TraceItem[];
  readonly usage?: Usage | undefined;
  /** The value was kept from an earlier run; nothing ran. */
  readonly kept: boolean;
  /** The run that it is from, where its insides and calls stand. */
  readonly keptFrom?: string | undefined;
  /** The value was given with the run: pinned, or edited by hand. Nothing ran. */
  readonly pinned?: boolean | undefined;
  readonly error?: ProblemData | undefined;
  /** The error was taken by the error port or a fallback. */
  readonly isHandled: boolean;
  /** When the next attempt starts, while `waiting`. */
  readonly retryAt?: number | undefined;
  readonly skipReason?: 'source-skipped' | 'disabled' | 'not-taken' | 'scope-skipped' | undefined;
}

/**
 * A run as a watcher sees it. `applyRunEvent` makes a new one for each event; the maps are handed on and updated in
 * place (copying a map of 10,000 steps an event costs a millisecond), so only the newest view is to be read.
 */
export interface RunView {
  readonly runId: string;
  readonly flowId: string;
  readonly status: 'running' | 'completed' | 'failed' | 'cancelled' | 'interrupted';
  /** Cancelled by a person, and not yet ended. */
  readonly isCancelling: boolean;
  /** The last durable event seen: what a reconnecting watcher asks to go on after. */
  readonly seq: number;
  readonly flow?: FlowDocument | undefined;
  /** The flows that it calls, by id, as they were. */
  readonly flows?: Readonly<Record<string, FlowDocument>> | undefined;
  /** Who started it; unknown of old runs. */
  readonly by?: RunStarter | undefined;
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  readonly skipped: readonly string[];
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly parentMessageId?: string | undefined;
  readonly defaultModel?: string | undefined;
  /** Outputs that were taken as they are, by node id or by the path of one step. */
  readonly given?: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> | undefined;
  /** Why pinned values were not taken. */
  readonly unusedPins?: readonly ProblemData[] | undefined;
  /** The run that this one goes on from. */
  readonly basedOn?: string | undefined;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly duration?: number | undefined;
  readonly usage?: Usage | undefined;
  readonly error?: ProblemData | undefined;
  /** How often the run was resumed after its process died. */
  readonly resumes: number;
  /** By path, in the order in which they began. */
  readonly steps: ReadonlyMap<string, StepView>;
  /** The path of the step of each node that began last. */
  readonly latest: ReadonlyMap<string, string>;
}

/** A view of which nothing is known but the id. */
export function emptyView(runId: string): RunView {
  return {
    runId,
    flowId: '',
    status: 'running',
    isCancelling: false,
    seq: 0,
    inputs: {},
    outputs: {},
    skipped: [],
    resumes: 0,
    steps: new Map(),
    latest: new Map(),
  };
}

/** Stores a changed step; the maps belong to the reducer. */
export function withStep(view: RunView, step: StepView): RunView {
  const steps = view.steps as Map<string, StepView>; // boundary: read-only to everyone but the reducer
  const latest = view.latest as Map<string, string>; // boundary: as above
  if (!steps.has(step.step)) latest.set(step.node, step.step);
  steps.set(step.step, step);
  return { ...view };
}

/** The step as it stands, or as it is before anything happened. */
export function stepOf(view: RunView, event: { readonly step: string; readonly node: string }): StepView {
  return view.steps.get(event.step) ?? emptyStep(event);
}

/** A step before anything happened. */
export function emptyStep({ step, node }: { readonly step: string; readonly node: string }): StepView {
  return { step, node, attempt: 0, status: 'running', texts: {}, trace: [], kept: false, isHandled: false };
}
