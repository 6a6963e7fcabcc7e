import { randomUUID } from 'node:crypto';
import type { Executor, RunAnswer, RunHandle, RunRequest, RunResult } from '@jacquard/executor';
import { Problem, type JsonValue } from '@jacquard/flow';
import type { RunEvent, RunsPage, RunsQuery } from '@jacquard/protocol';
import type { Space, StoredRun, Stores } from '@jacquard/stores';
import { withinTrace } from './calls/carry-trace.ts';
import type { FileDesk } from './file-desk.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { MemoryTrimmer } from './memory-trimmer.ts';
import type { LogLine } from './log-line.ts';
import { answerRun, cancelParked, type ParkedRuns } from './parked-runs.ts';
import type { DurableRunLog } from './run-log.ts';
import { exportRun } from './run-export.ts';
import type { RunFeed, RunHearer } from './run-feed.ts';
import { gatherValues } from './gather-values.ts';
import { readRunsPage } from './run-page.ts';
import type { RunSink, RunWatch } from './run-sink.ts';
import { readRunState, type RunState } from './run-state.ts';
import { resumeRequest } from './resume-request.ts';
import { requireSession, sessionPlace } from './session-place.ts';
import type { StartRun } from './start-run.ts';
import type { KnownSecret } from './without-secrets.ts';
import { SessionQueue } from './session-queue.ts';

export interface RunServiceSources {
  readonly space: Space;
  readonly stores: Stores;
  readonly executor: Executor;
  readonly log: DurableRunLog;
  readonly feed: RunFeed;
  readonly files: FileDesk;
  readonly owner: string;
  readonly maxRuns: number;
  defaultModel(): Promise<string>;
  readonly say: LogLine;
  /** All secrets with their texts, so that no export holds one. */
  secrets(): Promise<readonly KnownSecret[]>;
}

/** The runs of a space: those going on in this process, and those in the store. */
export class RunService {
  readonly #sources: RunServiceSources;
  readonly #active = new Map<string, RunHandle>();
  readonly #defaults = new Map<string, string>();
  readonly #sessions = new SessionQueue();
  readonly #leases: LeaseKeeper;
  readonly #memory = new MemoryTrimmer();
  readonly #parked: ParkedRuns;
  #starting = 0;
  #isClosing = false;

