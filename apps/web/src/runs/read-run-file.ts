import { boundDocument, Problem, type JsonValue } from '@jacquard/flow';
import {
  applyRunEvent,
  applyRunEvents,
  runEventSchema,
  runFileLimits,
  runFileSchema,
  type RunEvent,
  type RunView,
} from '@jacquard/protocol';
import { z } from 'zod';

/** A run that was read from a file, ended in any case, under an id that the file has no say in. */
export interface ReadRunFile {
  readonly view: RunView;
  /** Large values by their reference. */
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** Everything but the events, which are many: they are looked at one part after the other. */
const headSchema = runFileSchema.extend({ events: z.array(z.unknown()).min(1).max(runFileLimits.events) });
const eventsAtOnce = 100;

let count = 0;

/**
 * Reads a run's file, which may come from anyone: bounded in size and depth, by its schema, and nothing of it is stored or run. `pause`
 * is awaited between parts, so that a page stays fluent. Throws `run-file-too-large`, `run-file-newer`, `run-file-invalid`.
 */
export async function readRunFile(text: string, pause: () => Promise<void>): Promise<ReadRunFile> {
  if (text.length > runFileLimits.bytes) throw new Problem('run-file-too-large', { bytes: runFileLimits.bytes });
  const json = parseJson(text);
  await pause();
  const { events, values, ...head } = parseHead(json);
  if (Object.keys(values).length > runFileLimits.values) throw new Problem('run-file-invalid');
  count += 1;
  const runId = `file-${Date.now().toString(36)}-${count}`;
  let view: RunView | undefined;
  for (let at = 0; at < events.length; at += eventsAtOnce) {
    const some = z.array(runEventSchema).safeParse(events.slice(at, at + eventsAtOnce));
    if (!some.success) throw new Problem('run-file-invalid');
    view = applyRunEvents(
      view,
      some.data.map((event) => ofThisPage(event, runId)),
    );
    await pause();
  }
  if (view?.flow === undefined) throw new Problem('run-file-invalid');
  return { view: ended(view, head.run.endedAt ?? head.exportedAt), values };
}

function parseJson(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Problem('run-file-invalid');
  }
  const format: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'jacquard-run') : undefined;
  if (typeof format === 'number' && format > 1) throw new Problem('run-file-newer', { format });
  if (boundDocument(json) !== undefined) throw new Problem('run-file-invalid');
  return json;
}

function parseHead(json: unknown): z.infer<typeof headSchema> {
  const head = headSchema.safeParse(json);
  if (!head.success) throw new Problem('run-file-invalid');
  return head.data;
}

/** The run belongs to no flow, session or run of this server, and took nothing from one. */
function ofThisPage(event: RunEvent, runId: string): RunEvent {
  if (event.type === 'step-end') return { ...event, keptFrom: undefined };
  if (event.type !== 'run-start') return event;
  const { sessionId: _session, parentMessageId: _parent, ...rest } = event;
  return { ...rest, runId };
}

/** A run that still went on when it was exported ends there: nothing of it goes on here. */
function ended(view: RunView, at: number): RunView {
  if (view.status !== 'running') return view;
  const seq = view.seq + 1;
  const duration = Math.max(0, at - (view.startedAt ?? at));
  return applyRunEvent(view, { type: 'run-end', seq, at, status: 'interrupted', outputs: {}, duration });
}
