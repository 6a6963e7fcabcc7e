import {
  flowDocumentSchema,
  jsonValueSchema,
  messageSchema,
  modelWaitSchema,
  pauseFormSchema,
  valueReferenceSchema,
} from '@jacquard/flow';
import { z } from 'zod';

/** An error inside an event: data only, the sentence is made where it is read. */
export const problemDataSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), jsonValueSchema),
  kind: z.enum(['user', 'operational', 'bug']),
  node: z.string().optional(),
});

/** What a step or run used. Tokens are counts, cost in US dollars, energy in watt-hours. */
export const usageSchema = z.object({
  inputTokens: z.number().nonnegative().optional(),
  outputTokens: z.number().nonnegative().optional(),
  modelCalls: z.number().int().nonnegative().optional(),
  /** Milliseconds until the first token. */
  timeToFirstToken: z.number().nonnegative().optional(),
  cost: z.number().nonnegative().optional(),
  energy: z.number().nonnegative().optional(),
  /** At least a part of the energy is an estimate, from processor time and a stated wattage. */
  energyEstimated: z.boolean().optional(),
});
export type Usage = z.infer<typeof usageSchema>;

/** What started a run: the canvas, a caller of the API, the command line, a test of the flow. */
export const runStarterSchema = z.enum(['editor', 'api', 'command-line', 'test']);
export type RunStarter = z.infer<typeof runStarterSchema>;

/** Values by port name. A value over 64 KiB stands as `ValueReference`. */
export const portValuesSchema = z.record(z.string(), jsonValueSchema);

const numbered = { seq: z.number().int().positive(), at: z.number() };
/** `step` is the path (`each[3]/grade`), `node` the id in the document. */
const ofStep = { step: z.string(), node: z.string(), attempt: z.number().int().positive() };

/**
 * The durable events of a run. `seq` counts from 1 without gaps; `at` is in milliseconds since the epoch. They are
 * published after their commit.
 */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...numbered,
    type: z.literal('run-start'),
    runId: z.string(),
    flowId: z.string(),
    flow: flowDocumentSchema,
    /** Documents of the flows that it calls, by id, as they were: a resumed run goes on with these. */
    flows: z.record(z.string(), flowDocumentSchema).optional(),
    inputs: portValuesSchema,
    /** The node whose value is wanted, in a partial run. */
    target: z.string().optional(),
    /** Steps from this node on ran afresh. */
    from: z.string().optional(),
    sessionId: z.string().optional(),
    parentMessageId: z.string().optional(),
    /** What was said before, where the caller told it with the call; large ones as a reference. */
    history: z.union([z.array(messageSchema), valueReferenceSchema]).optional(),
    by: runStarterSchema.optional(),
    /** Who called it, as `key:ID`; absent: the operator. */
    caller: z.string().optional(),
    /** The published version that runs. */
    version: z.number().int().positive().optional(),
    /** What `"model": "default"` stood for. */
    defaultModel: z.string().optional(),
    /** Outputs that were taken as they are, by node id or by the path of one step: none of these ran. */
    given: z.record(z.string(), portValuesSchema).optional(),
    /** Why pinned values were not taken: each names its node, which ran. */
    unusedPins: z.array(problemDataSchema).optional(),
    /** The run that this one goes on from. */
    basedOn: z.string().optional(),
  }),
  z.object({ ...numbered, type: z.literal('run-resume'), owner: z.string(), count: z.number().int() }),
  z.object({ ...numbered, type: z.literal('run-cancel') }),
  z.object({
    ...numbered,
    type: z.literal('step-start'),
    ...ofStep,
    inputs: portValuesSchema.optional(),
    seed: z.number().optional(),
    /** Its outputs were given with the run: nothing runs, also inside of a scope. */
    pinned: z.boolean().optional(),
  }),
  z.object({
    ...numbered,
    type: z.literal('step-trace'),
    ...ofStep,
    item: z.object({ form: z.string(), data: jsonValueSchema }),
  }),
  z.object({
    ...numbered,
    type: z.literal('step-end'),
    ...ofStep,
    outputs: portValuesSchema,
    /** Milliseconds. */
    duration: z.number().nonnegative(),
    usage: usageSchema.optional(),
    /** The value was kept from an earlier run; nothing ran. */
    kept: z.boolean().optional(),
    /** The run that it is from, where its insides and calls stand. */
    keptFrom: z.string().optional(),
    /** The value was given with the run; nothing ran. */
    pinned: z.boolean().optional(),
    /** The step failed and its error port or fallback was taken. */
    handled: problemDataSchema.optional(),
  }),
  z.object({
    ...numbered,
    type: z.literal('step-error'),
    ...ofStep,
    error: problemDataSchema,
    duration: z.number().nonnegative(),
    /** Milliseconds until the next attempt; absent on the last one. */
    retryAfter: z.number().nonnegative().optional(),
  }),
  z.object({
    ...numbered,
    type: z.literal('run-pause'),
    ...ofStep,
    form: pauseFormSchema,
    /** What the step goes on from once it is answered. */
    state: jsonValueSchema.optional(),
    /** What it had used until then. */
    usage: usageSchema.optional(),
  }),
  z.object({
    ...numbered,
    type: z.literal('run-answer'),
    ...ofStep,
    answer: jsonValueSchema,
    by: runStarterSchema.optional(),
  }),
  z.object({
    ...numbered,
    type: z.literal('step-skip'),
    step: z.string(),
    node: z.string(),
    reason: z.enum(['source-skipped', 'disabled', 'not-taken', 'scope-skipped']),
  }),
  z.object({
    ...numbered,
    type: z.literal('run-end'),
    status: z.enum(['completed', 'failed', 'cancelled', 'interrupted']),
    outputs: portValuesSchema,
    /** Flow outputs whose source was skipped. */
    skipped: z.array(z.string()).optional(),
    error: problemDataSchema.optional(),
    duration: z.number().nonnegative(),
    usage: usageSchema.optional(),
  }),
]);
export type RunEvent = z.infer<typeof runEventSchema>;
export type RunEventType = RunEvent['type'];
/** An event before the log has numbered it. */
export type NewRunEvent = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'seq' | 'at'> : never) : never;

/**
 * Progress of a step: travels unnumbered and is not stored. `done` and `total` count `unit`s, where the step counts; `wait`
 * is what its call of a model waits for, null once it waits no longer. What is absent stays as it was.
 */
export const stepProgressSchema = z.object({
  type: z.literal('step-progress'),
  runId: z.string(),
  step: z.string(),
  node: z.string(),
  attempt: z.number().int().positive(),
  done: z.number().optional(),
  total: z.number().optional(),
  unit: z.string().optional(),
  wait: modelWaitSchema.nullable().optional(),
});
export type StepProgress = z.infer<typeof stepProgressSchema>;

/**
 * A piece of a text port while its step runs: not stored. `offset` counts UTF-16 code units from the start of this
 * attempt's text. A frame that joins late starts at offset 0 (a snapshot) and replaces what is drawn; overlaps are dropped.
 */
export const deltaFrameSchema = z.object({
  type: z.literal('delta'),
  runId: z.string(),
  step: z.string(),
  node: z.string(),
  attempt: z.number().int().positive(),
  port: z.string(),
  offset: z.number().int().nonnegative(),
  text: z.string(),
});
export type DeltaFrame = z.infer<typeof deltaFrameSchema>;

/** What travels beside the durable events. */
export type TransientEvent = StepProgress | DeltaFrame;
