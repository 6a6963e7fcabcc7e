import type { Problem } from '@jacquard/flow';
import type { Services } from '@jacquard/node-kit';
import type { RunEvent } from '@jacquard/protocol';
import type { ExecutorOptions, RunLimits, RunRequest } from '../interfaces.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunState, Values } from '../schedule/run-state.ts';
import type { Basis } from './basis.ts';
import type { Components } from './components.ts';
import type { Given } from './given-values.ts';
import type { LargeValues } from './large-values.ts';
import type { ReuseDesk } from './reuse-desk.ts';
import type { StepRun, UsageMeter } from './step-run.ts';
import type { TextStream } from './text-stream.ts';

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
  readonly given: Given;
  readonly basis: Basis | undefined;
  readonly services: Services;
  readonly usage: UsageMeter;
  /** Pieces of text that models sent and no usage has told of: some providers never tell. They count for the limit alone. */
  unreported: number;
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
  /** For events that nothing waits for; it gets its number here. After the end of the run it is lost. */
  note(event: Omit<Extract<RunEvent, { type: 'step-trace' }>, 'seq' | 'at'>): void;
  /** Runs the step's code once; its `step-start` is durable. */
  attempt(step: StepRun): void;
  /** Something that must have ended before the run does; waited for within a grace. */
  awaitEnd(work: Promise<void>): void;
  /** Lets the run leave this process where all that is left to do waits for a person. */
  considerParking(): void;
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
