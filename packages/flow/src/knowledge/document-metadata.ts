import { z } from 'zod';
import { jsonValueSchema } from '../json.ts';

/**
 * A part of a document's text, in reading order. Offsets are UTF-16 code units of the document's text; a block's text is
 * `text.slice(start, end)`. `scanned` is the mean confidence of character recognition, 0 to 1.
 */
export const blockSchema = z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'table', 'code']),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** 1 to 6, of a heading. */
  level: z.number().int().optional(),
  /** From 1; a slide or a sheet counts as a page only where the format has no pages. */
  page: z.number().int().positive().optional(),
  scanned: z.number().optional(),
  /** Of a table: its sheet's or own name, its header's cells, and where each row (the header's not) stands. */
  table: z
    .object({
      name: z.string().optional(),
      header: z.array(z.string()),
      /** `[start, end, number]`: offsets, and the row's number as the file's own program shows it, from 1. */
      rows: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
    })
    .optional(),
});
export type DocumentBlock = z.infer<typeof blockSchema>;

/** What a document's `metadata` holds after reading (`KnowledgeService.read`). */
export const documentMetadataSchema = z.object({
  /** SHA-256 of the file's bytes. */
  document: z.string(),
  /** Its path within its base, or its name; of a file in an archive `archive.zip/inner.txt`. */
  source: z.string(),
  mediaType: z.string(),
  title: z.string().optional(),
  /** When the file was last changed, ISO 8601. */
  date: z.string().optional(),
  /** ISO 639-1, or `und`. */
  language: z.string(),
  pages: z.number().int().optional(),
  blocks: z.array(blockSchema),
  /** What could not be read of it, as codes of `messages` with params. */
  warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), jsonValueSchema) })),
});
export type DocumentMetadata = z.infer<typeof documentMetadataSchema>;

/** A document as reading gives it: `pageContent` is its whole text, `metadata.blocks` its structure. */
export const readDocumentSchema = z.object({ pageContent: z.string(), metadata: documentMetadataSchema });
export type ReadDocument = z.infer<typeof readDocumentSchema>;
