import {
  parseFlowTest,
  Problem,
  serialiseFlowTest,
  testLimits,
  type FlowTestDocument,
  type JsonValue,
} from '@jacquard/flow';
import {
  caseResultSchema,
  serialiseRecordedFlowTest,
  type CaseResult,
  type CreatedFlowTest,
  type FlowTestView,
  type RecordedFlowTest,
  type RunFlowTest,
  type WholeFlowTest,
} from '@jacquard/protocol';
import { freeFlowId, type StoredFlowTest } from '@jacquard/stores';
import { acceptOutputs } from './accept-outputs.ts';
import { caseOfRun, freeName } from './case-of-run.ts';
import type { FlowTestSources } from './flow-test-sources.ts';
import { recordCase } from './record-case.ts';
import { readTest, requireReadable } from './test-text.ts';
import { TestRuns } from './test-runs.ts';
import { viewTest } from './view-test.ts';
import { withKeptCalls } from './with-kept-calls.ts';

/** How often a change is made again when somebody else saved in between. */
const mostTries = 5;

/** The tests of a space's flows: written, run, recorded, and how they last came out. */
export class FlowTestDesk {
  readonly #sources: FlowTestSources;
  readonly #runs: TestRuns;

  constructor(sources: FlowTestSources) {
    this.#sources = sources;
    this.#runs = new TestRuns(sources, (id, change) => this.#change(id, change));
  }

