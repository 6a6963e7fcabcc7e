import { Problem, testLimits, writeFileValue, writeFileValues, type JsonValue, type TestCase } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { SessionStore, Space } from '@jacquard/stores';
import { readHistory } from '../calls/read-history.ts';

type RunStart = Extract<RunEvent, { type: 'run-start' }>;
type RunEnd = Extract<RunEvent, { type: 'run-end' }>;
type Load = (values: Readonly<Record<string, JsonValue>>) => Promise<Readonly<Record<string, JsonValue>>>;

/** Where the conversation of a run is read. */
export interface CaseOfRunSources {
  readonly space: Space;
  readonly sessions: Pick<SessionStore, 'path'>;
  /** Values over 64 KiB in full. */
  readonly load: Load;
}

/**
 * A past run as a case: its inputs, the conversation before it, and what it gave as the snapshot; of a failed run, that it fails so. Throws
 * `run-still-running`, `test-run-partial`, `test-conversation-too-long`.
 */
export async function caseOfRun(
  events: readonly RunEvent[],
  name: string | undefined,
  { space, sessions, load }: CaseOfRunSources,
): Promise<TestCase> {
  const start = events.find((event): event is RunStart => event.type === 'run-start');
  const end = events.findLast((event): event is RunEnd => event.type === 'run-end');
  if (start === undefined || end === undefined) throw new Problem('run-still-running');
  if (start.target !== undefined) throw new Problem('test-run-partial');
  if (end.status !== 'completed' && end.status !== 'failed') throw new Problem('test-run-partial');
  const inputs = await load(start.inputs);
  const { sessionId, parentMessageId } = start;
  const path =
    sessionId === undefined || parentMessageId === undefined
      ? []
      : await sessions.path(space, sessionId, parentMessageId);
  const messages = (await readHistory(start, load)) ?? path;
  if (messages.length > testLimits.session)
    throw new Problem('test-conversation-too-long', { count: messages.length, most: testLimits.session });
  const session = messages.map(({ role, content, name: of }) => ({
    role,
    content: fileText(content),
    ...(of !== undefined && { name: of }),
  }));
  return {
    name: name ?? nameOf(inputs),
    inputs: writeFileValues(inputs),
    ...(session.length > 0 && { session }),
    ...(end.status === 'completed'
      ? { snapshot: writeFileValues(await load(end.outputs)) }
      : { expect: [{ fails: end.error?.code ?? 'run-failed' }] }),
  };
}

/** A name that no case has yet: `Hello`, `Hello (2)`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

function nameOf(inputs: Readonly<Record<string, JsonValue>>): string {
  const text = Object.values(inputs).find((value) => typeof value === 'string' && value.trim() !== '');
  const line = typeof text === 'string' ? text.replaceAll(/\s+/gu, ' ').trim() : '';
  if (line === '') return 'Case';
  return line.length <= 60 ? line : `${line.slice(0, 59).trim()}…`;
}

function fileText(content: string): string | { lines: string[] } {
  return writeFileValue(content) as string | { lines: string[] }; // boundary: the form of a text
}
