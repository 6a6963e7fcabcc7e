import { Problem } from '@jacquard/flow';
import type { Attachment, ReadContext } from './format-reader.ts';
import { openFile, type FileToRead } from './open-file.ts';
import { readDocument } from './read-document.ts';
import { readInnerFiles, type FileSink, type InnerFile } from './read-inner-files.ts';
import { sniffFormat } from './sniff-format.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * Reads a file: one document, those of an archive, or a message and what is attached to it. Throws when nothing of it can be
 * read.
 */
export async function readFile(file: FileToRead, context: ReadContext, sink: FileSink): Promise<void> {
  const { head, whole } = await openFile(file.path, context.limits.fileBytes);
  const format = await sniffFormat(head, file.source, whole);
  if (format === 'zip') return await readArchive(await whole(), file, context, sink);
  const { document, attachments } = await readDocument({ ...file, bytes: await whole() }, format, context);
  if (document.pageContent !== '' || attachments.length === 0) await sink.document(document);
  await readInnerFiles(asInnerFiles(attachments), file, context, sink);
}

async function readArchive(bytes: Uint8Array, file: FileToRead, context: ReadContext, sink: FileSink): Promise<void> {
  const entries = zipEntries(bytes, context.limits.archive, context.signal);
  const { read, problems } = await readInnerFiles(entries, file, context, sink);
  const [first] = problems;
  if (read > 0) return;
  if (!first) throw new Problem('document-empty');
  const isOne = problems.every(({ code }) => code === first.code);
  throw isOne ? first : new Problem('archive-nothing-read', { count: problems.length });
}

async function* asInnerFiles(attachments: readonly Attachment[]): AsyncGenerator<InnerFile, void, void> {
  for (const { name, bytes } of attachments) yield { name, isEncrypted: false, read: () => Promise.resolve(bytes) };
}
