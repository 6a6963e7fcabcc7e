import type { Descriptors, FlowDocument, JsonValue, Message, PauseForm, Problem } from '@jacquard/flow';
import type { NodeDefinition, Services } from '@jacquard/node-kit';
import type { RunEvent, RunStarter, TransientEvent } from '@jacquard/protocol';

/** The node types that can run here. */
export interface NodeRegistry {
  readonly descriptors: Descriptors;
  definition(type: string): NodeDefinition | undefined;
}

/** Where a run's durable events go. `append` resolves after the commit; events of one call are committed together. */
export interface RunLog {
  append(
    runId: string,
    events: readonly RunEvent[],
    session?: { readonly sessionId: string; readonly messages: readonly SessionMessage[] },
  ): Promise<void>;
  events(runId: string, after: number): Promise<readonly RunEvent[]>;
  /** The run waits for a person: no process has it until an answer comes. */
  park(runId: string): Promise<void>;
}

/** A message of a session, committed with the events of the run that wrote it. `at`: milliseconds since the epoch. */
export interface SessionMessage {
  readonly id: string;
  readonly parent: string | undefined;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly runId: string | undefined;
  readonly at: number;
}

/** Outputs of an earlier step, large values as references, and the run that they are from. */
export interface KeptOutputs {
  readonly from: string;
  readonly outputs: Readonly<Record<string, JsonValue>>;
}

/** Outputs kept by reuse key, and values too large for events. */
export interface RunValues {
  /** Of the keys, those under which something is kept. The run `runId` then holds the large values of what it is given. */
  kept(keys: readonly string[], runId: string): Promise<ReadonlyMap<string, KeptOutputs>>;
  keep(
    entries: readonly {
      readonly key: string;
      readonly runId: string;
      readonly outputs: Readonly<Record<string, JsonValue>>;
    }[],
  ): Promise<void>;
  /** `runId` comes to hold the large values and files in outputs of the run `from`, of those that this one holds. */
  share(from: string, runId: string, outputs: Readonly<Record<string, JsonValue>>): Promise<void>;
  put(runId: string, value: JsonValue): Promise<string>;
  get(runId: string, ref: string): Promise<JsonValue | undefined>;
}

/** What `{secret}`, `{setting}`, `{file}` and sub-flows resolve to. */
export interface Resolver {
  /** Undefined when neither environment nor store has it. */
  setting(name: string, signal: AbortSignal): Promise<JsonValue | undefined>;
  /** Whether the secret exists; its text never comes here. */
  hasSecret(name: string): Promise<boolean>;
  /** A path beside the flow, or a SHA-256, to the stored file; throws `file-not-found`. */
  file(
    flowId: string,
    reference: {
      readonly file: string;
      readonly name?: string | undefined;
      readonly mediaType?: string | undefined;
      readonly size?: number | undefined;
    },
  ): Promise<JsonValue>;
  /** The document of a closed sub-flow. */
  flow(id: string): Promise<FlowDocument | undefined>;
}

/** What a run is told of, and what is lent to its steps. The services' `sessions` is bound to the run. */
export interface RunServices {
  services(run: {
    readonly runId: string;
    readonly flowId: string;
    readonly sessionId?: string | undefined;
    readonly parentMessageId?: string | undefined;
    readonly history?: readonly Message[] | undefined;
  }): Services;
}

/** Hears what happens in a run: durable events after their commit, and transient ones as they come. Must not block. */
export interface RunListener {
  event(runId: string, events: readonly RunEvent[]): void;
  transient(runId: string, event: TransientEvent): void;
}

/** Bounds of a run; what passes one fails the run with a `limit-…` problem. Times in milliseconds, sizes in bytes. */
export interface RunLimits {
  readonly time: number;
  readonly steps: number;
  readonly iterations: number;
  readonly tokens: number;
  readonly valueBytes: number;
  /** How deep sub-flows may nest. */
  readonly depth: number;
}

/** Which kept values a run takes. `editor`: all; `pure`: those of pure steps; `none`. */
export type Reuse = 'editor' | 'pure' | 'none';

/** A component that a step is about to be given. */
export interface WantedComponent {
  /** The kind of its port: `chat-model`, `embeddings`, … */
  readonly kind: string;
  /** Its node. */
  readonly node: string;
  /** The path of the step. */
  readonly step: string;
}

/** What stands in for the world around a run, as in a test that replays what was recorded. */
export interface StandIns {
  /** In place of a component: it is neither built nor identified. Undefined: the node's own. Throws a problem for what must not be had. */
  component(wanted: WantedComponent): unknown;
  /** What the run's steps are lent in place of `own`. */
  services(own: Services): Services;
}

