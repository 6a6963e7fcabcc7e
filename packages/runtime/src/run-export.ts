import { fileValueSchema, Problem, valueReferenceSchema, type FileValue, type JsonValue } from '@jacquard/flow';
import type { RunSummary } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';
import { withoutSecrets, type KnownSecret } from './without-secrets.ts';
import { version } from './version.ts';

/** Events read at once: each may hold values of 64 KiB. */
const pageSize = 50;

export interface RunExportSources {
  readonly space: Space;
  readonly stores: Pick<Stores, 'runs' | 'values'>;
  /** Of all secrets of the space: what some server sent back of them isn't exported either. */
  secrets(): Promise<readonly KnownSecret[]>;
}

/**
 * The text of a run's file (`runFileSchema`), piece by piece: never more of it is in memory than a page of events or one
 * large value. Throws `run-not-found` before the first piece.
 */
export async function* exportRun(sources: RunExportSources, runId: string): AsyncGenerator<string> {
  const { space, stores } = sources;
  const run = await stores.runs.get(space, runId);
  if (run === undefined) throw new Problem('run-not-found', { id: runId });
  const { id, flowId, status, startedAt, endedAt, sessionId, usage, pinned, name } = run;
  const summary: RunSummary = { id, flowId, status, startedAt, endedAt, sessionId, usage, pinned, name };
  const clean = withoutSecrets(await sources.secrets());
  const found: Found = { refs: new Set(), files: new Map() };
  const head = JSON.stringify({ 'jacquard-run': 1, version, exportedAt: Date.now(), run: summary });
  yield `${head.slice(0, -1)},\n"events": [`;
  yield* writeEvents(sources, runId, found, clean);
  yield '\n],\n"values": {';
  yield* writeValues(sources, runId, found, clean);
  yield `\n},\n"files": ${JSON.stringify(clean([...found.files.values()].map((file) => ({ ...file }))))}}\n`;
}

type Clean = (value: JsonValue) => JsonValue;

/** What the values seen so far name. */
interface Found {
  readonly refs: Set<string>;
  readonly files: Map<string, FileValue>;
}

async function* writeEvents(
  { space, stores }: RunExportSources,
  runId: string,
  found: Found,
  clean: Clean,
): AsyncGenerator<string> {
  let seq = 0;
  for (;;) {
    const events = await stores.runs.events(space, runId, seq, pageSize);
    for (const event of events) {
      const json = event as unknown as JsonValue; // boundary: an event is JSON
      collect(json, found);
      yield `${seq === 0 ? '' : ','}\n${JSON.stringify(clean(json))}`;
      seq = event.seq;
    }
    if (events.length < pageSize) return;
  }
}

/** Large values may name others; a reference that the run doesn't hold is left out. */
async function* writeValues(
  { space, stores }: RunExportSources,
  runId: string,
  found: Found,
  clean: Clean,
): AsyncGenerator<string> {
  let isFirst = true;
  for (const ref of found.refs) {
    const value = await stores.values.get(space, runId, ref);
    if (value === undefined) continue;
    collect(value, found);
    yield `${isFirst ? '' : ','}\n${JSON.stringify(ref)}: ${JSON.stringify(clean(value))}`;
    isFirst = false;
  }
}

function collect(value: JsonValue, { refs, files }: Found): void {
  const rest: JsonValue[] = [value];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const ref = 'ref' in next ? valueReferenceSchema.safeParse(next).data?.ref : undefined;
    if (ref !== undefined) refs.add(ref);
    const file = 'file' in next ? fileValueSchema.safeParse(next).data : undefined;
    if (file) files.set(file.file, file);
    for (const item of Object.values(next)) rest.push(item);
  }
}
