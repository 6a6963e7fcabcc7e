import type { KnowledgeDocument } from '@jacquard/flow';
import {
  knowledgeBaseSchema,
  knowledgeDocumentsSchema,
  knowledgePassagesSchema,
  knowledgeSummarySchema,
  searchAnswerSchema,
  type searchRequestSchema,
} from '@jacquard/protocol';
import { z } from 'zod';
import { request, requestJson } from './request.ts';
import { sendFile, type SendOptions } from './send-file.ts';

const at = (id: string): string => `/knowledge-bases/${encodeURIComponent(id)}`;
const of = (id: string, part: string, source: string): string => `${at(id)}/${part}?path=${encodeURIComponent(source)}`;

/** The server's API for knowledge bases, as the page uses it. `source` is a document's path within its base. */
export const knowledgeApi = {
  list: () => requestJson(z.object({ bases: z.array(knowledgeSummarySchema) }), '/knowledge-bases'),
  get: (id: string) => requestJson(knowledgeBaseSchema, at(id)),
  create: (name: string) => requestJson(knowledgeBaseSchema, '/knowledge-bases', { method: 'POST', json: { name } }),
  save: (id: string, document: KnowledgeDocument, revision: string) =>
    requestJson(knowledgeBaseSchema, at(id), { method: 'PUT', json: { document }, ifMatch: revision }),
  delete: (id: string) => request(at(id), { method: 'DELETE' }),
  putFile: (id: string, source: string, file: File, options?: SendOptions) =>
    sendFile(`${of(id, 'files', source)}&modified=${file.lastModified}`, file, options),
  deleteFile: (id: string, source: string) => request(of(id, 'files', source), { method: 'DELETE' }),
  build: (id: string, agreed = false) => request(`${at(id)}/build`, { method: 'POST', json: { agreed } }),
  cancel: (id: string) => request(`${at(id)}/cancel`, { method: 'POST', json: {} }),
  documents: (id: string, source: string) => requestJson(knowledgeDocumentsSchema, of(id, 'documents', source)),
  passages: (id: string, source: string) => requestJson(knowledgePassagesSchema, of(id, 'passages', source)),
  /** Where the bytes of a file are, for links and readers that fetch by themselves. */
  fileAddress: (id: string, source: string) => `/api/v1${of(id, 'file', source)}`,
  search: (id: string, asked: z.input<typeof searchRequestSchema>, signal?: AbortSignal) =>
    requestJson(searchAnswerSchema, `${at(id)}/search`, { method: 'POST', json: asked, ...(signal && { signal }) }),
};
