import { z } from 'zod';
import { modelSchema } from './api.ts';
import { knowledgeSummarySchema } from './knowledge-api.ts';
import { deltaFrameSchema, problemDataSchema, runEventSchema, stepProgressSchema } from './run-event.ts';

/** Client → server. `run:watch` is acknowledged with `{ok: true}` or `{problem}`. */
export const watchRunSchema = z.strictObject({ runId: z.string(), after: z.number().int().nonnegative() });
/** Client → server: `run:unwatch`. */
export const unwatchRunSchema = z.strictObject({ runId: z.string() });

/** Server → client. Events come in order, each once after `after`; a snapshot of texts follows a watch. */
export const runEventsMessageSchema = z.object({ runId: z.string(), events: z.array(runEventSchema) });
/** Server → client: `run:deltas`. What isn’t kept: pieces of texts and progress. */
export const runDeltasMessageSchema = z.object({
  runId: z.string(),
  frames: z.array(z.discriminatedUnion('type', [deltaFrameSchema, stepProgressSchema])),
});
/**
 * Server → client: `run:stalled`. What happens in the run can't be written down any more (the disk is full, say). The run is
 * taken up from its last event once it can be; events then follow on the same watch.
 */
export const runStalledSchema = z.object({ runId: z.string(), problem: problemDataSchema });
/** Server → client: `flow:changed`. */
export const flowChangedSchema = z.object({
  id: z.string(),
  change: z.enum(['created', 'saved', 'deleted']),
  revision: z.string().optional(),
  outside: z.boolean(),
});
/** Server → client: `model:changed`. */
export const modelChangedSchema = modelSchema;

/** Server → client: `knowledge:changed`. `base` is absent for one that was deleted. Progress comes at most five times a second. */
export const knowledgeChangedSchema = z.object({ id: z.string(), base: knowledgeSummarySchema.optional() });

/** Event names of the websocket (socket.io, default namespace). */
export const socketEvents = {
  watchRun: 'run:watch',
  unwatchRun: 'run:unwatch',
  runEvents: 'run:events',
  runDeltas: 'run:deltas',
  runStalled: 'run:stalled',
  flowChanged: 'flow:changed',
  modelChanged: 'model:changed',
  knowledgeChanged: 'knowledge:changed',
} as const;
