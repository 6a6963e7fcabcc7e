import { hash } from 'node:crypto';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { createRecording, type RecordedContent, type Recording, type RecordingService } from '@jacquard/node-kit';
import type { KnownSecret } from '../without-secrets.ts';
import { readRecordingFile, stampOf } from './recording-file.ts';
import { parseRecording } from './recording-lines.ts';
import { createWriter } from './recording-writer.ts';

/** How the names of recordings' files end. */
const ending = '.recording.jsonl';
/** As ids of flows: nothing in it that a path gives a meaning. */
const usableName = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,98}[\p{L}\p{M}\p{N}_-])?$/u;

interface Shelved {
  readonly recording: Recording;
  /** The state of the file that it holds all of. */
  stamp: string | undefined;
  /** Changes that are on their way to the file. */
  writing: number;
}

const nothing: RecordedContent = { model: undefined, entries: [] };

/**
 * Recordings as files of one folder, `NAME.recording.jsonl`. The file is the truth: one that was changed outside is read anew. Links
 * are not followed, and a file is replaced whole or not at all.
 */
export function createRecordingShelf(
  folder: string,
  secrets: () => Promise<readonly KnownSecret[]> = async () => [],
): RecordingService {
  const shelved = new Map<string, Shelved>();
  const opening = new Map<string, Promise<Recording>>();
  const openNow = async (name: string, path: string, signal: AbortSignal | undefined): Promise<Recording> => {
    const stamp = await stampOf(name, path);
    signal?.throwIfAborted();
    const known = shelved.get(name);
    if (known !== undefined && (known.writing > 0 || known.stamp === stamp)) return known.recording;
    const found = stamp === undefined ? undefined : await readRecordingFile(name, path);
    const content = found === undefined ? nothing : await parseRecording(name, found.bytes.toString());
    const write = createWriter({ folder, path, name, stamp: found?.stamp, secrets });
    const entry: Shelved = {
      stamp: found?.stamp,
      writing: 0,
      recording: createRecording(name, content, async (changed) => {
        entry.writing += 1;
        try {
          entry.stamp = await write(changed);
        } finally {
          entry.writing -= 1;
        }
      }),
    };
    shelved.set(name, entry);
    return entry.recording;
  };
  return {
    // One after the other, so that two runs that begin at once record into the same.
    async open(name, signal) {
      const path = pathOf(folder, name);
      const before = opening.get(name);
      const opened = (async () => {
        await before?.catch(() => undefined);
        return openNow(name, path, signal);
      })();
      opening.set(name, opened);
      return opened;
    },
    async identify(name) {
      const found = await readRecordingFile(name, pathOf(folder, name));
      return found && hash('sha256', found.bytes);
    },
  };
}

/** Throws `recording-name-unusable`. */
function pathOf(folder: string, name: string): string {
  if (!usableName.test(name)) throw new Problem('recording-name-unusable', { name: name.slice(0, 200) });
  return join(folder, `${name}${ending}`);
}
