import { parseFlowAddress } from '@jacquard/runtime';
import { z } from 'zod';

/** The flow that a path names; a version in the address is passed over. */
export const flowIdSchema = z.string().transform((text) => parseFlowAddress(text).id);
export const flowPathSchema = z.object({ id: flowIdSchema });

/** A version's number, as paths write it. */
export const versionPathSchema = z.object({
  id: flowIdSchema,
  number: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});
