import { jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import {
  invokeRequestSchema,
  pausedAnswerSchema,
  problemDocumentSchema,
  runSummarySchema,
  waitingStepSchema,
} from './api.ts';
import { portValuesSchema, problemDataSchema, usageSchema } from './run-event.ts';

/** Items of a batch at most, and of them at once unless told otherwise. */
export const batchBounds = { items: 1_000, concurrency: 4, mostConcurrency: 32 } as const;

/** Seconds that a call may be waited for. */
export const longestWait = 3_600;

/** 202 of `POST /api/v1/flows/:id/invoke` whose caller waits no longer: the run goes on, and is found at `Location`. */
export const runningAnswerSchema = z.object({
  runId: z.string(),
  status: z.literal('running'),
  sessionId: z.string().optional(),
});

/** 202 of `POST /api/v1/flows/:id/runs` and of `POST /api/v1/runs/:id/answer`. */
export const startedRunSchema = z.object({ runId: z.string(), sessionId: z.string().optional() });

/** What is asked in the query of a call: how long to wait. */
export const callQuerySchema = z.strictObject({
  /** Seconds to wait for the answer; then 202, and the run goes on. */
  timeout: z.coerce.number().min(0).max(longestWait).optional(),
});

/** `events`: all run events. `text`: the texts that the flow gives as they are written, and its outputs. */
export const streamFormatSchema = z.enum(['events', 'text']);

/** The query of `POST /api/v1/flows/:id/stream`. */
export const streamQuerySchema = z.strictObject({ format: streamFormatSchema.default('events') });

/** `GET /api/v1/flows/:id/stream`, for a browser's `EventSource`: inputs are `input.NAME=…`; what isn't JSON is taken as text. */
export const eventSourceQuerySchema = z
  .object({
    format: streamFormatSchema.default('events'),
    sessionId: z.string().max(200).optional(),
    session: z.literal('new').optional(),
    /** As the header `Idempotency-Key`, which an `EventSource` can't send. */
    idempotencyKey: z.string().optional(),
  })
  .catchall(z.string());

/** Frames of `format=text`: `run` first, then `text` as it is written, and one of `done`, `paused` and `problem`. */
export const streamRunSchema = z.object({ runId: z.string(), sessionId: z.string().optional() });
/** A piece of an output. `reset`: it replaces all of this output that was given before. */
export const streamTextSchema = z.object({ output: z.string(), text: z.string(), reset: z.literal(true).optional() });

/** `POST /api/v1/flows/:id/batch`. */
export const batchRequestSchema = z.strictObject({
  items: z.array(invokeRequestSchema).min(1),
  /** Runs at once. */
  concurrency: z.number().int().min(1).max(batchBounds.mostConcurrency).optional(),
});
export type BatchRequestBody = z.infer<typeof batchRequestSchema>;

/** What came of one item: as the answer of `invoke`, or the problem that it met. */
export const batchItemSchema = z.object({
  index: z.number().int().nonnegative(),
  /** `refused`: it never began. */
  status: z.enum(['completed', 'failed', 'cancelled', 'interrupted', 'paused', 'refused']),
  runId: z.string().optional(),
  sessionId: z.string().optional(),
  outputs: portValuesSchema.optional(),
  skipped: z.array(z.string()).optional(),
  waiting: z.array(waitingStepSchema).optional(),
  usage: usageSchema.optional(),
  problem: problemDocumentSchema.optional(),
});
export type BatchItem = z.infer<typeof batchItemSchema>;

/** The answer of a batch: its items in the order sent. As a stream, each comes when it has ended. */
export const batchAnswerSchema = z.object({ items: z.array(batchItemSchema) });

/** Where a webhook stands. `open`: the run goes on, or the next attempt is due at `nextAt` (milliseconds since the epoch). */
export const webhookStateSchema = z.object({
  url: z.string(),
  state: z.enum(['open', 'delivered', 'failed']),
  attempts: z.number().int().nonnegative(),
  nextAt: z.number().optional(),
  /** The HTTP status of the last attempt. */
  status: z.number().int().optional(),
  /** The code of the problem that the last attempt met. */
  problem: z.string().optional(),
});

/** `GET /api/v1/runs/:id`: how it stands, what it gave, why it failed, what it waits for, and whether its end was told. */
export const runStateSchema = runSummarySchema.extend({
  requestId: z.string().optional(),
  outputs: portValuesSchema.optional(),
  skipped: z.array(z.string()).optional(),
  error: problemDataSchema.optional(),
  waiting: z.array(waitingStepSchema).optional(),
  webhook: webhookStateSchema.optional(),
});
export type RunStateAnswer = z.infer<typeof runStateSchema>;

/** `GET /api/v1/webhook-key`, and `POST`, which makes a new one: what checks the signatures of the caller's webhooks. */
export const webhookKeySchema = z.object({ key: z.string() });

/** What is told of a run that has ended (`POST` to the webhook's address). */
export const webhookMessageSchema = z.object({
  type: z.enum(['run.completed', 'run.failed', 'run.cancelled', 'run.interrupted']),
  timestamp: z.iso.datetime(),
  data: z.object({
    runId: z.string(),
    flowId: z.string(),
    status: runSummarySchema.shape.status,
    sessionId: z.string().optional(),
    requestId: z.string().optional(),
    startedAt: z.number(),
    endedAt: z.number(),
    outputs: portValuesSchema.optional(),
    skipped: z.array(z.string()).optional(),
    error: z
      .object({ code: z.string(), params: z.record(z.string(), jsonValueSchema), node: z.string().optional() })
      .optional(),
    usage: usageSchema,
  }),
});

/** What `invoke` may answer with 202. */
export const acceptedAnswerSchema = z.union([pausedAnswerSchema, runningAnswerSchema]);
