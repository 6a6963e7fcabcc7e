import { flowDocumentSchema, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';

/**
 * An item of `GET /api/v1/flows/:id/versions` → `{versions: [...]}`, newest first. Numbers count from 1 in each flow and are never
 * given again. `reason`: `saved` by a person; otherwise made by itself, of what was there before a person went to work again
 * (`session`), restored another version (`restore`) or merged what two had changed (`merge`). Of these the newest are kept.
 */
export const versionSchema = z.object({
  number: z.number().int().positive(),
  reason: z.enum(['saved', 'session', 'restore', 'merge']),
  name: z.string().optional(),
  note: z.string().optional(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  nodeCount: z.number().int(),
});
export type FlowVersion = z.infer<typeof versionSchema>;

/** `GET /api/v1/flows/:id/versions`. */
export const versionsSchema = z.object({ versions: z.array(versionSchema) });

/** `GET /api/v1/flows/:id/versions/:number`: with the document, migrated to the node types of this server. */
export const wholeVersionSchema = versionSchema.extend({ document: flowDocumentSchema });
export type WholeVersion = z.infer<typeof wholeVersionSchema>;

const nameSchema = z.string().trim().min(1).max(200);
const noteSchema = z.string().trim().max(2_000);

/**
 * `POST /api/v1/flows/:id/versions` → 201 `versionSchema`: keeps the flow as it is saved, or `document`, a state of it that isn't
 * saved (any more). `reason` is `saved` unless told; `merge` keeps what a merge is about to replace, and answers 200 with
 * `null` when the newest version is that state already.
 */
export const createVersionSchema = z.strictObject({
  name: nameSchema.optional(),
  note: noteSchema.optional(),
  document: jsonValueSchema.optional(),
  reason: z.enum(['saved', 'merge']).optional(),
});
export type CreateVersion = z.infer<typeof createVersionSchema>;

/** `PATCH /api/v1/flows/:id/versions/:number` → `versionSchema`. `null` takes a name or note away. DELETE → 204. */
export const patchVersionSchema = z.strictObject({
  name: nameSchema.nullable().optional(),
  note: noteSchema.nullable().optional(),
});
export type PatchVersion = z.infer<typeof patchVersionSchema>;
