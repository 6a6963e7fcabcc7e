import { z } from 'zod';
import { problemDataSchema } from './run-event.ts';

const graphicsEngineSchema = z.enum(['cuda', 'vulkan', 'metal']);
/** What models can run on. */
export const engineNameSchema = z.enum(['cpu', ...graphicsEngineSchema.options]);

/** An engine for a graphics processor, and how far it has come here. Sizes in bytes, speeds in tokens a second. */
export const engineItemSchema = z.object({
  name: graphicsEngineSchema,
  state: z.enum(['absent', 'fetching', 'trying', 'ready', 'failed']),
  /** About what it takes on the disk; 0 for one that comes with the program. */
  size: z.number(),
  done: z.number().optional(),
  devices: z.array(z.string()).optional(),
  /** Of the same answer, when it was tried. */
  speed: z.object({ graphics: z.number(), processor: z.number() }).optional(),
  error: problemDataSchema.optional(),
});
export type EngineItem = z.infer<typeof engineItemSchema>;

/**
 * `GET /api/v1/engines`. `POST /engines/install` → 202: it is fetched, tried, and used if it works; `POST /engines/cancel` → 204 ends that.
 * `PUT /engines` → 200: another one is used. `DELETE /engines/:name` → 204.
 */
export const enginesSchema = z.object({
  using: engineNameSchema,
  /** Why it isn't what was chosen. */
  problem: problemDataSchema.optional(),
  /** Graphics processors that were seen. */
  graphics: z.object({ names: z.array(z.string()), lacksVulkan: z.boolean() }).optional(),
  /** The one that fits best comes first. */
  engines: z.array(engineItemSchema),
});
export type Engines = z.infer<typeof enginesSchema>;

/** Without a name the one that fits best. */
export const installEngineSchema = z.strictObject({ engine: graphicsEngineSchema.optional() });
export const useEngineSchema = z.strictObject({ engine: engineNameSchema });
export const engineParamSchema = z.strictObject({ engine: graphicsEngineSchema });