  constructor(sources: RunServiceSources) {
    this.#sources = sources;
    const { stores, space, owner, say } = sources;
    this.#leases = new LeaseKeeper({
      runs: stores.runs,
      space,
      owner,
      active: () => [...this.#active.keys()],
      lost: (runIds) => runIds.forEach((runId) => this.#active.get(runId)?.cancel()),
      failed: (error) => say('error', 'heartbeat failed', { error }),
    });
    this.#parked = {
      runs: stores.runs,
      space,
      owner,
      turns: new SessionQueue(),
      active: (runId) => this.#active.get(runId),
      resume: (run, events, parked) => {
        this.#requireRoom();
        return this.resume(run, events, parked);
      },
    };
  }

  /** What `"model": "default"` stands for in a run that goes on here. */
  defaultModelOf(runId: string): string | undefined {
    return this.#defaults.get(runId);
  }

  /** How many runs may go on at once. */
  get mostAtOnce(): number {
    return this.#sources.maxRuns;
  }

  get activeRuns(): number {
    return this.#active.size;
  }

  /**
   * Starts a run; `begun` tells when that is durable. Throws `too-many-runs`, `stopping`, `session-not-found`,
   * `flow-has-issues`.
   */
  async start(request: StartRun): Promise<RunHandle> {
    this.#requireRoom();
    this.#starting += 1;
    try {
      const leave = await this.#takeTurn(request);
      try {
        const handle = await this.#begin(request);
        if (leave !== undefined) handle.result.then(leave, leave);
        return handle;
      } catch (error) {
        leave?.();
        throw error;
      }
    } finally {
      this.#starting -= 1;
    }
  }

  /** Resolves once a run that was just started is in the store, so that its id may be given away. */
  begun({ runId }: RunHandle): Promise<void> {
    return this.#sources.log.begun(runId);
  }

  /** Goes on with a run that an earlier process left, or one that waited for a person. */
  async resume(
    run: StoredRun,
    events: readonly RunEvent[],
    parked?: NonNullable<RunRequest['resume']>['parked'],
  ): Promise<RunHandle | undefined> {
    const [first] = events;
    if (first?.type !== 'run-start' || this.#isClosing) return undefined;
    const { owner, stores, space } = this.#sources;
    const request = await resumeRequest({ stores, space, owner }, { run, first, events, parked });
    return withinTrace(run.trace, () => this.#execute(request));
  }

  /** Answers a step that waits for a person: see {@link answerRun}. */
  answer(runId: string, answer: RunAnswer): Promise<void> {
    return answerRun(this.#parked, runId, answer);
  }

  /** Throws `run-not-found`. */
  async get(runId: string): Promise<StoredRun> {
    const run = await this.#sources.stores.runs.get(this.#sources.space, runId);
    if (run === undefined) throw new Problem('run-not-found', { id: runId });
    return run;
  }

  /** The run, while it goes on in this process. */
  active(runId: string): RunHandle | undefined {
    return this.#active.get(runId);
  }

  /** What a stored run has come to. */
  state(run: StoredRun): Promise<RunState> {
    return readRunState(this.#sources.stores.runs, this.#sources.space, run);
  }

  /** Runs, newest first, a page at a time; those of one caller, where one is named. */
  page(query: RunsQuery, caller?: string): Promise<RunsPage> {
    return readRunsPage(this.#sources.stores.runs, this.#sources.space, query, caller);
  }

  /** A run as the text of one file, in pieces. Throws `run-not-found` before the first. */
  export(runId: string): AsyncGenerator<string> {
    return exportRun(this.#sources, runId);
  }

  async events(runId: string, after: number, limit?: number): Promise<readonly RunEvent[]> {
    await this.get(runId);
    return this.#sources.stores.runs.events(this.#sources.space, runId, after, limit);
  }

  /** A value too large for events; throws `value-not-found` unless this run holds it. */
  async value(runId: string, ref: string): Promise<JsonValue> {
    const value = await this.#sources.stores.values.get(this.#sources.space, runId, ref);
    if (value === undefined) throw new Problem('value-not-found', { run: runId });
    return value;
  }

  /** Hands `sink` what happened after `after` and what goes on happening; `get` it first: here an unknown run is silent. */
  watch(runId: string, after: number, sink: RunSink): RunWatch {
    return this.#sources.feed.watch(runId, after, sink);
  }

  /** See `RunFeed.hear`. */
  hear(hearer: RunHearer): () => void {
    return this.#sources.feed.hear(hearer);
  }

  /** Ends a run that goes on here. One that has ended stays as it is. Throws `run-elsewhere` for another process's. */
  async cancel(runId: string): Promise<void> {
    const handle = this.#active.get(runId);
    if (handle === undefined) return cancelParked(this.#parked, runId);
    handle.cancel();
    // One that was just leaving to wait for a person heard nothing.
    const after = ({ status }: RunResult): unknown => status === 'paused' && cancelParked(this.#parked, runId);
    handle.result.then(after).catch((error: unknown) => this.#sources.say('error', 'cancel failed', { runId, error }));
  }

  async pin(runId: string, pinned: boolean): Promise<void> {
    await this.get(runId);
    await this.#sources.stores.runs.pin(this.#sources.space, runId, pinned);
  }

  /** An empty name takes it away. Throws `run-not-found`. */
  async rename(runId: string, name: string): Promise<void> {
    await this.#sources.stores.runs.rename(this.#sources.space, runId, name === '' ? undefined : name);
  }

  /** Deletes an ended run and what it alone holds; throws `run-still-running`. */
  async delete(runId: string): Promise<void> {
    await this.get(runId);
    await this.#sources.stores.runs.delete(this.#sources.space, runId);
  }

  /** Takes no more runs, waits `grace` milliseconds for those that go on, and leaves the rest to be resumed. */
  async close(grace: number): Promise<void> {
    this.#isClosing = true;
    const results = [...this.#active.values()].map(({ result }) => result);
    const { promise: waited, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, grace);
    await Promise.race([Promise.allSettled(results), waited]);
    clearTimeout(timer);
    this.#memory.busy();
    this.#leases.close();
    this.#sources.feed.close();
    await this.#sources.executor.close();
  }

  #requireRoom(): void {
    const { maxRuns } = this.#sources;
    if (this.#isClosing) throw new Problem('stopping', {}, { kind: 'operational', retryAfter: 5 });
    if (this.#active.size + this.#starting >= maxRuns)
      throw new Problem('too-many-runs', { limit: maxRuns }, { kind: 'operational', retryAfter: 1 });
  }

  async #takeTurn({ sessionId, flowId, caller, signal }: StartRun): Promise<(() => void) | undefined> {
    if (sessionId === undefined) return undefined;
    await requireSession(this.#sources.stores, this.#sources.space, { flowId, caller }, sessionId);
    return this.#sessions.enter(sessionId, signal);
  }

  async #begin(request: StartRun): Promise<RunHandle> {
    const { flowId, document, flows, reuse, target, from, afresh, by, caller, version, standIns } = request;
    const { files, stores, space, defaultModel: defaultOf } = this.#sources;
    const values = await gatherValues(request, { files, stores, space });
    const [session, defaultModel] = await Promise.all([sessionPlace(stores, space, request), defaultOf()]);
    const runId = randomUUID();
    if (values.files.length > 0) await files.hold(runId, values.files);
    const { inputs, given, pins, basis } = values;
    const taken = { inputs, given, pins, basis };
    const told = { flows, reuse, target, from, afresh, by, caller, version, standIns, history: request.history };
    const { notes = {}, sessionId } = request;
    await this.#sources.log.prepare({ ...notes, id: runId, flowId, sessionId, caller });
    try {
      return await withinTrace(notes.trace, () =>
        this.#execute({ runId, flowId, document, ...taken, ...told, session, defaultModel }),
      );
    } catch (error) {
      await this.#sources.log.abandon(runId);
      throw error;
    }
  }

  async #execute(request: RunRequest): Promise<RunHandle> {
    const { runId, defaultModel } = request;
    if (defaultModel !== undefined) this.#defaults.set(runId, defaultModel);
    try {
      const handle = await this.#sources.executor.start(request);
      this.#active.set(runId, handle);
      this.#memory.busy();
      handle.result.then(
        ({ status, error }) => {
          this.#forget(runId);
          this.#sources.say('info', 'run ended', { runId, flowId: request.flowId, status, code: error?.code });
        },
        (error: unknown) => {
          this.#forget(runId);
          if (isSuspended(error)) return;
          this.#sources.say('error', 'run lost its log', { runId, error });
          if (Problem.is(error)) this.#sources.feed.stalled(runId, error.toData());
        },
      );
      return handle;
    } catch (error) {
      this.#forget(runId);
      throw error;
    }
  }

  #forget(runId: string): void {
    this.#active.delete(runId);
    this.#defaults.delete(runId);
    if (this.#active.size === 0) this.#memory.quiet();
  }
}

/** This process is stopping; the next one takes the run up. */
function isSuspended(error: unknown): boolean {
  return Problem.is(error) && error.code === 'run-suspended';
}

export type { RunHandle, RunResult };
