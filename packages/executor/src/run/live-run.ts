import { Problem } from '@jacquard/flow';
import type { Services } from '@jacquard/node-kit';
import type { RunEvent } from '@jacquard/protocol';
import type { ExecutorOptions, RunAnswer, RunHandle, RunLimits, RunRequest, RunResult } from '../interfaces.ts';
import type { NodePlan, Plan } from '../plan/plan.ts';
import { createRunState } from '../schedule/create-run-state.ts';
import type { Command, RunState, Values } from '../schedule/run-state.ts';
import { schedule } from '../schedule/schedule.ts';
import { attemptStep } from './attempt-step.ts';
import { createBasis, type Basis } from './basis.ts';
import type { ComponentCache } from './component-cache.ts';
import { createComponents, type Components } from './components.ts';
import { concludeRun, usageOf, type RunEnding } from './end-run.ts';
import { abandonStep, grace } from './end-step.ts';
import { executeCommand } from './execute-commands.ts';
import type { GivenOutputs } from './given-values.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLargeValues, type LargeValues } from './large-values.ts';
import { boundLimits, findPassedLimit } from './limits.ts';
import { answerStep, isAllWaiting, notWaiting, waitingSteps } from './pause-step.ts';
import type { ResolvedExternals } from './resolve-externals.ts';
import { createReuseDesk, type ReuseDesk } from './reuse-desk.ts';
import type { Run } from './run.ts';
import type { StepRun, UsageMeter } from './step-run.ts';
import { createTextStream, type TextStream } from './text-stream.ts';

/** What a run stands on. */
export interface RunFoundation {
  readonly request: RunRequest;
  readonly plan: Plan;
  readonly options: ExecutorOptions;
  readonly externals: ResolvedExternals;
  readonly cache: ComponentCache;
  /** The longest that a step of each type took in this process, in milliseconds. */
  readonly durations: Map<string, number>;
  /** Nodes that run afresh, whatever is kept. */
  readonly fresh: ReadonlySet<NodePlan>;
  /** The number of the last event that the log already has. */
  readonly lastSeq: number;
}

/** Longest delay that a timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** A run in progress; owns its journal, its timers and what its steps opened. Nothing happens until an event is recorded. */
export class LiveRun implements Run, RunHandle {
  readonly runId: string;
  readonly request: RunRequest;
  readonly plan: Plan;
  readonly options: ExecutorOptions;
  readonly limits: RunLimits;
  readonly state: RunState;
  readonly active = new Map<string, StepRun>();
  readonly stream: TextStream;
  readonly components: Components;
  readonly largeValues: LargeValues;
  readonly reuse: ReuseDesk;
  /** Filled before the first event. */
  readonly given = new Map<string, GivenOutputs>();
  readonly basis: Basis | undefined;
  readonly services: Services;
  readonly usage: UsageMeter = {};
  unreported = 0;
  readonly missing: ReadonlyMap<number, Problem>;
  readonly result: Promise<RunResult>;
  readonly now: () => number;
  readonly random: () => number;
  isEnding = false;
  readonly #journal: Journal;
  readonly #begun: number;
  readonly #finished = Promise.withResolvers<RunResult>();
  readonly #endings = new Set<Promise<void>>();
  readonly #over = new AbortController();
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #queue: Command[] = [];
  #isExecuting = false;
  #isConcluded = false;
  #isParking = false;
  #isCancelled = false;

