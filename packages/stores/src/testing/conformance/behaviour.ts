import { expect } from 'vitest';
import type { FlowDocument } from '@jacquard/flow';
import type { NewRunEvent, RunEvent } from '@jacquard/protocol';
import type { CallKey } from '../../calls/call-key-store.ts';
import type { NewWebhook } from '../../calls/webhook-store.ts';
import type { Stores } from '../../interfaces.ts';

/** What stores do, by a sentence that says it: each is checked on empty stores. */
export type Behaviours = Readonly<Record<string, (stores: Stores) => Promise<void>>>;

/** The promise is refused with a Problem of this code. */
export async function expectProblem(promise: Promise<unknown>, code: string): Promise<void> {
  await expect(promise).rejects.toMatchObject({ name: 'Problem', code });
}

/** A flow of one prompt. */
export function flowDocument(name: string, prompt = 'Say hello'): FlowDocument {
  return { jacquard: 1, name, nodes: { prompt: { type: 'prompts.template', inputs: { template: prompt } } } };
}

/** Numbers events as the log does, from `first`. */
export function numbered(events: readonly NewRunEvent[], first = 1): RunEvent[] {
  return events.map((event, index) => ({ ...event, seq: first + index, at: 1000 + first + index }));
}

export const runStart = (runId: string): NewRunEvent => ({
  type: 'run-start',
  runId,
  flowId: 'flow',
  flow: flowDocument('Flow'),
  inputs: {},
});

export const stepEnd = (step: string, answer: string): NewRunEvent => ({
  type: 'step-end',
  step,
  node: step,
  attempt: 1,
  outputs: { answer },
  duration: 5,
});

export const runEnd: NewRunEvent = {
  type: 'run-end',
  status: 'completed',
  outputs: {},
  duration: 7,
  usage: { outputTokens: 3 },
};

/** A running run, owned by `owner` until 2,000, with its first event. */
export async function startRun(stores: Stores, space: string, id: string, options: StartOptions = {}): Promise<void> {
  const { flowId = 'flow', startedAt = 1000, sessionId, caller, key, webhook } = options;
  const lease = { owner: 'owner', until: 2000 };
  await stores.runs.create(space, { id, flowId, startedAt, sessionId, caller, key, webhook, lease });
  await stores.runs.append(space, { runId: id, owner: 'owner', events: numbered([runStart(id)]) });
}

interface StartOptions {
  readonly flowId?: string;
  readonly startedAt?: number;
  readonly sessionId?: string | undefined;
  readonly caller?: string;
  readonly key?: CallKey;
  readonly webhook?: NewWebhook;
}

/** A run that has ended; `extra` makes it larger. */
export async function endedRun(
  stores: Stores,
  space: string,
  id: string,
  options: StartOptions & { extra?: string } = {},
): Promise<void> {
  await startRun(stores, space, id, options);
  const events = numbered([stepEnd('chat', options.extra ?? ''), runEnd], 2);
  await stores.runs.append(space, { runId: id, owner: 'owner', events });
}

/** Bytes as an upload brings them: in two pieces. */
export async function* upload(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  yield bytes.subarray(0, 2);
  yield bytes.subarray(2);
}

export const textFile = { name: 'notes.txt', mediaType: 'text/plain' };
export const manyBytes = 1_000_000;
