import { blockSchema, documentMetadataSchema, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';

const limitsSchema = z.object({
  fileBytes: z.number(),
  characters: z.number(),
  blocks: z.number(),
  cells: z.number(),
  pages: z.number(),
  archive: z.object({
    entries: z.number(),
    bytes: z.number(),
    entryBytes: z.number(),
    ratio: z.number(),
    ratioFrom: z.number(),
  }),
});

/** What the server asks of its reading process: one file, and the next when it has its last reply. */
export const readRequestSchema = z.object({
  id: z.number(),
  source: z.string(),
  path: z.string(),
  modified: z.number(),
  limits: limitsSchema,
});
export type ReadRequest = z.infer<typeof readRequestSchema>;

const problemSchema = z.object({ code: z.string(), params: z.record(z.string(), jsonValueSchema) });

/** A document without its text and blocks, which follow in pieces: a long message would hold up the server's event loop. */
const documentHeadSchema = documentMetadataSchema.omit({ blocks: true });

/**
 * What the process replies. A document comes as `document`, any number of `text`, then `blocks` and `rows` (of the last block's
 * table); `end` and `problem` are last replies.
 */
export const readReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pages'), id: z.number(), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('document'), id: z.number(), metadata: documentHeadSchema }),
  z.object({ type: z.literal('text'), id: z.number(), text: z.string() }),
  z.object({ type: z.literal('blocks'), id: z.number(), blocks: z.array(blockSchema) }),
  z.object({
    type: z.literal('rows'),
    id: z.number(),
    rows: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
  }),
  z.object({ type: z.literal('unread'), id: z.number(), source: z.string(), problem: problemSchema }),
  z.object({ type: z.literal('end'), id: z.number() }),
  z.object({
    type: z.literal('problem'),
    id: z.number(),
    ...problemSchema.shape,
    kind: z.enum(['user', 'operational', 'bug']),
  }),
]);
export type ReadReply = z.infer<typeof readReplySchema>;
/** A reply without the request's number. */
export type ReadReplyParts = DistributiveOmit<ReadReply, 'id'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
