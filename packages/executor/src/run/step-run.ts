import type { Ports, StepContext } from '@jacquard/node-kit';
import type { Usage } from '@jacquard/protocol';
import type { NodePlan } from '../plan/plan.ts';
import type { Pause } from './pause-step.ts';
import type { OpenModelCall } from './open-model-call.ts';
import type { StepWaits } from './step-waits.ts';
import type { Frame, Values } from '../schedule/run-state.ts';

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
  keyOf: ((step: Pick<StepRun, 'hasReadSession'>) => string) | undefined;
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
  /** The calls of models: how many have begun, and those that go on. */
  calls: { count: number; readonly open: Set<OpenModelCall> } | undefined;
  /** How many questions of likelihood it has asked. */
  questions: number | undefined;
  /** What its calls wait for, as it is told to those who watch. */
  waits: StepWaits | undefined;
  /** Items of its insides that are being put away; it doesn't end before. */
  notes: Set<Promise<void>> | undefined;
  /** What it asks a person, while it waits for that. */
  paused: Pause | undefined;
  /** What a person has answered, for the code that goes on. */
  resumed: StepContext<Ports>['resumed'];
  /** Settles when the node's code has come to an end; undefined while none runs. */
  work: Promise<void> | undefined;
}
