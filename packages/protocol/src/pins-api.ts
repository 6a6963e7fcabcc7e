import { z } from 'zod';
import { portValuesSchema } from './run-event.ts';

/** The key of given values: a node's id, or the path of one of its steps (`each[3]/grade`). */
export const stepPathSchema = z
  .string()
  .max(2_000)
  .regex(/^[a-z][a-z0-9-]*(\[\d+\])?(\/[a-z][a-z0-9-]*(\[\d+\])?)*$/);

/**
 * What a node of a flow's draft gives in runs from the editor instead of running: `GET /api/v1/flows/:id/pins` → `{pins}`.
 * There, values over 64 KiB are references; whole in `GET /api/v1/flows/:id/pins/:node`.
 */
export const pinSchema = z.object({
  node: z.string(),
  outputs: portValuesSchema,
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Pin = z.infer<typeof pinSchema>;

/** `GET /api/v1/flows/:id/pins`. */
export const pinsSchema = z.object({ pins: z.array(pinSchema) });

/**
 * `PUT /api/v1/flows/:id/pins/:node` → the pin. References among the outputs are those of the run `runId`, which the values
 * come from. `DELETE /api/v1/flows/:id/pins/:node`, and of all: `DELETE /api/v1/flows/:id/pins`, → 204.
 */
export const putPinSchema = z.strictObject({ outputs: portValuesSchema, runId: z.string().max(100).optional() });
