import { createHash } from 'node:crypto';
import { Problem, type ReadDocument } from '@jacquard/flow';
import { loadLanguageTools } from '@jacquard/node-kit';
import type { Attachment, ReadContext, ReadParts } from './format-reader.ts';
import { formatReaders } from './format-readers.ts';
import type { FormatId } from './sniff-format.ts';

/** A file's bytes, where they come from, and when the file (or what it came in) was last changed, in milliseconds; 0 where nobody knows. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly modified: number;
}

/** Below so many letters what a file says of its own language is surer than what its letters show. */
const fewLetters = 200;

/** Reads one document; the files that lie in it are left to the caller. Throws `document-empty` for one without text. */
export async function readDocument(
  { bytes, source, modified }: FileBytes,
  format: Exclude<FormatId, 'zip'>,
  context: ReadContext,
): Promise<{ readonly document: ReadDocument; readonly attachments: readonly Attachment[] }> {
  const hash = createHash('sha256').update(bytes).digest('hex'); // before reading: a reader may take the bytes over
  const isJpeg = format === 'picture' && bytes[0] === 0xff;
  const mediaType = isJpeg ? 'image/jpeg' : formatReaders[format].mediaType;
  const read = await formatReaders[format].load();
  const parts = await read(bytes, { name: source.split('/').at(-1) ?? source, mediaType }, context);
  const attachments = parts.attachments ?? [];
  if (parts.text === '' && attachments.length === 0) throw new Problem('document-empty');
  const document: ReadDocument = {
    pageContent: parts.text,
    metadata: {
      document: hash,
      source,
      mediaType,
      ...(parts.title !== undefined && { title: parts.title }),
      ...(modified > 0 && { date: new Date(modified).toISOString() }),
      language: await languageOf(parts),
      ...(parts.pages !== undefined && { pages: parts.pages }),
      blocks: [...parts.blocks],
      warnings: parts.warnings,
    },
  };
  return { document, attachments };
}

async function languageOf({ text, language }: ReadParts): Promise<string> {
  const declared = language?.toLowerCase().match(/^[a-z]{2}(?![a-z])/)?.[0];
  const found = (await loadLanguageTools()).detect(text);
  if (declared !== undefined && (found === 'und' || text.length < fewLetters)) return declared;
  return found;
}
