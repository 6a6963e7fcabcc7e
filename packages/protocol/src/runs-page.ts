import { z } from 'zod';
import { runSummarySchema } from './api.ts';
import { runStarterSchema } from './run-event.ts';

/** How a list of runs is asked for: `GET /api/v1/runs?…`. Times are milliseconds since the epoch. */
export const runsQuerySchema = z.object({
  flowId: z.string().optional(),
  sessionId: z.string().optional(),
  status: runSummarySchema.shape.status.optional(),
  /** Runs that began before this time. */
  before: z.coerce.number().nonnegative().optional(),
  /** Runs in whose name, inputs or outputs this stands, capitals or not. */
  text: z.string().max(200).optional(),
  limit: z.coerce.number().int().nonnegative().max(500).default(50),
});
export type RunsQuery = z.infer<typeof runsQuerySchema>;

/** A run in a list: how it stands, and what tells it from others. */
export const listedRunSchema = runSummarySchema.extend({
  by: runStarterSchema.optional(),
  target: z.string().optional(),
  from: z.string().optional(),
  /** How its inputs begin, by the ids of the flow's input nodes. */
  inputs: z.record(z.string(), z.string()),
});
export type ListedRun = z.infer<typeof listedRunSchema>;

/** A page of runs, newest first. `before`: asked with it, the next page follows; absent on the last one. */
export const runsPageSchema = z.object({ runs: z.array(listedRunSchema), before: z.number().optional() });
export type RunsPage = z.infer<typeof runsPageSchema>;
