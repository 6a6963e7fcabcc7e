import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileValueSchema, valueReferenceSchema, type JsonValue } from '@jacquard/flow';
import type { ListedRun, RunEvent, RunsPage, RunsQuery } from '@jacquard/protocol';
import type { RunStore, Space, StoredRun } from '@jacquard/stores';

/** Runs read from the store at once. */
const batchSize = 50;
/** Runs that one request looks through for a text; the page says where the next one goes on. */
const mostSearched = 2_000;
const previewLength = 120;

interface ReadRun {
  readonly listed: ListedRun;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  readonly inputs: Readonly<Record<string, JsonValue>>;
}

/**
 * A page of a space's runs, newest first, with how their inputs begin; those alone in whose name, inputs or outputs `text` stands. Runs
 * of one millisecond may stand on two pages, so that none is on neither.
 */
export async function readRunsPage(
  store: RunStore,
  space: Space,
  query: RunsQuery,
  caller?: string,
): Promise<RunsPage> {
  const { text = '', limit } = query;
  const wanted = text.trim().toLowerCase();
  const found: ListedRun[] = [];
  const seen = new Set<string>();
  let [before, atBoundary] = [query.before ?? Number.MAX_SAFE_INTEGER, 0];
  while (found.length < limit && seen.size < mostSearched) {
    const size = batchSize + atBoundary;
    const runs = await store.list(space, {
      ...filterOf(query),
      ...(caller !== undefined && { caller }),
      before,
      limit: size,
    });
    for (const run of runs) {
      if (seen.has(run.id)) continue;
      seen.add(run.id);
      const read = await readRun(store, space, run);
      if (read.listed.by === 'test') continue; // shown with its test
      if (wanted === '' || holds(read, wanted)) found.push(read.listed);
      if (found.length === limit) return { runs: found, before: afterOf(run) };
    }
    const last = runs.at(-1);
    if (runs.length < size || last === undefined) return { runs: found };
    before = afterOf(last);
    atBoundary = runs.filter(({ startedAt }) => startedAt === last.startedAt).length;
    await nextTurn();
  }
  return { runs: found, before };
}

/** The time before which the runs that follow this one began; itself, and others of its millisecond, too. */
function afterOf({ startedAt }: StoredRun): number {
  return startedAt + 0.5;
}

function filterOf({ flowId, sessionId, status }: RunsQuery): Parameters<RunStore['list']>[1] {
  return {
    ...(flowId !== undefined && { flowId }),
    ...(sessionId !== undefined && { sessionId }),
    ...(status !== undefined && { status }),
  };
}

async function readRun(store: RunStore, space: Space, run: StoredRun): Promise<ReadRun> {
  const [first] = await store.events(space, run.id, 0, 1);
  const begin: Partial<Extract<RunEvent, { type: 'run-start' }>> = first?.type === 'run-start' ? first : {};
  const [last] = run.status === 'running' ? [] : await store.events(space, run.id, run.lastSeq - 1, 1);
  const { inputs = {}, by, target, from } = begin;
  const { id, flowId, status, startedAt, endedAt, sessionId, usage, pinned, name } = run;
  const listed: ListedRun = {
    id,
    flowId,
    status,
    startedAt,
    endedAt,
    sessionId,
    usage,
    pinned,
    name,
    by,
    target,
    from,
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, beginningOf(value)])),
  };
  return { listed, inputs, outputs: last?.type === 'run-end' ? last.outputs : {} };
}

/** How a value begins, on one line. */
function beginningOf(value: JsonValue): string {
  const large = valueReferenceSchema.safeParse(value).data;
  const file = fileValueSchema.safeParse(value).data;
  const text = typeof value === 'string' ? value : (large?.preview ?? file?.name ?? JSON.stringify(value));
  return text
    .slice(0, 4 * previewLength)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, previewLength);
}

function holds({ listed, inputs, outputs }: ReadRun, wanted: string): boolean {
  return [listed.name ?? '', ...Object.values(inputs), ...Object.values(outputs)].some((value) =>
    (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase().includes(wanted),
  );
}
