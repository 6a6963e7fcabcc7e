import { fileValueSchema, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { runSummarySchema } from './api.ts';
import { runEventSchema } from './run-event.ts';

/** What a run file may hold at most. `bytes`: of its text. */
export const runFileLimits = { bytes: 100 * 1024 ** 2, events: 200_000, values: 50_000, files: 10_000 } as const;

/**
 * A run as one file, format 1: `GET /api/v1/runs/:id/export`. It stands for itself: the flow as it ran, and those that it
 * called, are in its first event (`run-start`: `flow`, `flows`); a value over 64 KiB stands in the events as
 * `ValueReference` and here in full. Files are named and not held; secrets are in none of it.
 */
export const runFileSchema = z.object({
  'jacquard-run': z.literal(1),
  /** The version that wrote it. */
  version: z.string().max(100),
  exportedAt: z.number(),
  run: runSummarySchema,
  /** In order, from `run-start` on; without `run-end` where the run still went on. */
  events: z.array(runEventSchema).min(1).max(runFileLimits.events),
  /** Large values by their reference. */
  values: z.record(z.string().max(200), jsonValueSchema),
  /** What the values of the run name: name, media type, size and SHA-256. */
  files: z.array(fileValueSchema).max(runFileLimits.files),
});
export type RunFile = z.infer<typeof runFileSchema>;
