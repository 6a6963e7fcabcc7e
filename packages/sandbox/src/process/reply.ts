import { z } from 'zod';

const errorSchema = z.object({
  name: z.string().max(200),
  message: z.string().max(20_000),
  line: z.number().int().nonnegative().optional(),
  trace: z.string().max(20_000).optional(),
});

const testSchema = z.object({
  outcome: z.enum(['passed', 'failed', 'timed-out', 'not-run']),
  message: z.string().max(20_000).optional(),
});

/**
 * What a process says, a line of JSON each. Code that broke out of its interpreter could write them: nothing in them is taken
 * for more than what that code says of itself.
 */
export const replySchema = z.discriminatedUnion('type', [
  /** It waits for its job. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('test'), index: z.number().int().nonnegative(), ...testSchema.shape }),
  z.object({
    type: z.literal('end'),
    ended: z.enum(['finished', 'failed', 'timed-out', 'out-of-memory', 'crashed']),
    stdout: z.string(),
    stderr: z.string(),
    isOutputCut: z.boolean(),
    error: errorSchema.optional(),
    /** JSON text. */
    value: z.string().optional(),
    isValueLeftOut: z.boolean(),
    files: z.array(z.object({ name: z.string(), base64: z.string() })),
    filesLeftOut: z.array(z.string().max(4096)),
  }),
]);

export type Reply = z.input<typeof replySchema>;
export type EndReply = Extract<Reply, { readonly type: 'end' }>;
export type TestReply = Extract<Reply, { readonly type: 'test' }>;