/** What a run is started, or resumed, with. The document must have passed `checkFlow` or is refused with `flow-has-issues`. */
export interface RunRequest {
  readonly runId: string;
  readonly flowId: string;
  readonly document: FlowDocument;
  /** By the ids of the flow's input nodes. */
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly reuse: Reuse;
  /** Run only what this node needs, and it. */
  readonly target?: string | undefined;
  /** Run this node and what hangs on it afresh. */
  readonly from?: string | undefined;
  readonly by?: RunStarter | undefined;
  /** Noted in `run-start`: who called it, and the published version that runs. */
  readonly caller?: string | undefined;
  readonly version?: number | undefined;
  /** The flows that it calls, as they were published with it; absent: as they are now. Its files are then the flow's own. */
  readonly flows?: Readonly<Record<string, FlowDocument>> | undefined;
  /** Draw sampled and external values anew, whatever is kept. */
  readonly afresh?: boolean | undefined;
  /**
   * Outputs that are taken as they are, by node id, or by the path of one step (`each[3]/grade`): the node doesn't run, in
   * a loop in no turn, and what only it would read doesn't either. Throws what `valueFits` says, or `given-unknown`.
   */
  readonly given?: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> | undefined;
  /** The same for values set earlier: what no longer fits is left out, and `run-start` says why. `given` goes before. */
  readonly pins?: RunRequest['given'];
  /** A run that has ended: its steps' outputs are taken wherever type, version and inputs are the same. */
  readonly basis?: { readonly runId: string; readonly events: readonly RunEvent[] } | undefined;
  readonly standIns?: StandIns | undefined;
  readonly session?: { readonly sessionId: string; readonly parentMessageId: string | undefined } | undefined;
  /** What was said before the call, from a caller who keeps the conversation: what the run's steps read in the place of a session. */
  readonly history?: readonly Message[] | undefined;
  readonly defaultModel?: string | undefined;
  readonly limits?: Partial<RunLimits> | undefined;
  /** The durable events that a run which is resumed already has. */
  readonly resume?:
    | {
        readonly events: readonly RunEvent[];
        readonly owner: string;
        readonly count: number;
        /** It waited for a person and nothing has died: taking it up doesn't count. With what the person says to it. */
        readonly parked?: { readonly answer?: RunAnswer | undefined } | undefined;
      }
    | undefined;
}

/** What a person, or a program in a person's place, answers. Without a step, the only one that waits is meant. */
export interface RunAnswer {
  readonly step?: string | undefined;
  readonly answer: JsonValue;
  readonly by?: RunStarter | undefined;
}

/** A step that waits for a person, and what it asks. */
export interface WaitingStep {
  readonly step: string;
  readonly node: string;
  readonly form: PauseForm;
}

/** How a run ended, or that it is `paused`: it waits for a person and is held by no process. `outputs` and `skipped` are named by the ids of the flow’s output nodes. */
export interface RunResult {
  readonly runId: string;
  readonly status: 'completed' | 'failed' | 'cancelled' | 'interrupted' | 'paused';
  /** What a paused one waits for. */
  readonly waiting?: readonly WaitingStep[] | undefined;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  /** The outputs as `run-end` has them: large ones as references. */
  readonly stored: Readonly<Record<string, JsonValue>>;
  readonly skipped: readonly string[];
  readonly error?: ReturnType<Problem['toData']> | undefined;
  readonly usage: {
    readonly inputTokens?: number;
    readonly outputTokens?: number;
    /** Watt-hours. */
    readonly energy?: number;
    readonly energyEstimated?: boolean;
  };
}

/** A run that goes on in this process. */
export interface RunHandle {
  readonly runId: string;
  /** Settles when `run-end` is durable, or the run is paused. Never rejects for a failed run; rejects when the log itself can't be written. */
  readonly result: Promise<RunResult>;
  cancel(): void;
  /**
   * Goes on with a step that waits for a person. Throws `run-not-waiting`, `answer-not-valid`. False for a
   * run that is just leaving this process: it must be taken up first, once `result` has settled.
   */
  answer(answer: RunAnswer): boolean;
}

export interface ExecutorOptions {
  readonly registry: NodeRegistry;
  readonly log: RunLog;
  readonly values: RunValues;
  readonly resolver: Resolver;
  readonly services: RunServices;
  readonly listener?: RunListener | undefined;
  readonly limits?: Partial<RunLimits> | undefined;
  /** SHA-256 in lower-case hexadecimal. */
  readonly hash: (text: string) => string;
  readonly now?: (() => number) | undefined;
  /** Uniform in [0, 1). */
  readonly random?: (() => number) | undefined;
}

/** Compiles and runs flows. One for each space of a process. */
export interface Executor {
  /** Throws `flow-has-issues` with the issues when the flow can't run. */
  start(request: RunRequest): Promise<RunHandle>;
  /** What a watcher who joins a running run must be told of the texts so far. */
  snapshot(runId: string): readonly TransientEvent[];
  close(): Promise<void>;
}
