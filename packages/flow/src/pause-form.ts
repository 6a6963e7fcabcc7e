import { z } from 'zod';
import { jsonSchemaSchema, jsonValueSchema } from './json.ts';

/**
 * What a paused step asks of a person. `kind` says how it is drawn; an answer is any JSON that fits `schema`, whoever gives it.
 *
 * - `approve`: `{ approved: boolean, comment?: string }`.
 * - `edit`: `{ text: string }`, beginning with `value`.
 * - `choose`: `{ choice: string }`, one of `options`.
 * - `thoughts`: what is done to the thoughts of a search before it goes on.
 */
export const pauseFormSchema = z.object({
  kind: z.enum(['approve', 'edit', 'choose', 'thoughts']),
  /** What is asked, as the flow's author wrote it. */
  message: z.string(),
  /** What it is about, or where editing begins. */
  value: jsonValueSchema.optional(),
  options: z.array(z.string()).optional(),
  schema: jsonSchemaSchema,
});
export type PauseForm = z.infer<typeof pauseFormSchema>;
