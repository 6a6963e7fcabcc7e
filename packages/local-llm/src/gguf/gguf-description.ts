import { z } from 'zod';

/** What a model was made for: to answer messages, to give vectors for texts, or to say how well a document answers a question. */
const modelKindSchema = z.enum(['chat', 'embeddings', 'reranking']);
export type ModelKind = z.infer<typeof modelKindSchema>;

const short = z.string().max(300);

/** What a GGUF file says of itself. It was written by a stranger: texts are short here, and numbers are checked. */
export const ggufDescriptionSchema = z.object({
  name: short.optional(),
  architecture: short,
  /** The engine has this architecture; absent from what earlier versions found out. */
  isKnown: z.boolean().optional(),
  /** Absent from what earlier versions found out. */
  kind: modelKindSchema.optional(),
  contextTokens: z.number().int().positive().optional(),
  /** As the publisher writes it, else counted: `135M`. */
  parameters: short.optional(),
  licence: short.optional(),
  languages: z.array(short).max(300),
  hasChatTemplate: z.boolean(),
  isForEmbeddings: z.boolean().optional(),
  /** Bytes in memory with the smallest context; null where the engine can't tell, absent from what earlier versions found out. */
  memory: z.number().nullable().optional(),
  /** How its weights are packed: `Q4_K_M`. */
  quantisation: short.optional(),
});
export type GgufDescription = z.infer<typeof ggufDescriptionSchema>;
