import { createHash } from 'node:crypto';
import { documentMetadataSchema, type DocumentBlock, type ReadDocument } from '@jacquard/flow';
import type { DetectLanguage } from './passage-language.ts';

/** A document that may be cut: one that our reading made, or one of a flow. */
export interface CuttableDocument {
  readonly pageContent: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * A document as a flow holds it, with all that cutting needs. One that our reading made stays as it is; of another one the
 * paragraphs are what stands between blank lines, its hash is that of its text, and its language is found out.
 */
export function asReadDocument({ pageContent, metadata }: CuttableDocument, detect: DetectLanguage): ReadDocument {
  const parsed = documentMetadataSchema.safeParse(metadata);
  const fits = parsed.success && parsed.data.blocks.every(({ end }) => end <= pageContent.length);
  if (fits && (parsed.data.blocks.length > 0 || pageContent.trim() === ''))
    return { pageContent, metadata: parsed.data };
  const title = textAt(metadata, 'title');
  const date = textAt(metadata, 'date');
  return {
    pageContent,
    metadata: {
      document: textAt(metadata, 'document') ?? createHash('sha256').update(pageContent).digest('hex'),
      source: textAt(metadata, 'source') ?? '',
      mediaType: textAt(metadata, 'mediaType') ?? 'text/plain',
      language: textAt(metadata, 'language') ?? detect(pageContent),
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      blocks: paragraphsOf(pageContent),
      warnings: [],
    },
  };
}

function textAt(metadata: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(metadata, name) ? metadata[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function paragraphsOf(text: string): DocumentBlock[] {
  const paragraph = /\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g;
  return [...text.matchAll(paragraph)].map(({ index, 0: found }) => ({
    kind: 'paragraph',
    start: index,
    end: index + found.trimEnd().length,
  }));
}