  /** Of a flow, with the last results of their cases. Throws `flow-not-found`. */
  async list(flowId: string): Promise<readonly FlowTestView[]> {
    const { store, space, flows } = this.#sources;
    await flows.get(flowId);
    return await Promise.all((await store.list(space, flowId)).map((test) => this.#view(test)));
  }

  /** The test of a file's name, and its flow. Throws `test-not-found`. */
  async find(id: string): Promise<{ readonly flowId: string; readonly view: FlowTestView }> {
    const { store, space } = this.#sources;
    const test = await store.get(space, id);
    if (test === undefined) throw new Problem('test-not-found', { id });
    return { flowId: test.flowId, view: await this.#view(test) };
  }

  /** Throws `test-not-found`, also for another flow's. */
  async get(flowId: string, id: string): Promise<FlowTestView> {
    return await this.#view(await this.#require(flowId, id));
  }

  /** A test with what is recorded for it. Throws `test-broken` for a file that can't be read. */
  async whole(flowId: string, id: string): Promise<WholeFlowTest> {
    const read = readTest(await this.#require(flowId, id));
    const hasRecorded = Object.keys(read.recorded.cases).length > 0;
    return { test: requireReadable(id, read), ...(hasRecorded && { recorded: read.recorded }) };
  }

  /** Saves a test whose cases were edited; what was recorded for cases that went goes with them. */
  async save(flowId: string, id: string, document: FlowTestDocument, expected: string): Promise<FlowTestView> {
    const { store, space } = this.#sources;
    const stored = await this.#require(flowId, id);
    const { recorded } = readTest(stored);
    const names = new Set((document.cases ?? []).map(({ name }) => name));
    const kept = Object.entries(recorded.cases).filter(([name]) => names.has(name) || document.dataset !== undefined);
    const texts = textsOf({ ...document, flow: flowId }, { ...recorded, cases: Object.fromEntries(kept) });
    const saved = await store.save(space, id, texts, expected);
    if (document.dataset === undefined) await store.dropResults(space, id, names);
    return await this.#view(saved);
  }

  /** Takes in a test that was exported, under a free id. It is for this flow, whichever it names. */
  async import(flowId: string, { test, recorded }: WholeFlowTest): Promise<CreatedFlowTest> {
    const parsed = parseFlowTest({ ...test, flow: flowId });
    if (parsed.test === undefined) throw new Problem('test-broken', { id: flowId, file: '' });
    return { id: await this.#create(flowId, parsed.test, recorded ?? { 'jacquard-recorded': 1, cases: {} }) };
  }

  async delete(flowId: string, id: string, expected: string): Promise<void> {
    const { store, space } = this.#sources;
    await this.#require(flowId, id);
    await this.#runs.forget(id);
    await store.delete(space, id, expected);
  }

  /** Lets the tests of a deleted flow go. */
  async deleteAll(flowId: string): Promise<void> {
    const { store, space } = this.#sources;
    for (const { id } of await store.list(space, flowId)) await store.delete(space, id, '*');
  }

  /**
   * Makes a case of a past run and tries it at once against what was recorded. It goes into the test `into`, else into the flow's first,
   * which is made where there is none. Throws `run-not-found` for another flow's run, `test-too-many-cases`, and
   * what `caseOfRun` throws.
   */
  async fromRun(
    flowId: string,
    {
      run,
      into,
      name,
    }: { readonly run: string; readonly into?: string | undefined; readonly name?: string | undefined },
  ): Promise<CreatedFlowTest> {
    const { store, space, runs, sessions, registry, holdFiles } = this.#sources;
    const stored = await runs.get(run);
    if (stored.flowId !== flowId) throw new Problem('run-not-found', { id: run });
    const events = await runs.events(run, 0);
    const load = (values: Readonly<Record<string, JsonValue>>) => this.#sources.load(run, values);
    const wanted = name ?? stored.name;
    const one = await caseOfRun(events, wanted, { space, sessions, load });
    const recorded = await recordCase(await withKeptCalls(events, this.#sources), {
      descriptors: registry.descriptors,
      load,
    });
    await holdFiles(flowId, run, { inputs: one.inputs ?? {}, given: recorded.given ?? {} });
    const [first] = into === undefined ? await store.list(space, flowId) : [await this.#require(flowId, into)];
    const id =
      first?.id ??
      (await this.#create(flowId, { 'jacquard-test': 1, flow: flowId }, { 'jacquard-recorded': 1, cases: {} }));
    let added = one.name;
    await this.#change(id, ({ test, recorded: before }) => {
      added = freeName(one.name, new Set((test.cases ?? []).map((known) => known.name)));
      const cases = [...(test.cases ?? []), { ...one, name: added }];
      if (cases.length > testLimits.cases) throw new Problem('test-too-many-cases', { most: testLimits.cases });
      return {
        test: { ...test, cases },
        recorded: { ...before, cases: { ...before.cases, [added]: recorded } },
      };
    });
    await this.#runs.settle(id, added, events);
    return { id, case: added };
  }

  /** Runs cases, all unless told, and keeps their results; resolves with them, in their order. Rejects when `signal` aborts. */
  async run(
    flowId: string,
    id: string,
    request: RunFlowTest & { readonly signal?: AbortSignal; readonly heard?: (result: CaseResult) => void },
  ): Promise<readonly CaseResult[]> {
    await this.#require(flowId, id);
    return await this.#runs.run(id, request);
  }

  /** Begins to run cases and resolves at once, with what is running. */
  async begin(flowId: string, id: string, request: RunFlowTest): Promise<FlowTestView> {
    const stored = await this.#require(flowId, id);
    requireReadable(id, readTest(stored));
    await this.#runs.begin(id, request);
    return await this.#view(stored);
  }

  /** Whether its models are asked each time. */
  async isLive(flowId: string, id: string): Promise<boolean> {
    return readTest(await this.#require(flowId, id)).test?.models === 'live';
  }

  /** Stops what `begin` began. */
  async stop(flowId: string, id: string): Promise<void> {
    await this.#require(flowId, id);
    this.#runs.stop(id);
  }

  /** The outputs of a case's last result become its snapshot: all, or those named. Throws `test-no-result`. */
  async accept(flowId: string, id: string, name: string, outputs?: readonly string[]): Promise<FlowTestView> {
    const { store, space } = this.#sources;
    await this.#require(flowId, id);
    const result = caseResultSchema.safeParse((await store.results(space, id)).get(name)).data;
    if (result?.outputs === undefined) throw new Problem('test-no-result', { case: name });
    const whole = result.runId === undefined ? result.outputs : await this.#sources.load(result.runId, result.outputs);
    await this.#change(id, ({ test, recorded }) => ({ test: acceptOutputs(test, name, whole, outputs), recorded }));
    await this.#runs.run(id, { cases: [name] });
    return await this.get(flowId, id);
  }

  close(): void {
    this.#runs.close();
  }

  #view(stored: StoredFlowTest): Promise<FlowTestView> {
    return viewTest(this.#sources, stored, this.#runs.running(stored.id));
  }

  async #require(flowId: string, id: string): Promise<StoredFlowTest> {
    const { store, space } = this.#sources;
    const test = await store.get(space, id);
    if (test === undefined || !isOf(test, flowId)) throw new Problem('test-not-found', { id });
    return test;
  }

  async #create(flowId: string, test: FlowTestDocument, recorded: RecordedFlowTest): Promise<string> {
    const { store, space } = this.#sources;
    const taken = new Set((await store.list(space, flowId)).map(({ id }) => id));
    for (;;) {
      const id = taken.has(flowId) ? freeFlowId(flowId, (one) => taken.has(one)) : flowId;
      try {
        await store.create(space, flowId, id, textsOf(test, recorded));
        return id;
      } catch (error) {
        if (!Problem.is(error) || error.code !== 'test-exists' || taken.has(id)) throw error;
        taken.add(id);
      }
    }
  }

  /** Changes a test as it is now, again where somebody saved in between. */
  async #change(
    id: string,
    change: (before: { test: FlowTestDocument; recorded: RecordedFlowTest }) => {
      test: FlowTestDocument;
      recorded: RecordedFlowTest;
    },
  ): Promise<void> {
    const { store, space } = this.#sources;
    for (let tries = 1; ; tries += 1) {
      const stored = await store.get(space, id);
      if (stored === undefined) throw new Problem('test-not-found', { id });
      const read = readTest(stored);
      const { test, recorded } = change({ test: requireReadable(id, read), recorded: read.recorded });
      try {
        await store.save(space, id, textsOf(test, recorded), stored.revision);
        return;
      } catch (error) {
        if (tries === mostTries || !Problem.is(error) || error.code !== 'test-changed') throw error;
      }
    }
  }
}

/** Named for the flow, or a file that can't be read and lies among its own. */
function isOf({ id, flowId }: StoredFlowTest, wanted: string): boolean {
  return flowId === wanted || (flowId === id && id.startsWith(`${wanted}.`));
}

function textsOf(test: FlowTestDocument, recorded: RecordedFlowTest): { text: string; recorded: string | undefined } {
  const isEmpty = Object.keys(recorded.cases).length === 0;
  return { text: serialiseFlowTest(test), recorded: isEmpty ? undefined : serialiseRecordedFlowTest(recorded) };
}