  constructor(foundation: RunFoundation) {
    const { request, plan, options, externals } = foundation;
    const { runId, flowId, session, history } = request;
    this.runId = runId;
    this.request = request;
    this.plan = plan;
    this.options = options;
    this.limits = boundLimits(options.limits, plan.flow.limits, request.limits);
    this.state = createRunState(plan, externals.values);
    this.missing = externals.missing;
    this.basis = request.basis && createBasis(request.basis);
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.result = this.#finished.promise;
    this.#begun = this.now();
    const place = { sessionId: session?.sessionId, parentMessageId: session?.parentMessageId, history };
    const services = options.services.services({ runId, flowId, ...place });
    this.services = request.standIns?.services(services) ?? services;
    this.stream = createTextStream(runId, (frame) => options.listener?.transient(runId, frame));
    this.components = createComponents({
      cache: foundation.cache,
      services: this.services,
      externals: externals.values,
      missing: externals.missing,
      signal: this.#over.signal,
      standIns: request.standIns,
    });
    this.largeValues = createLargeValues(runId, options.values, this.limits.valueBytes);
    this.reuse = createReuseDesk({
      request,
      executor: options,
      durations: foundation.durations,
      fresh: foundation.fresh,
    });
    const onFailure = (error: unknown): void => this.#stop(error);
    this.#journal = createJournal({
      runId,
      log: options.log,
      listener: options.listener,
      lastSeq: foundation.lastSeq,
      onFailure,
    });
  }

  /** Starts the clock of the run's time limit. */
  begin(): void {
    const passDeadline = (): void => this.fail(new Problem('limit-time', { seconds: this.limits.time / 1000 }));
    this.#deadline = setTimeout(passDeadline, Math.min(this.limits.time, longestTimer));
  }

  next(): number {
    return this.#journal.next();
  }

  record(event: RunEvent, live?: Values, then?: () => void): void {
    this.#journal.write(event, then);
    schedule(this.state, event, this.#queue, live);
    const passed = findPassedLimit(this.limits, this.state);
    if (passed !== undefined) this.fail(passed);
    this.#execute();
    if (this.plan.hasLoops) this.reuse.recheck();
    this.considerParking();
  }

  note(event: Parameters<Run['note']>[0]): void {
    if (!this.#isConcluded) this.#journal.writeLazily({ ...event, seq: this.next(), at: this.now() });
  }

  attempt(step: StepRun): void {
    attemptStep(this, step);
  }

  awaitEnd(work: Promise<void>): void {
    const ending: Promise<void> = work.catch(() => undefined).then(() => void this.#endings.delete(ending));
    this.#endings.add(ending);
  }

  fail(problem: Problem): void {
    this.end({ status: 'failed', error: problem.toData() });
  }

  /** Goes on with what a replayed state left to be done. */
  resume(commands: readonly Command[]): void {
    this.#queue.push(...commands);
    this.#execute();
  }

  answer(answer: RunAnswer): boolean {
    if (this.#isParking) return false;
    if (this.isEnding) throw notWaiting(this.runId, answer.step);
    answerStep(this, answer);
    return true;
  }

  considerParking(): void {
    const isBusy = this.isEnding || this.#isCancelled || this.#isExecuting;
    if (isBusy || !isAllWaiting(this.active.values())) return;
    this.isEnding = true;
    this.#isParking = true;
    void this.#park();
  }

  cancel(): void {
    if (this.isEnding) return;
    this.#isCancelled = true;
    this.record({ type: 'run-cancel', seq: this.next(), at: this.now() });
    this.end({ status: 'cancelled' });
  }

  /** Aborts what runs, waits for it a little, and writes the end down. */
  end(ending: RunEnding): void {
    if (this.isEnding) return;
    this.isEnding = true;
    this.#abandonSteps();
    void this.#conclude(ending);
  }

  /** Stops without an end, so that another process may take the run up. Its result rejects with `run-suspended`. */
  async suspend(): Promise<void> {
    this.isEnding = true;
    const problem = new Problem('run-suspended', {}, { kind: 'operational' });
    this.#abandonSteps();
    await this.#settle();
    this.#stop(problem);
  }

  /** One command at a time, however deep what it does calls back. */
  #execute(): void {
    if (this.#isExecuting) return;
    this.#isExecuting = true;
    for (let at = 0; at < this.#queue.length && !this.isEnding; at += 1) {
      const command = this.#queue[at];
      if (command?.do === 'end-run') this.end(command);
      else if (command !== undefined) executeCommand(this, command);
    }
    this.#queue = [];
    this.#isExecuting = false;
  }

  #abandonSteps(): void {
    const reason = new Problem('step-not-needed');
    this.#over.abort(reason);
    for (const step of this.active.values()) abandonStep(this, step, reason);
  }

  /** Code that was aborted, and what it deferred, gets a grace to end in. */
  async #settle(): Promise<void> {
    if (this.#endings.size === 0) return;
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(() => patience.resolve(), grace);
    await Promise.race([Promise.all(this.#endings), patience.promise]);
    clearTimeout(timer);
  }

  async #conclude(ending: RunEnding): Promise<void> {
    await this.#settle();
    const { result, messages } = await concludeRun(this, ending);
    const { session } = this.request;
    if (session !== undefined && messages.length > 0) {
      this.#journal.attachSession({ sessionId: session.sessionId, messages });
    }
    this.#isConcluded = true;
    const event: RunEvent = {
      type: 'run-end',
      seq: this.next(),
      at: this.now(),
      status: result.status,
      outputs: result.stored,
      ...(result.skipped.length > 0 && { skipped: [...result.skipped] }),
      ...(result.error && { error: result.error }),
      duration: this.now() - this.#begun,
      usage: this.usage,
    };
    schedule(this.state, event, []);
    this.#journal.write(event, () => void this.#finish(result));
  }

  /** Leaves this process: what waits for a person is in the log. */
  async #park(): Promise<void> {
    const waiting = waitingSteps(this.active.values());
    try {
      await this.#settle();
      await this.#journal.settled();
      await this.options.log.park(this.runId);
    } catch (error) {
      this.#stop(error);
      return;
    }
    this.#over.abort(new Problem('step-not-needed'));
    await this.#finish({
      runId: this.runId,
      status: 'paused',
      waiting,
      outputs: {},
      stored: {},
      skipped: [],
      usage: usageOf(this),
    });
  }

  async #finish(result: RunResult): Promise<void> {
    await this.reuse.settled();
    this.#release();
    this.#finished.resolve(result);
  }

  /** The log can't be written, or the run is suspended. */
  #stop(error: unknown): void {
    this.isEnding = true;
    this.#abandonSteps();
    this.#release();
    this.#finished.reject(error);
  }

  #release(): void {
    clearTimeout(this.#deadline);
    this.#journal.stop();
    this.stream.close();
  }
}
