import { z } from 'zod';
import { passageSchema } from './passage-metadata.ts';
import { searchReportSchema } from './search-report.ts';

/** Words cut from a passage, as they stand there; `start` and `end` are offsets in the document's text. */
export const quotationSchema = z.object({
  /** `[n]`, from 1. */
  number: z.number().int().positive(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  passage: passageSchema,
});
export type Quotation = z.infer<typeof quotationSchema>;

/** What differs between a sentence and the passages that it stands on. */
export const sentenceDoubtSchema = z.object({
  /** `number`, `date`, `name`: stands in no passage. `negation`, `condition`: added or lost. `unsupported`: says what no passage says. */
  kind: z.enum(['number', 'date', 'name', 'negation', 'condition', 'unsupported']),
  /** The words of the sentence, or of the passage when the sentence lost them. */
  words: z.string(),
  /** `added`: in the sentence alone. `lost`: in the passage alone. */
  change: z.enum(['added', 'lost']),
});

export type SentenceDoubt = z.infer<typeof sentenceDoubtSchema>;

/** A sentence that a model wrote, with the sources that our code found for it, and what to check. */
export const writtenSentenceSchema = z.object({
  text: z.string(),
  /** Numbers of quotations. */
  sources: z.array(z.number().int()),
  doubts: z.array(sentenceDoubtSchema),
});
export type WrittenSentence = z.infer<typeof writtenSentenceSchema>;

/**
 * An answer with its sources, as data: what the chat draws. Quotations come first and are complete without a model; what a
 * model wrote stands apart and is named. Nothing in it is called verified.
 */
export const citedAnswerSchema = z.object({
  /** `answered`; `partly`: passages that share something with the question, but may not answer it; `not-found`: nothing in the documents answers. */
  outcome: z.enum(['answered', 'partly', 'not-found']),
  quotations: z.array(quotationSchema),
  /** Absent when no model wrote: `why` says so. */
  written: z
    .object({ model: z.string(), sentences: z.array(writtenSentenceSchema), from: z.array(z.number().int()) })
    .optional(),
  /** Why no model wrote, where one was connected. */
  unwritten: z.enum(['asked-quotations', 'language', 'not-found', 'failed']).optional(),
  /** For a question for a count or total over a table: how many rows the passages hold, of how many. */
  rows: z.object({ read: z.number().int(), total: z.number().int() }).optional(),
  searched: searchReportSchema.optional(),
  /** ISO 639-1: the language of the words around quotations. */
  language: z.enum(['en', 'fr']),
});
export type CitedAnswer = z.infer<typeof citedAnswerSchema>;
