import type { Problem } from '@jacquard/flow';
import type { Services } from '@jacquard/node-kit';
import type { RunEvent, Usage } from '@jacquard/protocol';
import type { ExecutorOptions, RunLimits, RunRequest } from '../interfaces.ts';
import type { NodePlan, Plan } from '../plan/plan.ts';
import type { Frame, RunState, Values } from '../schedule/run-state.ts';
import type { Components } from './components.ts';
import type { LargeValues } from './large-values.ts';
import type { Consultation, ReuseDesk } from './reuse-desk.ts';
import type { TextStream } from './text-stream.ts';

/** What a run or a step has used so far. */
export type UsageMeter = { -readonly [Key in keyof Usage]: Usage[Key] };

/** One step while it runs: from its `step-start` through all its attempts to its end. */
export interface StepRun {
  readonly frame: Frame;
  readonly node: NodePlan;
  readonly path: string;
  readonly inputs: Values;
  /** Inputs as they are recorded: large ones as references, components by identity. */
  recorded: Values;
  /** Its rank among equal steps; 0 for pure ones. */
  sample: number;
  /** The key that its outputs are kept under; undefined when they aren't. */
  keyOf: Consultation['keyOf'];
  attempt: number;
  /** Changes with each attempt and when one is given up; tells which of them code still belongs to. */
  turn: number;
  failures: number;
  seed: number | undefined;
  startedAt: number;
  usage: UsageMeter | undefined;
  /** It read the session's history, so its outputs hold for this place in the session alone. */
  hasReadSession: boolean;
  /** Ended, or given up: whatever it still does counts for nothing. */
  isOver: boolean;
  /** Made when the node first asks for its signal. */
  abort: AbortController | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  releases: (() => void | Promise<void>)[] | undefined;
  /** Settles when the node's code has come to an end; undefined while none runs. */
  work: Promise<void> | undefined;
}

/** A run in progress: what its parts share. */
export interface Run {
  readonly request: RunRequest;
  readonly plan: Plan;
  readonly options: ExecutorOptions;
  readonly limits: RunLimits;
  readonly state: RunState;
  readonly active: Map<string, StepRun>;
  readonly stream: TextStream;
  readonly components: Components;
  readonly largeValues: LargeValues;
  readonly reuse: ReuseDesk;
  readonly services: Services;
  readonly usage: UsageMeter;
  /** Why externals are missing, by their place in the plan. */
  readonly missing: ReadonlyMap<number, Problem>;
  /** No step starts any more. */
  isEnding: boolean;
  now(): number;
  random(): number;
  /** The number of the next event, which must be recorded at once. */
  next(): number;
  /** Writes an event down and schedules what follows from it. `then` is called once it is durable. */
  record(event: RunEvent, live?: Values, then?: () => void): void;
  /** For events that nothing waits for. */
  note(event: Extract<RunEvent, { type: 'step-trace' }>): void;
  /** Runs the step's code once; its `step-start` is durable. */
  attempt(step: StepRun): void;
  /** Something that must have ended before the run does; waited for within a grace. */
  awaitEnd(work: Promise<void>): void;
  /** Fails the run. */
  fail(problem: Problem): void;
}

/** Whether what runs in this turn still counts. */
export function isCurrent(step: StepRun, turn: number): boolean {
  return !step.isOver && step.turn === turn;
}

/** Where a step's events say that they belong. */
export function eventBase(
  run: Run,
  step: StepRun,
): { seq: number; at: number; step: string; node: string; attempt: number } {
  return { seq: run.next(), at: run.now(), step: step.path, node: step.node.id, attempt: step.attempt };
}
