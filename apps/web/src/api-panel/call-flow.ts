import type { JsonValue } from '@jacquard/flow';
import { uploadedFileSchema } from '@jacquard/protocol';
import { addressOf, sampleInputs, type CallSubject } from '@jacquard/protocol/snippets';
import { request, requestJson } from '../api/request.ts';
import { saveNow } from '../state/autosave.ts';

/** What came of a call that was tried: the status, the body as it came, and milliseconds from sending to the whole answer. */
export interface TriedCall {
  readonly status: number;
  readonly text: string;
  readonly duration: number;
}

/**
 * Sends the very call that the snippets show, with files that a person chose, by the ids of their inputs. Of the draft, what is on the
 * canvas is saved first. Rejects as `request` does, and when `signal` aborts.
 */
export async function callFlow(
  subject: CallSubject,
  files: Readonly<Record<string, File>>,
  isDraft: boolean,
  signal: AbortSignal,
): Promise<TriedCall> {
  if (isDraft) await saveNow();
  const inputs: Record<string, JsonValue> = {};
  for (const input of sampleInputs(subject.interface)) {
    if (!('variable' in input)) inputs[input.id] = input.value;
    else {
      const file = files[input.id];
      if (file === undefined) continue;
      const value = await upload(file, signal);
      inputs[input.id] = input.isList ? [value] : value;
    }
  }
  const begun = performance.now();
  const answer = await request(`/flows/${encodeURIComponent(addressOf(subject))}/invoke`, {
    method: 'POST',
    json: { inputs },
    signal,
  });
  const text = await answer.text();
  return { status: answer.status, text, duration: performance.now() - begun };
}

async function upload(file: File, signal: AbortSignal): Promise<JsonValue> {
  const body = new FormData();
  body.append('file', file);
  return (await requestJson(uploadedFileSchema, '/files', { method: 'POST', body, signal })).file;
}
