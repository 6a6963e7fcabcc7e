import type { JsonValue, ProblemData } from '@jacquard/flow';
import type { NodePlan, Plan, ScopePlan } from '../plan/plan.ts';

/** Values by port. An absent port was skipped. */
export type Values = Readonly<Record<string, JsonValue>>;

/** How a node of a frame stands. */
export const nodeStatus = {
  waiting: 0,
  ready: 1,
  running: 2,
  retrying: 3,
  done: 4,
  skipped: 5,
  failed: 6,
  paused: 7,
} as const;

/**
 * One running graph: the flow's, or one iteration of a scope. Its columns have a place for each node of its plan; the
 * reducer alone changes them.
 */
export interface Frame {
  readonly plan: ScopePlan;
  /** Stands before the ids of its nodes in a step's path: `each[3]/`. */
  readonly prefix: string;
  readonly parent: Frame | undefined;
  /** The scope that it runs for, in the parent frame. */
  readonly scope: ScopeRun | undefined;
  readonly iteration: number;
  /** The scope's own ports: a loop's item, a flow's inputs. */
  readonly ports: Values;
  readonly status: Uint8Array;
  /** How many sources each node still waits for. */
  readonly pending: Int32Array;
  readonly outputs: (Values | undefined)[];
  /** Attempts begun, by node. */
  readonly attempts: Uint16Array;
  /** Nodes that have neither ended nor been skipped. */
  remaining: number;
  isClosed: boolean;
}

/** A scope that runs: which iterations are open, and what those that ended gave. */
export interface ScopeRun {
  readonly frame: Frame;
  readonly node: NodePlan;
  readonly inputs: Values;
  /** Iterations to run: the number of items; of a repeat at most `max`, less once `until` holds. */
  count: number;
  readonly concurrency: number;
  /** The next iteration to open. */
  next: number;
  readonly open: Map<number, Frame>;
  readonly results: (Values | undefined)[];
  ended: number;
  /** A repeat's state for the next turn. */
  carried: Values;
}

/** What the shell is to do next. Frames and nodes are the reducer's own objects: read only. */
export type Command =
  | { readonly do: 'start'; readonly frame: Frame; readonly node: NodePlan }
  | { readonly do: 'skip'; readonly frame: Frame; readonly node: NodePlan; readonly reason: SkipReason }
  /** All iterations have ended; these are the scope's outputs. */
  | { readonly do: 'end-scope'; readonly frame: Frame; readonly node: NodePlan; readonly outputs: Values }
  /** A step inside failed, and the scope's own error policy takes it. */
  | { readonly do: 'fail-scope'; readonly frame: Frame; readonly node: NodePlan; readonly error: ProblemData }
  /** Frames whose steps are of no more use. */
  | { readonly do: 'abort'; readonly frames: readonly Frame[] }
  | { readonly do: 'end-run'; readonly status: 'completed' | 'failed'; readonly error?: ProblemData | undefined };

/** Why a step does not run: a source was skipped, it is switched off, its way was not taken, or its scope was skipped. */
export type SkipReason = 'source-skipped' | 'disabled' | 'not-taken' | 'scope-skipped';

/** The state of a run, which its reducer alone owns and updates in place. */
export interface RunState {
  readonly plan: Plan;
  /** Values of the plan's externals by their place in it; undefined ones are missing. */
  readonly externals: readonly (JsonValue | undefined)[];
  /** The open frames by prefix, and the scopes that run by path. */
  readonly frames: Map<string, Frame>;
  readonly scopes: Map<string, ScopeRun>;
  root: Frame | undefined;
  steps: number;
  iterations: number;
  status: 'new' | 'running' | 'ending' | 'ended';
}
