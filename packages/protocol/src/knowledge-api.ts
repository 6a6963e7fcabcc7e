import {
  jsonValueSchema,
  knowledgeDocumentSchema,
  passageSchema,
  readDocumentSchema,
  searchReportSchema,
} from '@jacquard/flow';
import { z } from 'zod';
import { problemDataSchema } from './run-event.ts';

const problemSchema = problemDataSchema.pick({ code: true, params: true });

/** How the building of a base stands. Counts are of this building; rates and times of its pages. */
export const knowledgeProgressSchema = z.object({
  filesDone: z.number().int(),
  filesTotal: z.number().int(),
  /** The files at work, with their own pages. */
  reading: z.array(z.object({ source: z.string(), pagesDone: z.number().int(), pagesTotal: z.number().int() })),
  pagesDone: z.number().int(),
  pagesPerSecond: z.number(),
});
export type KnowledgeProgress = z.infer<typeof knowledgeProgressSchema>;

/** What embeddings a base uses, as people are told. `languages` absent: not known. `location`: `local`, or the origin that texts are sent to. */
export const embeddingsStateSchema = z.object({
  name: z.string(),
  location: z.string(),
  languages: z.array(z.string()).optional(),
  problem: problemSchema.optional(),
});

/** An item of `GET /api/v1/knowledge-bases`: `{bases: [...]}`. Times in milliseconds since the epoch. */
export const knowledgeSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `stale`: files were added, changed or removed since it was built. `broken`: its file can't be read. */
  state: z.enum(['ready', 'stale', 'building', 'broken']),
  problem: problemSchema.optional(),
  progress: knowledgeProgressSchema.optional(),
  documents: z.number().int(),
  failed: z.number().int(),
  passages: z.number().int(),
  languages: z.array(z.string()),
  embeddings: embeddingsStateSchema,
  updatedAt: z.number(),
});
export type KnowledgeSummary = z.infer<typeof knowledgeSummarySchema>;

/** A document of a base: a file, or one that waits to be read. */
export const knowledgeFileSchema = z.object({
  source: z.string(),
  state: z.enum(['waiting', 'reading', 'ready', 'failed']),
  problem: problemSchema.optional(),
  warnings: z.array(problemSchema),
  /** Parts of an archive that could not be read. */
  unread: z.array(z.object({ source: z.string(), problem: problemSchema })),
  size: z.number(),
  modified: z.number(),
  /** Absent until it was read. */
  sha256: z.string().optional(),
  mediaType: z.string(),
  title: z.string().optional(),
  pages: z.number().int().optional(),
  passages: z.number().int(),
  languages: z.array(z.string()),
  scanned: z.number().optional(),
});
export type KnowledgeFile = z.infer<typeof knowledgeFileSchema>;

/** `GET /api/v1/knowledge-bases/:id`; the ETag is the revision of the settings. */
export const knowledgeBaseSchema = knowledgeSummarySchema.extend({
  revision: z.string(),
  document: knowledgeDocumentSchema,
  files: z.array(knowledgeFileSchema),
});
export type KnowledgeBaseState = z.infer<typeof knowledgeBaseSchema>;

/** `POST /api/v1/knowledge-bases` → 201 `knowledgeBaseSchema`. The id is made of the name. */
export const createKnowledgeSchema = z.strictObject({ name: z.string().trim().min(1).max(200) });

/** `PUT /api/v1/knowledge-bases/:id` with `If-Match` → `knowledgeBaseSchema`. DELETE: the base with its files (of a project folder: the index and its file, never documents). */
export const putKnowledgeSchema = z.strictObject({ document: jsonValueSchema });

/**
 * `POST /api/v1/knowledge-bases/:id/files?path=folder/name.pdf` (multipart, one field `file`) → 201: adds it or takes the
 * place of the one at that path, then builds. `source` in the answer is where it lies in the base, `path` made safe below the
 * base's folder. `&modified=` (milliseconds since the epoch) dates it; now unless told. DELETE with `?path=` of the source.
 * `POST …/build` → 202, `POST …/cancel` → 204; progress by `knowledge:changed`.
 */
/** `POST …/build`: `agreed` once a person has said yes to what a base from elsewhere sends to a service (409 `consent-needed`). */
export const buildKnowledgeSchema = z.strictObject({ agreed: z.boolean().optional() });

export const knowledgeUploadSchema = z.object({ source: z.string() });

/** `GET …/documents?path=`: the documents of a file as they were read; several for an archive. `GET …/file?path=`: the file's bytes. */
export const knowledgeDocumentsSchema = z.object({ documents: z.array(readDocumentSchema) });

/** `GET …/passages?path=`: the passages of a file in reading order. */
export const knowledgePassagesSchema = z.object({ passages: z.array(passageSchema) });

/** `POST …/search`. */
export const searchRequestSchema = z.strictObject({
  query: z.string().max(100_000),
  mode: z.enum(['hybrid', 'keyword', 'dense']).optional(),
  top: z.number().int().min(1).max(50).optional(),
  threshold: z.number().min(0).max(1).optional(),
  sources: z.array(z.string().max(500)).max(100).optional(),
  languages: z.array(z.string().max(35)).max(100).optional(),
});
/** What `POST …/search` answers. */
export const searchAnswerSchema = z.object({ passages: z.array(passageSchema), report: searchReportSchema });
