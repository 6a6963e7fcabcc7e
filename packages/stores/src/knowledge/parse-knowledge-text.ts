import { knowledgeDocumentSchema, knowledgeMark, scanJson, type KnowledgeDocument } from '@jacquard/flow';
import type { KnowledgeFile } from './knowledge-file.ts';

/** Reads what stands in a `*.knowledge.json`. `file` is its name, for the reason. Never throws. */
export function parseKnowledgeText(bytes: Uint8Array, file: string): KnowledgeFile['content'] {
  const broken = (code: string, params = {}) => ({ broken: { code, params: { file, ...params } } });
  const text = decode(bytes);
  if (text === undefined) return broken('flow-file-not-text');
  const scanned = scanJson(text);
  if (!scanned.ok) return broken('knowledge-file-not-json', { line: scanned.line, column: scanned.column });
  const parsed = knowledgeDocumentSchema.safeParse(scanned.value);
  if (parsed.success) return { document: parsed.data };
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return broken('knowledge-file-invalid', { field: [...(issue?.path ?? []), ...unknown].join('.').slice(0, 200) });
}

/**
 * Writes a knowledge base in file form: LF, a final line break, two spaces, one key a line, keys in the order of the schema. A
 * file in that form, parsed and written again, changes no byte.
 */
export function serialiseKnowledge({ name, sources, passages, embeddings }: KnowledgeDocument): string {
  const ordered: KnowledgeDocument = {
    [knowledgeMark]: 1,
    name,
    sources,
    passages: passages && { size: passages.size, overlap: passages.overlap },
    embeddings:
      typeof embeddings === 'object'
        ? { url: embeddings.url, model: embeddings.model, secret: embeddings.secret }
        : embeddings,
  };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
