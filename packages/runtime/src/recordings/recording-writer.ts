import { mkdir, rename } from 'node:fs/promises';
import { keyOfPrompt, type RecordedContent, type RecordedEntry } from '@jacquard/node-kit';
import { fileProblem, writeTemporaryFile } from '@jacquard/stores';
import { withoutSecrets, type KnownSecret } from '../without-secrets.ts';
import { readRecordingFile, requireSize, stampOf } from './recording-file.ts';
import { parseRecording, serialiseRecording } from './recording-lines.ts';

/** The file that a writer writes. */
export interface WrittenFile {
  readonly folder: string;
  readonly path: string;
  readonly name: string;
  /** The file's state that the recording was read from. */
  readonly stamp: string | undefined;
  /** What a server sent back of them is not written. */
  secrets(): Promise<readonly KnownSecret[]>;
}

/** The file's state after it was written; undefined when others had written, too: then the recording lacks what they wrote. */
type Written = Promise<string | undefined>;

/**
 * Writes one state after another; those that came while one was written are written as one. Prompts that another process has recorded
 * in the same file meanwhile stay.
 */
export function createWriter(file: WrittenFile): (content: RecordedContent) => Written {
  let going: Written | undefined;
  let next: { content: RecordedContent; readonly written: Written } | undefined;
  const write = createWrite(file);
  const begin = (content: RecordedContent): Written => {
    const writing = write(content).finally(() => {
      if (going === writing) going = undefined;
    });
    going = writing;
    return writing;
  };
  return (content) => {
    if (going === undefined) return begin(content);
    if (next !== undefined) {
      next.content = content;
      return next.written;
    }
    const after = async (): Written => {
      await going?.catch(() => undefined);
      const latest = next?.content ?? content;
      next = undefined;
      return begin(latest);
    };
    next = { content, written: after() };
    return next.written;
  };
}

function createWrite({ folder, path, name, stamp, secrets }: WrittenFile): (content: RecordedContent) => Written {
  let last = stamp;
  let others: readonly RecordedEntry[] = [];
  return async (content) => {
    const now = await stampOf(name, path);
    if (now !== undefined && now !== last) {
      const found = await readRecordingFile(name, path);
      if (found !== undefined) ({ entries: others } = await parseRecording(name, found.bytes.toString()));
    }
    const known = new Set(content.entries.map(({ prompt }) => keyOfPrompt(prompt)));
    const missing = others.filter(({ prompt }) => !known.has(keyOfPrompt(prompt)));
    const entries = missing.length === 0 ? content.entries : [...content.entries, ...missing];
    const text = serialiseRecording({ ...content, entries }, withoutSecrets(await secrets()));
    requireSize(name, Buffer.byteLength(text));
    try {
      await mkdir(folder, { recursive: true });
      await rename(await writeTemporaryFile(folder, text), path);
    } catch (error) {
      throw fileProblem(error, path);
    }
    last = await stampOf(name, path);
    return missing.length === 0 ? last : undefined;
  };
}
