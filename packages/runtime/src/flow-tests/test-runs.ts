import { Problem, type JsonValue } from '@jacquard/flow';
import { caseResultSchema, type CaseResult, type RunEvent, type RunFlowTest } from '@jacquard/protocol';
import type { FlowTestSources } from './flow-test-sources.ts';
import { prepareTest, type PreparedTest } from './prepare-test.ts';
import { recordAnew, runAsSaved, settleCase, type ChangeTest } from './record-anew.ts';

/** So many cases of a test run at once. */
const atOnce = 4;

interface Running {
  readonly mode: NonNullable<RunFlowTest['mode']>;
  readonly signal?: AbortSignal | undefined;
  readonly heard?: ((result: CaseResult) => void) | undefined;
}

/** The tests that are being run in this process, and where their results go. */
export class TestRuns {
  readonly #sources: FlowTestSources;
  readonly #change: ChangeTest;
  readonly #running = new Map<string, Set<string>>();
  readonly #stops = new Map<string, Set<AbortController>>();

  constructor(sources: FlowTestSources, change: ChangeTest) {
    this.#sources = sources;
    this.#change = change;
  }

  /** Names of the cases of a test that are being run. */
  running(id: string): ReadonlySet<string> {
    return this.#running.get(id) ?? new Set();
  }

  /** See `FlowTestDesk.run`. Throws what `prepareTest` throws. */
  async run(
    id: string,
    { cases, mode = 'replay', signal, heard }: RunFlowTest & Omit<Running, 'mode'>,
  ): Promise<readonly CaseResult[]> {
    return await this.#runAll(await prepareTest(this.#sources, id, cases), { mode, signal, heard });
  }

  /** Begins and resolves at once; `stop` ends it. */
  async begin(id: string, { cases, mode = 'replay' }: RunFlowTest): Promise<void> {
    const prepared = await prepareTest(this.#sources, id, cases);
    const stop = new AbortController();
    const stops = this.#stops.get(id) ?? new Set();
    this.#stops.set(id, stops.add(stop));
    void this.#runAll(prepared, { mode, signal: stop.signal })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) this.#sources.say('error', 'flow tests failed', { test: id, error });
      })
      .finally(() => stops.delete(stop));
  }

  stop(id: string): void {
    for (const stop of this.#stops.get(id) ?? []) stop.abort(new Problem('run-cancelled'));
  }

  close(): void {
    for (const id of this.#stops.keys()) this.stop(id);
  }

  /** Lets go of the runs of a test that is deleted. */
  async forget(id: string): Promise<void> {
    this.stop(id);
    const { store, space } = this.#sources;
    for (const result of (await store.results(space, id)).values())
      await this.#dropRun(caseResultSchema.safeParse(result).data?.runId);
  }

  /** Tries a case that was just recorded, and keeps how it came out. See {@link settleCase}. */
  async settle(id: string, name: string, events: readonly RunEvent[]): Promise<void> {
    const ran = await settleCase(this.#sources, this.#change, { id, name, events });
    await this.#keep(id, ran.result);
  }

  async #runAll(prepared: PreparedTest, { mode, signal, heard }: Running): Promise<readonly CaseResult[]> {
    const { id, cases } = prepared;
    const running = this.#running.get(id) ?? new Set<string>();
    this.#running.set(id, running);
    for (const { case: one } of cases) running.add(one.name);
    const results: CaseResult[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      for (let place = next++; place < cases.length; place = next++) {
        const runnable = cases[place];
        if (runnable === undefined) return;
        signal?.throwIfAborted();
        const act = mode === 'record' ? recordAnew : runAsSaved;
        const { result } = await act(this.#sources, this.#change, { prepared, runnable, mode, signal });
        results[place] = result;
        await this.#keep(id, result);
        running.delete(runnable.case.name);
        heard?.(result);
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(atOnce, cases.length) }, work));
      return results;
    } finally {
      for (const { case: one } of cases) running.delete(one.name);
    }
  }

  /** The last result of a case is kept, with its run; an earlier run goes. */
  async #keep(id: string, result: CaseResult): Promise<void> {
    const { store, space } = this.#sources;
    const before = caseResultSchema.safeParse((await store.results(space, id)).get(result.case)).data;
    const kept = JSON.parse(JSON.stringify(result)) as JsonValue; // boundary: what JSON has written is JSON
    await store.keepResults(space, id, new Map([[result.case, kept]]));
    if (before?.runId !== result.runId) await this.#dropRun(before?.runId);
  }

  async #dropRun(runId: string | undefined): Promise<void> {
    if (runId === undefined) return;
    await this.#sources.runs.delete(runId).catch((error: unknown) => {
      if (!Problem.is(error)) throw error; // it may have been deleted, or be going on still
    });
  }
}
