import { z } from 'zod';

/** How well a passage fits what was asked. All figures lie in 0 to 1, and compare within one search only, but `meaning`. */
export const passageMatchSchema = z.object({
  /** `strong`: the passage is about what was asked; `partial`: it shares something with it. Decided by search. */
  strength: z.enum(['strong', 'partial']),
  /** What results are ordered by. */
  score: z.number(),
  /** The share of the question's words, weighed by how rare they are (inverse document frequency), that the passage holds. */
  coverage: z.number(),
  /** Its BM25 against the best one's; absent when words weren't asked. */
  words: z.number().optional(),
  /** Cosine between question and passage; absent when meaning wasn't asked, or the embeddings don't know the language. */
  meaning: z.number().optional(),
  /** From 1. */
  rank: z.number().int(),
});
export type PassageMatch = z.infer<typeof passageMatchSchema>;

/**
 * What a passage's `metadata` holds: enough to cite it, to open its document at the place, and to see later whether that
 * document is still the same. A table's passages repeat the header in `pageContent`; `start` and `end` name its rows.
 */
export const passageMetadataSchema = z.object({
  /** SHA-256 of the document's bytes. */
  document: z.string(),
  source: z.string(),
  /** The id of the knowledge base; absent for passages made in a flow. */
  base: z.string().optional(),
  title: z.string().optional(),
  mediaType: z.string(),
  /** When the document was last changed, ISO 8601. */
  date: z.string().optional(),
  language: z.string(),
  page: z.number().int().positive().optional(),
  /** The headings above it, outermost first. */
  headings: z.array(z.string()),
  /** UTF-16 code units of the document's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Its place among the document's passages, from 0. */
  position: z.number().int().nonnegative(),
  table: z
    .object({
      name: z.string().optional(),
      header: z.array(z.string()),
      /** Numbers as the file's own program shows them. */
      firstRow: z.number().int(),
      lastRow: z.number().int(),
      /** How many rows the passage holds, and the whole table. */
      count: z.number().int(),
      total: z.number().int(),
    })
    .optional(),
  /** Mean confidence of character recognition, when it was read from a picture. */
  scanned: z.number().optional(),
  match: passageMatchSchema.optional(),
});
export type PassageMetadata = z.infer<typeof passageMetadataSchema>;

/** A passage as LangChain's `Document`, as data. */
export const passageSchema = z.object({
  pageContent: z.string(),
  metadata: passageMetadataSchema,
  id: z.string().optional(),
});
export type Passage = z.infer<typeof passageSchema>;
