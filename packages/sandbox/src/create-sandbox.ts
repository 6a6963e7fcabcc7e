import { availableParallelism } from 'node:os';
import { createPools } from './process/create-pools.ts';
import { performJob } from './process/perform-job.ts';
import { readRunReport, readTestReport } from './read-report.ts';
import { parseRunRequest, parseTestRequest, toJob } from './parse-request.ts';
import type { RunReport, TestReport, TestResult } from './run-report.ts';
import type { RunRequest, TestRequest } from './run-request.ts';

/** What a sandbox is made of. */
export interface SandboxOptions {
  /** Where the state of a Python that has just started is kept, so that the next ones start fast; without it, in a temporary folder. */
  readonly cacheFolder?: string | undefined;
  /** Jobs of a language that may go on at once. */
  readonly atOnce?: number | undefined;
  /** Milliseconds without a job after which processes end. */
  readonly idleAfter?: number | undefined;
}

/** How tests are followed. */
export interface FollowTests {
  readonly signal?: AbortSignal | undefined;
  /** Hears each result as it comes. Must not throw. */
  readonly onResult?: ((result: TestResult, index: number) => void) | undefined;
}

/** The only place where a user's code runs. */
export interface Sandbox {
  /**
   * Runs code. What goes wrong in it is in the report. Throws `sandbox-refused` for a request beyond the limits, `sandbox-busy`,
   * `sandbox-unavailable`, `sandbox-closed`, or the signal's reason.
   */
  run(request: RunRequest, signal?: AbortSignal): Promise<RunReport>;
  /** Runs code, then tests. Throws as `run`. */
  runTests(request: TestRequest, follow?: FollowTests): Promise<TestReport>;
  /** Ids of the processes that there are now. */
  processes(): readonly number[];
  /** Ends all processes; resolves when they are gone. */
  close(): Promise<void>;
}

/** See {@link Sandbox}. Nothing is loaded or started before the first request. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { idleAfter = 60_000, atOnce = Math.min(4, Math.max(1, availableParallelism() - 1)) } = options;
  const pools = createPools({ cacheFolder: options.cacheFolder, idleAfter, atOnce });
  return {
    async run(given, signal) {
      const request = parseRunRequest(given);
      const answer = await pools.of[request.language].with(async (process) => {
        const result = await performJob(process, toJob(request), { signal });
        return { result, isSound: result.isSound };
      }, signal);
      return readRunReport(answer, request.limits);
    },
    async runTests(given, { signal, onResult } = {}) {
      const request = parseTestRequest(given);
      const onTest = (index: number, result: Omit<TestResult, 'name'>): void =>
        onResult?.({ name: request.tests[index]?.name ?? '', ...result }, index);
      const answer = await pools.of[request.language].with(async (process) => {
        const result = await performJob(process, toJob(request), { signal, onTest });
        return { result, isSound: result.isSound };
      }, signal);
      return readTestReport(answer, request.tests, request.limits);
    },
    processes: () => Object.values(pools.of).flatMap((pool) => pool.processes()),
    close: () => pools.close(),
  };
}
