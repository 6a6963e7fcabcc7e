import { Problem, type ReadDocument } from '@jacquard/flow';
import type { UnreadFile } from '@jacquard/node-kit';
import type { ReadContext } from './format-reader.ts';
import { innerName } from './inner-name.ts';
import { problemOf } from './problem-of.ts';
import { readDocument } from './read-document.ts';
import { sniffedBytes, sniffFormat } from './sniff-format.ts';

/** Takes what a file gives, piece by piece; resolves when the next may come. */
export interface FileSink {
  document(document: ReadDocument): Promise<void>;
  unread(unread: UnreadFile): Promise<void>;
}

/** A file within a file, its bytes not yet unpacked. `name` is hostile. */
export interface InnerFile {
  readonly name: string;
  readonly isEncrypted: boolean;
  read(): Promise<Uint8Array>;
}

/** What they lie in. */
export interface OuterFile {
  readonly source: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/**
 * Reads the files of an archive or message one after another, each as if it lay alone. What is wrong with one is told to the
 * sink and hinders no other; of all together no more text is taken than of one document. Resolves with the count of those that
 * were read and with what was wrong with the others.
 */
export async function readInnerFiles(
  files: AsyncIterable<InnerFile>,
  outer: OuterFile,
  context: ReadContext,
  sink: FileSink,
): Promise<{ readonly read: number; readonly problems: readonly Problem[] }> {
  const names = new Set<string>();
  const problems: Problem[] = [];
  let read = 0;
  let characters = 0;
  let pages = 0;
  const onPages = (done: number, total: number): void => context.onPages(pages + done, pages + total);
  for await (const file of files) {
    context.signal.throwIfAborted();
    const { name, isUnsafe, isSystem } = innerName(file.name);
    if (isSystem) continue;
    const source = `${outer.source}/${unique(name, names)}`;
    const limits = { ...context.limits, characters: Math.max(1, context.limits.characters - characters) };
    try {
      if (isUnsafe) throw new Problem('document-name-unsafe');
      const document = await readInner(file, { ...outer, source }, { ...context, limits, onPages });
      await sink.document(document);
      characters += document.pageContent.length;
      pages += document.metadata.pages ?? 0;
      read += 1;
    } catch (error) {
      context.signal.throwIfAborted();
      const problem = problemOf(error);
      problems.push(problem);
      await sink.unread({ source, problem: { code: problem.code, params: problem.params } });
    }
  }
  return { read, problems };
}

async function readInner(
  file: InnerFile,
  { source, modified }: OuterFile,
  context: ReadContext,
): Promise<ReadDocument> {
  if (file.isEncrypted) throw new Problem('document-has-password');
  const bytes = await file.read();
  if (bytes.length === 0) throw new Problem('document-empty');
  const format = await sniffFormat(bytes.subarray(0, sniffedBytes), source, () => Promise.resolve(bytes));
  if (format === 'zip') throw new Problem('document-archive-in-archive');
  const { document } = await readDocument({ bytes, source, modified }, format, context);
  return document;
}

function unique(name: string, taken: Set<string>): string {
  let result = name;
  for (let number = 2; taken.has(result); number += 1) result = `${name} (${number})`;
  taken.add(result);
  return result;
}
