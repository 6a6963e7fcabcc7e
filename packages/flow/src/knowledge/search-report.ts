import { z } from 'zod';

/** What was searched, for people to see, and for the decision whether the documents hold an answer. */
export const searchReportSchema = z.object({
  /** What was asked. */
  question: z.string(),
  /** What was searched: the question, or the question with what it leans on. */
  query: z.string(),
  /** Whether `query` took in something of the history. */
  usesHistory: z.boolean(),
  /** ISO 639-1, or `und`. */
  language: z.string(),
  mode: z.enum(['hybrid', 'keyword', 'dense']),
  /** Ids and sizes of what was searched. */
  base: z.string().optional(),
  baseName: z.string().optional(),
  documents: z.number().int(),
  passages: z.number().int(),
  languages: z.array(z.string()),
  /** The content words of the query as written, each with how many passages hold it (any inflection) and its weight (inverse document frequency). */
  terms: z.array(z.object({ word: z.string(), passages: z.number().int(), weight: z.number() })),
  /** The share of the terms' weight that the best single passage holds. */
  coverage: z.number(),
  /** The weight that meaning had, 0 to 1; and why it is 0. */
  meaningWeight: z.number(),
  meaning: z.enum(['used', 'not-asked', 'language-unknown', 'no-embeddings']),
  /** The best cosine, where meaning was used. */
  bestMeaning: z.number().optional(),
});
export type SearchReport = z.infer<typeof searchReportSchema>;
