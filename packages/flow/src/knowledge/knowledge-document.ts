import { z } from 'zod';

/** Ids of knowledge bases: the file's name without `.knowledge.json`. */
export const knowledgeIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,99}$/);

/** The first key of a `*.knowledge.json`. */
export const knowledgeMark = 'jacquard-knowledge';

/**
 * A pattern of paths beside the file: `/` between folders, `*` within one, `**` for any depth. Nothing leads out of the
 * folder: no absolute path, no `..`, no hidden file.
 */
const patternSchema = z
  .string()
  .min(1)
  .max(500)
  .refine((pattern) => !/^[/\\~]|[\\\0:]/.test(pattern) && pattern.split('/').every((part) => !part.startsWith('.')));

/** Which embeddings a base is built with; see `EmbeddingsChoice` in node-kit. */
export const embeddingsChoiceSchema = z.union([
  z.string().min(1).max(200),
  z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    model: z.string().min(1).max(200),
    secret: z.string().optional(),
  }),
]);

/** How documents are cut where nobody says, in characters; measured by `npm run bench -- retrieval`. */
export const defaultPassageSettings = { size: 500, overlap: 0 } as const;

/** A `*.knowledge.json`: where a base's documents are, how they are cut, and what knows their meaning. Its index is built from it. */
export const knowledgeDocumentSchema = z.strictObject({
  [knowledgeMark]: z.literal(1),
  name: z.string().min(1).max(200).optional(),
  sources: z.array(patternSchema).max(100),
  passages: z
    .strictObject({
      size: z.number().int().min(200).max(4_000).optional(),
      overlap: z.number().int().min(0).max(1_000).optional(),
    })
    .optional(),
  embeddings: embeddingsChoiceSchema.optional(),
});
export type KnowledgeDocument = z.infer<typeof knowledgeDocumentSchema>;
